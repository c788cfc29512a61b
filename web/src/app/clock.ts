/** The moment and the zone of the device as the engine wants it (RFC 9557): `2026-11-22T03:10:00+01:00[Europe/Rome]`. */
export function zonedNow(now = new Date(), zone = Intl.DateTimeFormat().resolvedOptions().timeZone): string {
  const parts = new Intl.DateTimeFormat('sv', {
    timeZone: zone, dateStyle: 'short', timeStyle: 'medium',
  }).format(now);
  const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(now)
    .find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const offset = name === 'GMT' ? '+00:00' : name.slice(3);
  return `${parts.replace(' ', 'T')}${offset}[${zone}]`;
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

/** Whether somebody answers at this moment, by the timetable of the packs. */
export function openNow({ zone, opening }: Timetable, now = new Date()): OpenNow {
  if (opening.length === 0) return 'unknown';
  if (opening.some(({ days, from, to }) => days.length === 7 && from === '00:00' && to === '24:00')) return 'always';
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).formatToParts(now);
  const part = (type: string): string => parts.find((found) => found.type === type)?.value ?? '';
  const today = part('weekday').toLowerCase();
  const time = `${part('hour')}:${part('minute')}`;
  const isOpen = opening.some(({ days, from, to }) => days.includes(today) && from <= time && time < to);
  return isOpen ? 'open_now' : 'closed_now';
}
