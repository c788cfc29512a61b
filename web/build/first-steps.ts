import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FirstSteps, Language, Localised, Plan, Source, Verified } from '../src/engine/protocol.ts';
import type { FirstWords, PlainPlan, PlainRecord } from '../src/app/first-words.ts';

const GENERATED = join(import.meta.dirname, '../src/generated/first-steps.json');

/** What `cargo xtask web` wrote from the packs. */
export function readFirstSteps(): FirstSteps {
  return JSON.parse(readFileSync(GENERATED, 'utf8')) as FirstSteps;
}

/**
 * The same in one language, each record once: the plans of the doors share most of their steps, and a phone at night may
 * have a slow line.
 */
export function firstWords(steps: FirstSteps, language: Language): FirstWords {
  const records: Record<string, PlainRecord> = {};
  const say = (text: Localised): string => text[language];
  const plain = (plan: Plan): PlainPlan => {
    for (const step of plan.steps) {
      records[step.verified.record] ??= {
        title: say(step.title),
        why: say(step.why),
        how: step.how.map((part) => say(part.text)),
        ...checked(step.verified),
      };
    }
    for (const rule of plan.never) {
      records[rule.verified.record] ??= {
        title: say(rule.text),
        why: say(rule.why),
        how: [],
        ...checked(rule.verified),
      };
    }
    return {
      steps: plan.steps.map((step) => step.verified.record),
      never: plan.never.map((rule) => rule.verified.record),
      path: plan.path ? { title: say(plan.path.title), text: say(plan.path.text), dos: plan.path.dos.map(say), ...checked(plan.path.verified) } : null,
    };
  };
  const doors = Object.fromEntries(
    Object.entries(steps.doors).map(([door, ages]) => [
      door,
      Object.fromEntries(Object.entries(ages).map(([age, plan]) => [age, plain(plan)])),
    ]),
  ) as FirstWords['doors'];
  const helplines = steps.helplines.map((line) => ({
    id: line.id,
    title: say(line.title),
    text: say(line.text),
    phone: line.phone,
    url: line.url,
    hours: say(line.hours),
    zone: line.zone,
    opening: line.opening,
    serves: line.serves,
    role: line.role,
    checked: line.checked_on,
    confirmed: line.sources.every(({ tier }) => tier !== 'K'),
    sources: named(line.sources),
  }));
  const prevention = steps.prevention.map(({ title, text, why, verified }) => ({
    title: say(title), text: say(text), why: say(why), ...checked(verified),
  }));
  return { version: steps.knowledge_version, doors, records, helplines, prevention };
}

function checked({ checked_on, to_be_confirmed, sources }: Verified): Pick<PlainRecord, 'checked' | 'confirmed' | 'sources'> {
  return { checked: checked_on, confirmed: !to_be_confirmed, sources: named(sources) };
}

/** Those that can be opened, as pairs: that something rests on no page yet is said by the page, in its language. */
function named(sources: Source[]): string[][] {
  return sources
    .filter(({ tier, url }) => tier !== 'K' || url !== undefined)
    .map(({ title, url }) => (url === undefined ? [title] : [title, url]));
}
