import { expect, it } from 'vitest';
import { confidence } from '../../src/app/case-reading.ts';

it.each([[0.99, 'almost-certain'], [0.95, 'almost-certain'], [0.8, 'likely'], [0.5, 'possible'], [0.2, 'uncertain']])(
  'says %f in words', (p, words) => expect(confidence(p)).toBe(words),
);
