import { engine } from '../engine/client';
import type { CaseView, Circumstances, PlanView, Progress, Request } from '../engine/protocol';
import { language } from '../words/words.svelte';
import { timestamp } from './clock';
import { answersOf } from './questions';
import { session } from './session.svelte';

/** Who the person is and what moment it is, in the engine's terms. */
export function circumstances(): Circumstances {
  const owner = session.owner === '' ? {} : { owner: session.owner };
  return { now: timestamp(), age: session.ageAnswer, country: 'it', custodian: session.custodian, ...owner };
}

/** Reads what was handed over, recognises, plans. The case stays in the engine; the page keeps the view of it. */
export async function openCase(progress?: (now: Progress) => void): Promise<void> {
  const opened = await engine.ask<CaseView>({ call: 'respond', files: session.files, circumstances: circumstances() }, progress);
  if (session.age === 'under_14' && !session.progress.said.includes('under_14')) session.progress.said.push('under_14');
  const { marks, said, dates, self_harm } = session.progress;
  const isFresh = self_harm === null && [marks, said, dates].every((part) => Object.keys(part).length === 0);
  session.opened = isFresh ? opened : { ...opened, plan: await planOfCase() };
}

/** Asks something of the open case. Where the worker was ended meanwhile, or speaks the other language, it is read again. */
export async function askOfCase<Value>(request: Request): Promise<Value> {
  await loadWithCase();
  return engine.ask<Value>(request);
}

/** Loads the engine in the language of the screen, with the case where one is open. */
export async function loadWithCase(progress?: (now: Progress) => void): Promise<void> {
  await engine.load(language(), progress);
  if (session.opened && !engine.hasCase) await openCase(progress);
}

/** Makes the plan of the answers where there is no chat. */
export async function planAnswers(): Promise<void> {
  await engine.load(language());
  const answers = answersOf(session.said, session.asked, session.ageAnswer);
  session.planned = await engine.ask<PlanView>({
    call: 'plan_without_files', answers, progress: session.saidProgress(), now: timestamp(),
  });
}

/** Makes the plan again, with what was ticked and said since. Where there is only the plan of a door, nothing is to be made. */
export async function planAgain(): Promise<void> {
  if (session.plan === null) return;
  if (session.plan === session.planned) return planAnswers();
  await loadWithCase();
  const plan = await planOfCase();
  if (session.opened) session.opened = { ...session.opened, plan };
}

function planOfCase(): Promise<PlanView> {
  return engine.ask<PlanView>({ call: 'plan', progress: session.saidProgress(), now: timestamp() });
}
