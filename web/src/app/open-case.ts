import { engine } from '../engine/client';
import type { CaseView, Circumstances, Progress } from '../engine/protocol';
import { zonedNow } from './clock';
import { session } from './session.svelte';

/** Who the person is and what moment it is, in the engine's terms. */
export function circumstances(): Circumstances {
  const owner = session.owner === '' ? {} : { owner: session.owner };
  return { now: zonedNow(), age: session.ageAnswer, country: 'it', custodian: session.custodian, ...owner };
}

/** Reads what was handed over, recognises, plans. The case stays in the engine; the page keeps the view of it. */
export async function openCase(progress: (now: Progress) => void): Promise<void> {
  session.opened = await engine.ask<CaseView>(
    { call: 'respond', files: session.files, circumstances: circumstances() },
    progress,
  );
}
