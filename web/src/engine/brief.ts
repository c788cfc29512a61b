// What the engine found, without what no screen shows. A chat of ten thousand messages makes megabytes of it, and whatever
// crosses from the worker to the page is unpacked on the page's own thread, where a phone must not stand still.

import type { Assessment, Because, CaseView, Evidence, Form, MessageView, Note, Passage, Plan, PlanView, Rests } from './protocol';

/** Quotes of one finding; the others are in the conversation with its notes. */
const QUOTED = 3;
/** Numbers of messages named beside a reason or an inferred fact. */
const NAMED = 5;

type Long<Short> = Omit<Short, 'entries'>;
type LongBecause = Omit<Because, 'count'>;

/** An assessment as the engine gives it. */
export interface LongAssessment extends Omit<Assessment, 'flags' | 'proofs' | 'stages' | 'tactics'> {
  flags: { [Flag in keyof Assessment['flags']]: Long<Assessment['flags'][Flag]> };
  proofs: Long<Assessment['proofs'][number]>[];
  stages: Long<Assessment['stages'][number]>[];
  tactics: Long<Assessment['tactics'][number]>[];
}

/** A case as the engine gives it. */
export interface LongCaseView extends Omit<CaseView, 'recognitions'> {
  recognitions: { assessment: LongAssessment }[];
}

/** The case as the page shows it. */
export function briefCase(view: LongCaseView): CaseView {
  const recognitions = view.recognitions.map(({ assessment }) => ({ assessment: briefAssessment(assessment) }));
  const quotes: CaseView['quotes'] = {};
  recognitions.forEach(({ assessment }, conversation) => {
    for (const { index } of evidenceOf(assessment)) {
      const id = `${conversation}/${index}`;
      const message = view.quotes[id];
      if (message) quotes[id] = message;
    }
  });
  const conversations = view.conversations.map(({ id, title, platform, participants, owner, messages }) => ({
    id, title, platform, participants, owner, messages,
  }));
  const findings = view.findings.map(({ text, unread }) => ({ text, unread }));
  return { findings, conversations, recognitions, main: view.main, plan: briefPlan(view.plan), outlook: view.outlook, quotes };
}

/** The plan as the page shows it. */
export function briefPlan(view: PlanView): PlanView {
  const shortened = <Part extends { because: LongBecause[] }>(parts: Part[]): (Part & { because: Because[] })[] =>
    parts.map((part) => ({ ...part, because: part.because.map(briefBecause) }));
  const { facts, dates } = view.plan.basis;
  const plan: Plan = {
    ...view.plan,
    steps: shortened(view.plan.steps),
    offences: shortened(view.plan.offences),
    basis: { facts: facts.map(({ fact }) => ({ fact })), dates },
  };
  const factors = view.warn.factors.map((factor) => ({ ...factor, messages: factor.messages.slice(0, NAMED) }));
  return { ...view, plan, warn: { ...view.warn, factors } };
}

/** The form as the page shows it. */
export function briefForm({ sections, facts }: Form): Form {
  return { sections, facts: facts.map((fact) => ({ ...fact, messages: fact.messages.slice(0, NAMED) })) };
}

/** For each entry, what it shows: the notes in the margin. */
export function marginNotes(found: LongAssessment): Map<number, Note[]> {
  const notes = new Map<number, Note[]>();
  for (const { index, why, counter = false } of evidenceOf(found)) {
    if (why === undefined) continue;
    const known = notes.get(index) ?? [];
    if (!known.some((note) => note.why === why)) notes.set(index, [...known, { why, counter }]);
  }
  return notes;
}

/** Messages with their notes. */
export function passage(messages: MessageView[], notes: Map<number, Note[]>, all: number): Passage {
  return { messages: messages.map((message) => ({ ...message, notes: notes.get(message.place) ?? [] })), all };
}

function briefAssessment({ roles, kind, flags, proofs, stages, current_stage, tactics, not_done }: LongAssessment): Assessment {
  const { minor_victim, self_harm, physical_danger, publication } = flags;
  return {
    roles,
    kind,
    flags: {
      minor_victim: rests(minor_victim),
      self_harm: rests(self_harm),
      physical_danger: rests(physical_danger),
      publication: rests(publication),
    },
    proofs: proofs.map(rests),
    stages: stages.map(rests),
    current_stage,
    tactics: tactics.map(rests),
    not_done,
  };
}

function rests<Found extends { evidence: Evidence[] }>(found: Found): Found & Rests {
  const speaking = found.evidence.filter(({ counter = false }) => !counter);
  const against = found.evidence.filter(({ counter = false }) => counter);
  return { ...found, evidence: [...speaking.slice(0, QUOTED), ...against.slice(0, QUOTED)], entries: speaking.length };
}

function evidenceOf({ flags, proofs, stages, tactics }: LongAssessment): Evidence[] {
  const { minor_victim, self_harm, physical_danger, publication } = flags;
  const found: { evidence: Evidence[] }[] = [...proofs, ...stages, ...tactics, minor_victim, self_harm, physical_danger, publication];
  return found.flatMap(({ evidence }) => evidence);
}

function briefBecause({ fact, messages }: LongBecause): Because {
  return { fact, messages: messages.slice(0, NAMED), count: messages.length };
}
