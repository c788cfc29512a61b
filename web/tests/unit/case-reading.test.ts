import { expect, it } from 'vitest';
import { confidence, marginNotes } from '../../src/app/case-reading.ts';
import type { Assessment, Evidence, FlagFinding } from '../../src/engine/protocol.ts';

const none: FlagFinding = { value: false, first_index: null, evidence: [] };

function assessment(tactic: Evidence[], proof: Evidence[]): Assessment {
  return {
    conversation_id: 'c', messages_total: 3, roles: { owner: 'a', suspected: 'b' },
    kind: { label: 'financial_gang', p: 1, alternatives: [] }, sextortion_probability: 1,
    flags: { minor_victim: none, self_harm: none, physical_danger: none, publication: { status: 'none', first_index: null, evidence: [] } },
    proofs: [{ proof: 'threat', evidence: proof }], stages: [], current_stage: null,
    tactics: [{ tactic: 'countdown', p: 1, evidence: tactic }],
    indicators: [], demands: [], payments: [], deadlines: [], urgency: { level: 3, reasons: [] }, not_done: [],
  };
}

it('puts each reason beside its message once', () => {
  const notes = marginNotes(
    assessment(
      [{ index: 4, rule: 'x', why: 'why-countdown' }, { index: 7, rule: 'y' }],
      [{ index: 4, rule: 'z', why: 'why-countdown' }, { index: 4, rule: 'j', why: 'counter-joke', counter: true }],
    ),
  );
  expect([...notes.keys()]).toEqual([4]);
  expect(notes.get(4)).toEqual([{ why: 'why-countdown', counter: false }, { why: 'counter-joke', counter: true }]);
});

it.each([[0.99, 'almost-certain'], [0.95, 'almost-certain'], [0.8, 'likely'], [0.5, 'possible'], [0.2, 'uncertain']])(
  'says %f in words', (p, words) => expect(confidence(p)).toBe(words),
);
