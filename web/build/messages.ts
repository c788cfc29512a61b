import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where the sentences for people live; Italian first. */
const MESSAGES = join(import.meta.dirname, '../../knowledge/messages');

/** Sentences of the other doors that the page shows too: the names of what was recognised, and of facts. */
const SHARED = [
  /^(kind|stage|tactic|proof|urgency|reason|why|counter)-/,
  /^(because|fact|opening|prosecution|clock|plan)-/,
  /^warn-(advice|factor)-/,
  /^notice-(capacity|nonconsent|good-faith)/,
];

/** `page`: the page's own sentences. `case`: those of the other doors, needed once a case is open. */
export type Part = 'page' | 'case';

/** The Fluent source of one part, without comments. */
export function messages(language: string, part: Part): string {
  const folder = join(MESSAGES, language);
  const files = readdirSync(folder).filter((name) => name.endsWith('.ftl') && (name === 'page.ftl') === (part === 'page'));
  let isWanted = false;
  const lines = files.sort().flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
  // An entry begins with its name at the start of a line; what follows belongs to it until the next name.
  return lines
    .filter((line) => {
      if (line.startsWith('#')) return false;
      const name = /^([a-z][\w-]*)\s*=/i.exec(line)?.[1];
      if (name !== undefined) isWanted = part === 'page' || SHARED.some((pattern) => pattern.test(name));
      return isWanted && line.trim() !== '';
    })
    .join('\n');
}

/** Files that a change of which must rebuild the page. */
export function messageFiles(): string[] {
  return ['it', 'en'].flatMap((language) => readdirSync(join(MESSAGES, language)).map((name) => join(MESSAGES, language, name)));
}
