import { expect, it } from 'vitest';
import { factAnswers, type FactChoice } from '../../src/app/statement.ts';

it.each<[FactChoice, string, string]>([
  ['', 'ignored', ''],
  ['confirmed', 'ignored', 'yes'],
  ['rejected', 'ignored', 'no'],
  ['corrected', ' erano 300 euro ', 'erano 300 euro'],
  ['corrected', '', ''],
])('the choice "%s" becomes the answer of the form', (choice, words, answer) => {
  const form = { sections: [], facts: [{ id: 'demand-28', says: 'Chiede 3000 EUR', messages: [28] }] };
  expect(factAnswers(form, { 'demand-28': choice }, { 'demand-28': words })).toEqual([
    { id: 'demand-28', says: 'Chiede 3000 EUR', answer },
  ]);
});
