import type { ToldProfile } from '../engine/protocol';

/** How a contact may have begun: the identifiers of `argine.profile/1`. */
export const APPROACHES = [
  'stranger', 'dating_app', 'game', 'group', 'wrong_number', 'i_wrote_first', 'school_or_work', 'known_person', 'met_in_person', 'sale',
];

/** How old a profile may be, and a number of days for each: people see "two weeks", not a date. */
export const AGES: { name: string; days: number }[] = [
  { name: 'weeks', days: 15 },
  { name: 'months', days: 45 },
  { name: 'year', days: 200 },
  { name: 'years', days: 730 },
];

/** What a profile shows in numbers. */
export const COUNTS = ['followers', 'following', 'posts', 'mutual_contacts'] as const;

/** What a person may have noticed; who ticks nothing has said nothing. */
export const NOTICED = ['photos_found_elsewhere', 'verified'] as const;

/** What the person told of a profile that they doubt, as it stands in the form. */
export interface FirstContact {
  approach: string;
  /** A name of {@link AGES}. */
  age: string;
  counts: Record<(typeof COUNTS)[number], string>;
  noticed: string[];
  /** As they were copied. */
  messages: string;
}

export function nothingTold(): FirstContact {
  return { approach: '', age: '', counts: { followers: '', following: '', posts: '', mutual_contacts: '' }, noticed: [], messages: '' };
}

/** The profile in the engine's terms: only what was told. */
export function profileOf({ approach, age, counts, noticed }: FirstContact): ToldProfile {
  const days = AGES.find(({ name }) => name === age)?.days;
  const told = COUNTS.map((name) => [name, counts[name].trim()] as const).filter(([, count]) => count !== '');
  return {
    ...Object.fromEntries(told),
    ...Object.fromEntries(noticed.map((name) => [name, true])),
    ...(approach === '' ? {} : { how_they_came: approach }),
    ...(days === undefined ? {} : { account_age_days: days }),
  };
}

/** Whether anything was told at all. */
export function isTold(contact: FirstContact): boolean {
  return contact.messages.trim() !== '' || Object.keys(profileOf(contact)).length > 0;
}
