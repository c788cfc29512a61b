import type { Form, Statement } from '../engine/protocol';

/** Fields of the complaint that only the person can fill in, by group, with the catalogue's name of each. */
export const FIELDS = {
  person: {
    name: 'report-person-name', born: 'report-person-born', tax_code: 'report-person-tax',
    residence: 'report-person-residence', phone: 'report-person-phone', mail: 'report-person-mail',
    document: 'report-person-document', lawyer: 'report-person-lawyer', domicile: 'statement-domicile',
  },
  minor: { name: 'report-guardian-name', born: 'report-guardian-born', capacity: 'report-guardian-capacity' },
  circumstances: { office: 'page-field-office', place: 'page-field-place', learned_on: 'page-field-learned', device: 'page-field-device' },
  accused: { name: 'page-field-accused-name', relation: 'page-field-accused-relation' },
} as const;

export type Group = keyof typeof FIELDS;

export type FactChoice = '' | 'confirmed' | 'corrected' | 'rejected';

/** A statement with every field empty. */
export function emptyStatement(): Statement {
  return { person: {}, minor: {}, circumstances: {}, accused: {}, own_words: '', facts: [] };
}

/** What the person decided on each inferred fact, in the words that the paper's form knows. */
export function factAnswers(
  form: Form,
  choices: Record<string, FactChoice>,
  corrections: Record<string, string>,
): Statement['facts'] {
  const answerOf = (id: string): string => {
    const choice = choices[id] ?? '';
    if (choice === 'corrected') return corrections[id]?.trim() ?? '';
    return { '': '', confirmed: 'yes', rejected: 'no' }[choice];
  };
  return form.facts.map(({ id, says }) => ({ id, says, answer: answerOf(id) }));
}
