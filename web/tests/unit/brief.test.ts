import { expect, it } from 'vitest';
import { briefCase, marginNotes, type LongAssessment, type LongCaseView } from '../../src/engine/brief.ts';
import type { Evidence, MessageView, Plan } from '../../src/engine/protocol.ts';

const none = { value: false, evidence: [] };

function assessment(tactic: Evidence[], proof: Evidence[]): LongAssessment {
  return {
    roles: { owner: 'a', suspected: 'b' },
    kind: { label: 'financial_gang', p: 1, alternatives: [] },
    flags: { minor_victim: none, self_harm: none, physical_danger: none, publication: { status: 'none', evidence: [] } },
    proofs: [{ proof: 'threat', evidence: proof }],
    stages: [],
    current_stage: null,
    tactics: [{ tactic: 'countdown', evidence: tactic }],
    not_done: [],
  };
}

function message(place: number): MessageView {
  return { id: `0/${place}`, conversation: 0, place, sender: 'b', own: false, time: null, text: 'parole', kind: 'text', flags: [], attachments: [] };
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

it('passes on a few quotes of a long chat, and how many there are', () => {
  const many = Array.from({ length: 4000 }, (_, index) => ({ index, rule: 'x', why: 'why-countdown' }));
  const because = [{ fact: 'threatened', messages: many.map(({ index }) => index), count: 0 }];
  const plan = {
    steps: [{ because }], offences: [], basis: { facts: [{ fact: 'threatened', messages: many.map(({ index }) => index) }], dates: {} },
  } as unknown as Plan;
  const long: LongCaseView = {
    findings: [],
    conversations: [{ id: 'c', title: null, platform: 'whatsapp', participants: ['a', 'b'], owner: 0, messages: 4000 }],
    recognitions: [{ assessment: assessment(many, [{ index: 3999, rule: 'y', counter: true }]) }],
    main: 0,
    plan: { plan, next: [], progress: { marks: {}, said: [], dates: {}, self_harm: null }, warn: { advice: 'nobody', factors: [], score: 0 } },
    outlook: null,
    quotes: Object.fromEntries(many.map(({ index }) => [`0/${index}`, message(index)])),
  };
  const brief = briefCase(long);
  const [found] = brief.recognitions;
  expect(found?.assessment.tactics[0]).toMatchObject({ entries: 4000, evidence: many.slice(0, 3) });
  expect(found?.assessment.proofs[0]).toMatchObject({ entries: 0, evidence: [{ index: 3999, counter: true }] });
  expect(Object.keys(brief.quotes).sort()).toEqual(['0/0', '0/1', '0/2', '0/3999']);
  expect(brief.plan.plan.steps[0]?.because[0]).toMatchObject({ count: 4000, messages: [0, 1, 2, 3, 4] });
  expect(JSON.stringify(brief).length).toBeLessThan(5000);
});
