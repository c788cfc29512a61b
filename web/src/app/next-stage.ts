import type { PlanView } from '../engine/protocol';
import type { FirstWords } from './first-words';
import { recordOf, stepsOfPacks, type Seen } from './steps';

/** The records of the packs that say what usually comes after a stage, and why to stop there; the nearest first. */
const RECORDS: Record<string, string[]> = {
  contact: ['it.step.stop_contact_lure'],
  grooming: ['it.never.face_body', 'it.step.stop_contact_lure'],
  app_move: ['it.never.face_body', 'it.step.stop_contact_lure'],
  intimacy_request: ['it.never.face_body', 'it.never.send_more'],
  capture: ['it.never.negotiate', 'it.never.pay'],
  threat: ['it.never.pay', 'it.never.negotiate'],
  negotiation: ['it.never.negotiate'],
  payment: ['it.never.pay_again', 'it.never.pay'],
  repeat_demand: ['it.never.pay_again', 'it.never.pay'],
  control: ['it.never.send_more', 'it.never.reopen'],
  publication: ['it.step.takedown_adult', 'it.step.takedown_young'],
};

export interface Next {
  title: string;
  why: string;
  seen: Seen;
}

/** What the packs say of the moment after this stage, with source and date; none where they say nothing. */
export function nextOf(stage: string, view: PlanView, words: FirstWords | null, say: (text: { it: string; en: string }) => string): Next | null {
  for (const record of RECORDS[stage] ?? []) {
    const rule = view.plan.never.find(({ verified }) => verified.record === record);
    if (rule) return { title: say(rule.text), why: say(rule.why), seen: recordOf(rule.verified) };
    const step = view.plan.steps.find(({ verified }) => verified.record === record);
    if (step) return { title: say(step.title), why: say(step.why), seen: recordOf(step.verified) };
    const [known] = words ? stepsOfPacks([record], words) : [];
    if (known) return { title: known.title, why: known.why, seen: known };
  }
  return null;
}
