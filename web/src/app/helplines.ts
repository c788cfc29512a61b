import type { AgeBand, Plan } from '../engine/protocol';
import type { PlainHelpline } from './first-words';

/**
 * Who answers: those of the plan, in its order; without one, those for this age. The timetable stands with them, so that
 * "open now" is true for as long as the page is open.
 */
export function linesFor(lines: PlainHelpline[], plan: Plan | null, age: AgeBand | null): PlainHelpline[] {
  if (plan === null) return lines.filter((line) => isForAge(line, age));
  return plan.helplines.flatMap(({ verified }) => lines.find(({ id }) => id === verified.record) ?? []);
}

/** Lines for others (another age) are left out; those for everybody stay. */
function isForAge({ serves }: PlainHelpline, age: AgeBand | null): boolean {
  if (serves.includes('everyone') || age === null || age === 'unknown') return true;
  return age === 'adult' ? serves.some((whom) => whom !== 'minor') : serves.some((whom) => whom !== 'adult');
}
