import { language, t } from './words.svelte';

// Written by hand: making one of the browser's own formats stops a slow phone for a fifth of a second.

/** A day as people write it: `22 novembre 2026`. */
export function day(date: string): string {
  const [year = '', month = '', place = ''] = date.slice(0, 10).split('-');
  return `${Number(place)} ${t(`page-month-${Number(month)}`)} ${year}`;
}

/** A moment on the clock on the wall, in short, day before month in English too: `14/11/26 23:06`. */
export function moment(time: string): string {
  const [year = '', month = '', place = ''] = time.slice(0, 10).split('-');
  return `${place}/${month}/${year.slice(2)} ${time.slice(11, 16)}`;
}

/** Bytes as people read them: `2,4 MB`. */
export function size(bytes: number): string {
  if (bytes < 1e6) return `${Math.max(1, Math.round(bytes / 1e3))} kB`;
  const megabytes = (bytes / 1e6).toFixed(1).replace(/\.0$/, '');
  return `${language() === 'it' ? megabytes.replace('.', ',') : megabytes} MB`;
}

/** Words as a list: `a, b e c`. */
export function list(words: string[], last: 'and' | 'or'): string {
  const [end = ''] = words.slice(-1);
  return words.length < 2 ? end : `${words.slice(0, -1).join(', ')} ${t(`page-list-${last}`)} ${end}`;
}
