import type { Form, Statement } from '../engine/protocol';

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
