import { describe, expect, it } from 'vitest';
import { openNow, zonedNow } from '../../src/app/clock.ts';

describe('the moment for the engine', () => {
  it.each([
    ['2026-11-22T02:10:00Z', 'Europe/Rome', '2026-11-22T03:10:00+01:00[Europe/Rome]'],
    ['2026-07-01T22:30:05Z', 'Europe/Rome', '2026-07-02T00:30:05+02:00[Europe/Rome]'],
    ['2026-01-01T00:00:00Z', 'UTC', '2026-01-01T00:00:00+00:00[UTC]'],
    ['2026-01-01T00:00:00Z', 'Asia/Kolkata', '2026-01-01T05:30:00+05:30[Asia/Kolkata]'],
    ['2026-01-01T00:00:00Z', 'America/St_Johns', '2025-12-31T20:30:00-03:30[America/St_Johns]'],
  ])('%s in %s', (instant, zone, expected) => {
    expect(zonedNow(new Date(instant), zone)).toBe(expected);
  });
});

describe('whether somebody answers now', () => {
  const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  const evening = { zone: 'Europe/Rome', opening: [{ days: week, from: '09:00', to: '24:00' }] };
  const office = { zone: 'Europe/Rome', opening: [{ days: ['mon', 'tue'], from: '09:00', to: '13:00' }] };
  it.each([
    ['always open', { zone: 'Europe/Rome', opening: [{ days: week, from: '00:00', to: '24:00' }] }, '2026-11-22T02:10:00Z', 'always'],
    ['hours not known', { zone: 'Europe/Rome', opening: [] }, '2026-11-22T02:10:00Z', 'unknown'],
    ['closed at three at night', evening, '2026-11-22T02:10:00Z', 'closed_now'],
    ['open until midnight', evening, '2026-11-22T22:59:00Z', 'open_now'],
    ['closed at midnight', evening, '2026-11-22T23:00:00Z', 'closed_now'],
    ['the zone of the line counts, not that of the phone', office, '2026-11-23T08:00:00Z', 'open_now'],
    ['closed on Sunday', office, '2026-11-22T09:00:00Z', 'closed_now'],
  ])('%s', (_, line, instant, expected) => {
    expect(openNow(line, new Date(instant))).toBe(expected);
  });
});
