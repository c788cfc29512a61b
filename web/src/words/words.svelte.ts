import { FluentBundle, type FluentVariable } from '@fluent/bundle';
import { Count } from './count';
import type { FirstWords } from '../app/first-words';
import type { Language, Localised } from '../engine/protocol';
import enStart from 'virtual:packs/en/start';
import itStart from 'virtual:packs/it/start';
import enFirstWords from '../generated/first-words.en.json?url';
import itFirstWords from '../generated/first-words.it.json?url';

type Sentences = typeof itStart;

interface Sources {
  start: Sentences;
  rest: () => Promise<{ default: Sentences }>;
  case: () => Promise<{ default: Sentences }>;
  /** Address of the data. */
  first: string;
}

const SOURCES: Record<Language, Sources> = {
  it: {
    start: itStart,
    rest: () => import('virtual:packs/it/rest'),
    case: () => import('virtual:packs/it/case'),
    first: itFirstWords,
  },
  en: {
    start: enStart,
    rest: () => import('virtual:packs/en/rest'),
    case: () => import('virtual:packs/en/case'),
    first: enFirstWords,
  },
};

class Words {
  language = $state<Language>('it');
  /** Replaced whole with the language, so that what is on screen is written again. */
  bundle = $state.raw(new FluentBundle('it'));
  hasRest = false;
  hasCaseWords = false;
  first = $state.raw<FirstWords | null>(null);
}

const words = new Words();

/** The language of the screen. */
export function language(): Language {
  return words.language;
}

/** Shows the first screen in a language; its sentences are there already. */
export function begin(first: Language): void {
  words.language = first;
  words.bundle = bundleOf(first, [SOURCES[first].start]);
  document.documentElement.lang = first;
}

/** Loads the sentences of a language, as many as are in use, and shows them. */
export async function speak(wanted: Language): Promise<void> {
  const [bundle, first] = await Promise.all([
    load(wanted, words.hasRest, words.hasCaseWords),
    words.first ? fetchFirstWords(wanted) : null,
  ]);
  words.bundle = bundle;
  words.language = wanted;
  if (first) words.first = first;
  document.documentElement.lang = wanted;
}

/** Loads the sentences of all pages but the first. They are added to those there: nothing on screen has to be written again. */
export async function loadRest(): Promise<void> {
  if (words.hasRest) return;
  const { bundle } = words;
  const { default: rest } = await SOURCES[words.language].rest();
  // Another language may have been chosen meanwhile; it brings its own.
  if (words.hasRest || bundle !== words.bundle) return loadRest();
  add(bundle, rest);
  words.hasRest = true;
}

/** Loads the names of what is recognised and of facts: needed from the first open case on. */
export async function loadCaseWords(): Promise<void> {
  if (words.hasCaseWords) return;
  await loadRest();
  const { bundle } = words;
  const { default: ofCase } = await SOURCES[words.language].case();
  if (words.hasCaseWords || bundle !== words.bundle) return loadCaseWords();
  add(bundle, ofCase);
  words.hasCaseWords = true;
}

/** Loads what the packs say before any file is handed over. */
export async function loadFirstWords(): Promise<void> {
  words.first ??= await fetchFirstWords(words.language);
}

/** What the packs say first; none until {@link loadFirstWords} is done. */
export function firstWords(): FirstWords | null {
  return words.first;
}

/** The sentence with this id. A missing one shows its id, which the tests refuse. */
export function t(id: string, args?: Record<string, FluentVariable>): string {
  const message = words.bundle.getMessage(id);
  return message?.value ? words.bundle.formatPattern(message.value, args ? counted(args) : null) : id;
}

function counted(args: Record<string, FluentVariable>): Record<string, FluentVariable> {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, typeof value === 'number' ? new Count(value) : value]),
  );
}

/** The sentence with this id where there is one. */
export function optional(id: string): string | null {
  const message = words.bundle.getMessage(id);
  return message?.value ? words.bundle.formatPattern(message.value) : null;
}

/** A text of the packs in the language of the screen. */
export function say(text: Localised): string {
  return text[words.language];
}

async function fetchFirstWords(of: Language): Promise<FirstWords> {
  return (await (await fetch(SOURCES[of].first)).json()) as FirstWords;
}

async function load(of: Language, withRest: boolean, withCase: boolean): Promise<FluentBundle> {
  const { start, rest, case: ofCase } = SOURCES[of];
  const parts = await Promise.all([withRest ? rest() : null, withCase ? ofCase() : null]);
  return bundleOf(of, [start, ...parts.flatMap((part) => (part ? [part.default] : []))]);
}

function bundleOf(of: Language, parts: Sentences[]): FluentBundle {
  const bundle = new FluentBundle(of, { useIsolating: false });
  for (const part of parts) add(bundle, part);
  return bundle;
}

function add(bundle: FluentBundle, part: Sentences): void {
  bundle.addResource({ body: part.map(([id, value]) => ({ id, value, attributes: {} })) });
}
