import type { Because, PlanView, Step, StepState } from '../engine/protocol';
import type { FirstWords, PlainPlan } from './first-words';

/** A step as the page shows it, whether the engine made it from a case or the packs gave it for a door. */
export interface ShownStep {
  id: string;
  title: string;
  why: string;
  how: { id: string; text: string }[];
  because: Because[];
  checked: string;
  confirmed: boolean;
  sources: { title: string; url?: string }[];
}

/** Steps of a case, in the order that the engine gave them. */
export function stepsOfCase(view: PlanView, say: (text: Step['title']) => string): ShownStep[] {
  return view.plan.steps.map((step) => ({
    id: step.verified.record,
    title: say(step.title),
    why: say(step.why),
    how: step.how.map((part) => ({ id: part.id, text: say(part.text) })),
    because: step.because,
    checked: step.verified.checked_on,
    confirmed: !step.verified.to_be_confirmed,
    sources: step.verified.sources.map(({ title, url }) => (url === undefined ? { title } : { title, url })),
  }));
}

/** Records of the packs as steps. */
export function stepsOfPacks(ids: string[], words: FirstWords): ShownStep[] {
  return ids.flatMap((id) => {
    const record = words.records[id];
    if (!record) return [];
    const { title, why, how, checked, confirmed } = record;
    const sources = record.sources.map(([name = '', url]) => (url === undefined ? { title: name } : { title: name, url }));
    const parts = how.map((text, place) => ({ id: `${id}#${place + 1}`, text }));
    return [{ id, title, why, how: parts, because: [], checked, confirmed, sources }];
  });
}

/** Steps of a door. */
export function stepsOfDoor(plan: PlainPlan, words: FirstWords): ShownStep[] {
  return stepsOfPacks(plan.steps, words);
}

export interface Sorted {
  /** At most three. */
  now: ShownStep[];
  after: ShownStep[];
  /** Put off, or not for them. */
  aside: ShownStep[];
  done: ShownStep[];
}

const AT_A_TIME = 3;

/**
 * What to show first. A step whose parts are all ticked is done. When nothing is open, what was put off comes back.
 * `held` names the only steps to show while signs of self-harm put the rest on hold.
 */
export function sortSteps(steps: ShownStep[], stateOf: (id: string) => StepState, held: string[] | null): Sorted {
  const effective = (step: ShownStep): StepState => {
    const own = stateOf(step.id);
    const through = step.how.length > 0 && step.how.every((part) => stateOf(part.id) === 'done');
    return own === 'open' && through ? 'done' : own;
  };
  const of = (...states: StepState[]): ShownStep[] => steps.filter((step) => states.includes(effective(step)));
  const done = of('done');
  if (held) {
    const now = steps.filter((step) => held.includes(step.id));
    return { now, after: [], aside: [], done: done.filter((step) => !held.includes(step.id)) };
  }
  const open = of('open');
  const later = of('later');
  if (open.length === 0 && later.length > 0) {
    return { now: later.slice(0, AT_A_TIME), after: later.slice(AT_A_TIME), aside: of('skipped'), done };
  }
  return { now: open.slice(0, AT_A_TIME), after: open.slice(AT_A_TIME), aside: of('later', 'skipped'), done };
}
