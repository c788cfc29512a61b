import { FluentBundle, type FluentVariable } from '@fluent/bundle';
import type { FirstWords } from '../app/first-words';
import type { Language, Localised } from '../engine/protocol';
import { parsed } from './resources';
import enFirstWords from '../generated/first-words.en.json?url';
import itFirstWords from '../generated/first-words.it.json?url';

interface Sources {
  page: () => Promise<{ default: string }>;
  case: () => Promise<{ default: string }>;
  /** Address of the data. */
  first: string;
}

const SOURCES: Record<Language, Sources> = {
  it: {
    page: () => import('virtual:packs/it/page'),
    case: () => import('virtual:packs/it/case'),
    first: itFirstWords,
  },
  en: {
    page: () => import('virtual:packs/en/page'),
    case: () => import('virtual:packs/en/case'),
    first: enFirstWords,
  },
};

class Words {
  language = $state<Language>('it');
  /** Replaced whole when sentences arrive, so that what is on screen is written again. */
  bundle = $state.raw(new FluentBundle('it'));
  hasCaseWords = $state(false);
  first = $state.raw<FirstWords | null>(null);
}

const words = new Words();

/** The language of the screen. */
export function language(): Language {
  return words.language;
}

/** Loads the sentences of a language and shows them. */
export async function speak(wanted: Language): Promise<void> {
  const withCase = words.hasCaseWords;
  const [page, first] = await Promise.all([SOURCES[wanted].page(), words.first ? fetchFirstWords(wanted) : null]);
  const more = withCase ? await SOURCES[wanted].case() : null;
  words.bundle = bundleOf(wanted, more ? [page.default, more.default] : [page.default]);
  words.language = wanted;
  if (first) words.first = first;
  document.documentElement.lang = wanted;
}

/** Loads the names of what is recognised and of facts: needed from the first open case on. */
export async function loadCaseWords(): Promise<void> {
  if (words.hasCaseWords) return;
  const [page, more] = await Promise.all([SOURCES[words.language].page(), SOURCES[words.language].case()]);
  words.bundle = bundleOf(words.language, [page.default, more.default]);
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
  return message?.value ? words.bundle.formatPattern(message.value, args ?? null) : id;
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

function bundleOf(of: Language, sources: string[]): FluentBundle {
  const bundle = new FluentBundle(of, { useIsolating: false });
  for (const source of sources) bundle.addResource(parsed(source), { allowOverrides: true });
  return bundle;
}
