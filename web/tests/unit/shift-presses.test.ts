import { expect, it } from 'vitest';
import { ShiftPresses } from '../../src/safety/shift-presses.ts';

it.each<[string, [string, number][], (number | null)[]]>([
  ['three in a row', [['Shift', 1000], ['Shift', 2000], ['Shift', 3000]], [2, 1, 0]],
  ['each within five seconds', [['Shift', 1000], ['Shift', 6000], ['Shift', 11000]], [2, 1, 0]],
  ['a longer pause starts again', [['Shift', 1000], ['Shift', 6001], ['Shift', 7000]], [2, 2, 1]],
  ['capitals in a field do not count', [['Shift', 1000], ['A', 1100], ['Shift', 1200], ['Shift', 1300]], [2, null, 2, 1]],
])('%s', (_, keys, expected) => {
  const presses = new ShiftPresses();
  expect(keys.map(([key, time]) => presses.press(key, time))).toEqual(expected);
});
