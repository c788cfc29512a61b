import type { Because, Plan, PlanView, Source, Step, StepState, Verified } from '../engine/protocol';
import type { FirstWords, PlainPlan, PlainRecord } from './first-words';

/** A step as the page shows it, whether the engine made it from a case or the packs gave it for a door. */
export interface ShownStep extends Seen {
  id: string;
  title: string;
  why: string;
  how: { id: string; text: string }[];
  because: Because[];
}

/** Where a fact comes from, and when somebody last looked. */
export interface Seen {
  checked: string;
  /** False where a source still has to be opened by somebody. */
  confirmed: boolean;
  sources: { title: string; url?: string }[];
}

export function recordOf({ checked_on, to_be_confirmed, sources }: Verified): Seen {
  return { checked: checked_on, confirmed: !to_be_confirmed, sources: named(sources) };
}

export function recordOfSources(sources: Source[], checkedOn: string): Seen {
  return { checked: checkedOn, confirmed: sources.every(({ tier }) => tier !== 'K'), sources: named(sources) };
}

/** Those that can be opened. That something rests on no page yet is said in the language of the screen, not in a title. */
function named(sources: Source[]): Seen['sources'] {
  return sources.filter(({ tier, url }) => tier !== 'K' || url !== undefined).map(({ title, url }) => (url === undefined ? { title } : { title, url }));
}

/** Steps of a case, in the order that the engine gave them. */
export function stepsOfCase(view: PlanView, say: (text: Step['title']) => string): ShownStep[] {
  return view.plan.steps.map((step) => ({
    id: step.verified.record,
    title: say(step.title),
    why: say(step.why),
    how: step.how.map((part) => ({ id: part.id, text: say(part.text) })),
    because: step.because,
    ...recordOf(step.verified),
  }));
}

/** The path that a case is on: what the situation is called. */
export function pathOfCase({ path }: Plan, say: (text: Step['title']) => string): { title: string; text: string; seen: Seen } | null {
  return path && { title: say(path.title), text: say(path.text), seen: recordOf(path.verified) };
}

/** Records of the packs as steps. */
export function stepsOfPacks(ids: string[], words: FirstWords): ShownStep[] {
  return ids.flatMap((id) => {
    const record = words.records[id];
    if (!record) return [];
    const { title, why, how } = record;
    const parts = how.map((text, place) => ({ id: `${id}#${place + 1}`, text }));
    return [{ id, title, why, how: parts, because: [], ...seen(record) }];
  });
}

/** The same of a record of the packs. */
export function seen({ checked, confirmed, sources }: Pick<PlainRecord, 'checked' | 'confirmed' | 'sources'>): Seen {
  return {
    checked, confirmed, sources: sources.map(([title = '', url]) => (url === undefined ? { title } : { title, url })),
  };
}

/** Steps of a door. */
export function stepsOfDoor(plan: PlainPlan, words: FirstWords): ShownStep[] {
  return stepsOfPacks(plan.steps, words);
}

/** Parts of a step that belong to one record: its own, without a name, or those of one way to pay, say. */
export interface PartGroup {
  id: string;
  name: string | null;
  parts: ShownStep['how'];
}

/** The parts by the record that they come from; what all parts of another record begin with (`Card: …`) becomes its name. */
export function groupParts({ id, how }: Pick<ShownStep, 'id' | 'how'>): PartGroup[] {
  const groups: PartGroup[] = [];
  for (const part of how) {
    const record = part.id.split('#', 1)[0] ?? '';
    const name = record === id ? null : (/^(.+?): /.exec(part.text)?.[1] ?? null);
    const text = name === null ? part.text : part.text.slice(name.length + 2);
    const last = groups.at(-1);
    if (last?.id === record && last.name === name) last.parts.push({ id: part.id, text });
    else groups.push({ id: record, name, parts: [{ id: part.id, text }] });
  }
  return groups;
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
