import { expect, it } from 'vitest';
import { isTold, nothingTold, profileOf } from '../../src/app/first-contact.ts';

it('tells the engine only what the person told', () => {
  expect(profileOf(nothingTold())).toEqual({});
  expect(isTold(nothingTold())).toBe(false);
  const counts = { ...nothingTold().counts, followers: ' 214 ', posts: '  ' };
  expect(profileOf({ ...nothingTold(), approach: 'wrong_number', age: 'weeks', counts, noticed: ['verified'] })).toEqual({
    how_they_came: 'wrong_number', account_age_days: 15, followers: '214', verified: true,
  });
});

it('counts pasted words as told, and blanks as nothing', () => {
  expect(isTold({ ...nothingTold(), messages: ' \n' })).toBe(false);
  expect(isTold({ ...nothingTold(), messages: 'lei: ciao' })).toBe(true);
});
