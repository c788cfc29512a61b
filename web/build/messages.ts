import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FluentResource } from '@fluent/bundle';

/** Where the sentences for people live; Italian first. */
const MESSAGES = join(import.meta.dirname, '../../knowledge/messages');

/** Sentences of the other doors that the page shows too: the names of what was recognised, and of facts. */
const SHARED = [
  /^(kind|stage|tactic|proof|urgency|reason|why|counter)-/,
  /^(because|fact|opening|prosecution|clock|plan)-/,
  /^warn-(advice|factor|message|tone)-/,
  /^notice-(capacity|nonconsent|good-faith)/,
  // What speaks of the command line is left out.
  /^screen-(?!heading|threat$|rule)/,
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

/** What stands on screen before anything is asked for; the other sentences of the page come after it. */
const START = /^page-(skip|back|exit|help-bar|call-112|crisis-link|menu-link|language|loading|not-loaded|update|cover|on-this-phone|welcome|door)(-|$)/;

/** `start`: the first screen. `rest`: the other sentences of the page. `case`: as in {@link Part}. */
export type Bundled = 'start' | 'rest' | 'case';

/**
 * The sentences as Fluent keeps them in memory, `[name, pattern]` each: a slow phone reads this in a few milliseconds, where
 * the source takes it a tenth of a second.
 */
export function compiled(language: string, part: Bundled): string {
  const { body } = new FluentResource(messages(language, part === 'case' ? 'case' : 'page'));
  const wanted = body.filter(({ id }) => part === 'case' || START.test(id) === (part === 'start'));
  return JSON.stringify(wanted.map(({ id, value }) => [id, value]));
}

/** Files that a change of which must rebuild the page. */
export function messageFiles(): string[] {
  return ['it', 'en'].flatMap((language) => readdirSync(join(MESSAGES, language)).map((name) => join(MESSAGES, language, name)));
}
