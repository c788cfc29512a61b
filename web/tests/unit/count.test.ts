import { FluentBundle, FluentResource } from '@fluent/bundle';
import { expect, it } from 'vitest';
import { Count } from '../../src/words/count.ts';

it.each([
  ['it', 1, 'una cosa'], ['it', 2, '2 cose'], ['it', 999, '999 cose'], ['it', 10_000, '10.000 cose'], ['en', 1_234_567, '1,234,567 cose'],
])('in %s %d is written and chooses its form', (language, value, words) => {
  const bundle = new FluentBundle(language, { useIsolating: false });
  bundle.addResource(new FluentResource('a = { $count ->\n    [one] una cosa\n   *[other] { $count } cose\n}\n'));
  const pattern = bundle.getMessage('a')?.value;
  expect(pattern && bundle.formatPattern(pattern, { count: new Count(value) })).toBe(words);
});
