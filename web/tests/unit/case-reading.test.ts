import { expect, it } from 'vitest';
import { confidence, unreadWords } from '../../src/app/case-reading.ts';

it.each([[0.99, 'almost-certain'], [0.95, 'almost-certain'], [0.8, 'likely'], [0.5, 'possible'], [0.2, 'uncertain']])(
  'says %f in words', (p, words) => expect(confidence(p)).toBe(words),
);

it.each([[['omitted_media:3', 'unsupported_language:70'], 70], [['omitted_media:3'], null], [[], null]])(
  'knows of %j how much is in a language that nobody here reads', (not_done, share) => {
    const assessment = { not_done } as unknown as Parameters<typeof unreadWords>[0];
    expect(unreadWords(assessment)).toBe(share);
  },
);
