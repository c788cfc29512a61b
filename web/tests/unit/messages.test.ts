import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FluentResource } from '@fluent/bundle';
import { describe, expect, it } from 'vitest';
import { messages } from '../../build/messages.ts';

const SOURCES = join(import.meta.dirname, '../../src');
const KNOWLEDGE = join(import.meta.dirname, '../../../knowledge');

function ids(language: string, part: 'page' | 'case'): string[] {
  return new FluentResource(messages(language, part)).body.map(({ id }) => id);
}

function code(): string {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(svelte|ts)$/.test(name));
  const builders = ['static-pages.ts'].map((name) => join(SOURCES, '../build', name));
  return [...files.map((name) => join(SOURCES, name)), ...builders].map((file) => readFileSync(file, 'utf8')).join('\n');
}

/** The Gulpease index: 89 + (300 × sentences − 10 × letters) ÷ words. */
function gulpease(text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 1;
  const sentences = text.match(/[.?:;]+(\s|$)/g)?.length ?? 1;
  return 89 + (300 * sentences - 10 * letters) / words;
}

function sentences(language: string): [string, string][] {
  const source = messages(language, 'page');
  const entries = source.split(/\n(?=[a-z][\w-]*\s*=)/);
  return entries.map((entry) => {
    const [id = '', ...rest] = entry.split('=');
    return [id.trim(), rest.join('=').trim()];
  });
}

describe('sentences of the page', () => {
  it('are the same in Italian and English', () => {
    expect(ids('en', 'page')).toEqual(ids('it', 'page'));
    expect(ids('en', 'case').sort()).toEqual(ids('it', 'case').sort());
  });

  it('all begin with page-, so that they clash with no other file', () => {
    expect(ids('it', 'page').filter((id) => !id.startsWith('page-'))).toEqual([]);
  });

  const written = code();
  const named = [...new Set(written.match(/(?<=['"`])page-[a-z0-9-]+(?=['"`])/g) ?? [])].filter((id) => !id.endsWith('-'));
  it('exist, where the code names them', () => {
    const known = new Set(ids('it', 'page'));
    // `page-…` is also the name of a cache in the service worker.
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  it('are all used', () => {
    const patterns = (written.match(/`page-[^`]*\$\{[^`]*`/g) ?? []).map(
      (found) => new RegExp(`^${found.slice(1, -1).replace(/\$\{[^}]*\}/g, '[a-z0-9-]+')}$`),
    );
    const unused = ids('it', 'page').filter((id) => !named.includes(id) && !patterns.some((pattern) => pattern.test(id)));
    expect(unused).toEqual([]);
  });

  it.each(sentences('it').filter(([, text]) => text.split(/\s+/).length >= 12))('%s reads easily', (_, text) => {
    expect(gulpease(text.replace(/\{[^}]*\}/g, 'dieci'))).toBeGreaterThanOrEqual(60);
  });

  it.each(['it', 'en'])('hold no forbidden word (%s)', (language) => {
    const wording = readFileSync(join(KNOWLEDGE, 'wording.toml'), 'utf8');
    const rules = [...wording.matchAll(/language = "(\w+)", word = "([^"]+)"/g)];
    expect(rules.length).toBeGreaterThan(20);
    for (const [, of, word = ''] of rules) {
      if (of !== language && of !== 'any') continue;
      const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace('\\*', '\\p{L}*');
      const pattern = word === '!' ? /!/ : new RegExp(`(?<!\\p{L})${escaped}(?!\\p{L})`, 'iu');
      expect(sentences(language).filter(([, text]) => pattern.test(text)), word).toEqual([]);
    }
  });
});
