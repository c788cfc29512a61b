import { describe, expect, it } from 'vitest';
import { groupParts, sortSteps, type ShownStep } from '../../src/app/steps.ts';
import type { StepState } from '../../src/engine/protocol.ts';

function step(id: string, parts = 0): ShownStep {
  const how = Array.from({ length: parts }, (_, place) => ({ id: `${id}#${place + 1}`, text: '' }));
  return { id, title: id, why: '', how, because: [], checked: '2026-11-21', confirmed: true, sources: [] };
}

function sorted(marks: Record<string, StepState>, held: string[] | null = null): Record<string, string[]> {
  const steps = [step('a', 2), step('b'), step('c'), step('d'), step('e')];
  const found = sortSteps(steps, (id) => marks[id] ?? 'open', held);
  return Object.fromEntries(Object.entries(found).map(([shelf, all]) => [shelf, all.map(({ id }: ShownStep) => id)]));
}

describe('what to show first', () => {
  it.each<[string, Record<string, StepState>, string[], string[]]>([
    ['three at a time', {}, ['a', 'b', 'c'], []],
    ['what is done makes room', { b: 'done' }, ['a', 'c', 'd'], ['b']],
    ['a step ticked part by part is done', { 'a#1': 'done', 'a#2': 'done' }, ['b', 'c', 'd'], ['a']],
    ['one part is not the step', { 'a#1': 'done' }, ['a', 'b', 'c'], []],
    ['what was put off waits', { a: 'later' }, ['b', 'c', 'd'], []],
    ['and comes back when nothing else is open', { a: 'later', b: 'done', c: 'done', d: 'done', e: 'skipped' }, ['a'], ['b', 'c', 'd']],
  ])('%s', (_, marks, now, done) => {
    expect(sorted(marks)).toMatchObject({ now, done });
  });

  it('loses no step, whatever the marks', () => {
    for (const state of ['open', 'done', 'later', 'skipped'] as const) {
      const found = sorted({ a: state, c: state });
      expect(Object.values(found).flat().sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
    }
  });

  it('shows only who answers while the rest is on hold, ticked or not', () => {
    expect(sorted({ a: 'done' }, ['a'])).toMatchObject({ now: ['a'], after: [], aside: [], done: [] });
  });
});

describe('parts of a step', () => {
  it('stand together by the record that they come from, whose name is said once', () => {
    const how = [
      { id: 'it.step.paid#1', text: 'Di\': «chiedo il richiamo»' }, { id: 'it.rail.card#1', text: 'Carta: Blocca la carta' },
      { id: 'it.rail.card#2', text: 'Carta: Contesta: subito' }, { id: 'it.rail.other#1', text: 'Senza nome' },
    ];
    expect(groupParts({ id: 'it.step.paid', how })).toEqual([
      { id: 'it.step.paid', name: null, parts: [{ id: 'it.step.paid#1', text: 'Di\': «chiedo il richiamo»' }] },
      {
        id: 'it.rail.card', name: 'Carta',
        parts: [{ id: 'it.rail.card#1', text: 'Blocca la carta' }, { id: 'it.rail.card#2', text: 'Contesta: subito' }],
      },
      { id: 'it.rail.other', name: null, parts: [{ id: 'it.rail.other#1', text: 'Senza nome' }] },
    ]);
  });
});
