/**
 * The moment and the zone of the device as the engine wants it (RFC 9557): `2026-11-22T03:10:00+01:00[Europe/Rome]`. For workers:
 * the first format that a browser makes stops a slow phone for a fifth of a second.
 */
export function zonedNow(now: Date, zone = Intl.DateTimeFormat().resolvedOptions().timeZone): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
    hourCycle: 'h23', timeZoneName: 'longOffset',
  }).formatToParts(now);
  const part = (type: string): string => parts.find((found) => found.type === type)?.value ?? '';
  const name = part('timeZoneName');
  const offset = name === 'GMT' ? '+00:00' : name.slice(3);
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}${offset}[${zone}]`;
}

/** The day on the clock of the device: `2026-11-22`. In UTC it may still be yesterday in the night when most read this. */
export function today(now = new Date()): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** This moment in UTC, as marks on a plan carry it. */
export function timestamp(): string {
  return new Date().toISOString();
}

export type OpenNow = 'always' | 'open_now' | 'closed_now' | 'unknown';

interface Timetable {
  zone: string;
  opening: { days: string[]; from: string; to: string }[];
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Made once: making one takes a slow phone as long as a thousand uses of it. */
function clockIn(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  clocks.set(zone, made);
  return made;
}

/** Whether somebody answers at this moment, by the timetable of the packs. */
export function openNow({ zone, opening }: Timetable, now = new Date()): OpenNow {
  if (opening.length === 0) return 'unknown';
  if (opening.some(({ days, from, to }) => days.length === 7 && from === '00:00' && to === '24:00')) return 'always';
  const parts = clockIn(zone).formatToParts(now);
  const part = (type: string): string => parts.find((found) => found.type === type)?.value ?? '';
  const today = part('weekday').toLowerCase();
  const time = `${part('hour')}:${part('minute')}`;
  const isOpen = opening.some(({ days, from, to }) => days.includes(today) && from <= time && time < to);
  return isOpen ? 'open_now' : 'closed_now';
}
