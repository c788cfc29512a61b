import { language } from './words.svelte';

/** Day before month in English too: most who read it here are in Europe. */
export function locale(): string {
  return language() === 'en' ? 'en-GB' : 'it-IT';
}

/** A day as people write it: `22 novembre 2026`. */
export function day(date: string): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date.slice(0, 10)}T12:00:00Z`));
}

const moments = new Map<string, Intl.DateTimeFormat>();

/** A moment on the clock on the wall, in short: `14/11/26, 23:06`. Making a format takes longer than a hundred uses of it. */
export function moment(time: string): string {
  const format = moments.get(locale()) ?? new Intl.DateTimeFormat(locale(), { dateStyle: 'short', timeStyle: 'short', timeZone: 'UTC' });
  moments.set(locale(), format);
  return format.format(new Date(`${time.slice(0, 16)}:00Z`));
}

/** Bytes as people read them: `2,4 MB`. */
export function size(bytes: number): string {
  const [value, unit] = bytes < 1e6 ? [Math.max(1, Math.round(bytes / 1e3)), 'kB'] : [bytes / 1e6, 'MB'];
  return `${new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(value)} ${unit}`;
}
