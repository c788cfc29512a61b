import type { AgeBand, Answers, Door } from '../engine/protocol';

/** What the person answered, by question: names of choices. "I do not know" is an answer too, and says no fact. */
export type Said = Partial<Record<QuestionName, string[]>>;

export type QuestionName =
  | 'door' | 'safe' | 'who' | 'wanted' | 'spread' | 'where' | 'shown' | 'paid' | 'paid-how' | 'named' | 'false-image'
  | 'danger' | 'guardian' | 'blocked';

export interface Question {
  name: QuestionName;
  /** In the order in which they are offered. */
  choices: string[];
  /** Whether more than one can hold. */
  many?: boolean;
}

/** What the questions depend on besides the answers. */
export interface Asked {
  door: Door;
  /** Whether the person came through a door, and so has said what is happening. */
  cameThroughDoor: boolean;
  age: AgeBand | null;
}

const YES_NO = ['yes', 'no', 'unknown'];
/** Places that the packs know how to report to. */
const PLACES = [
  'whatsapp', 'instagram', 'facebook', 'messenger', 'telegram', 'snapchat', 'tiktok', 'discord', 'tinder', 'email',
];

const QUESTIONS: (Question & { when?: (said: Said, asked: Asked) => boolean })[] = [
  { name: 'door', choices: ['blackmail', 'published', 'ex', 'helping', 'unknown'], when: (_, asked) => !asked.cameThroughDoor },
  // Asked directly and early: a plan can wait, a life cannot.
  { name: 'safe', choices: ['no', 'unsure', 'yes'] },
  { name: 'who', choices: ['stranger', 'known', 'authority', 'unknown'], when: (said, asked) => doorOf(said, asked) !== 'ex' },
  { name: 'wanted', choices: ['money', 'images', 'both', 'nothing', 'unknown'] },
  { name: 'spread', choices: ['yes', 'claimed', 'no', 'unknown'], when: (said, asked) => doorOf(said, asked) !== 'published' },
  { name: 'where', choices: [...PLACES, 'unknown'], many: true },
  { name: 'shown', choices: YES_NO, when: (said) => isMailOnly(said) },
  { name: 'paid', choices: YES_NO },
  {
    name: 'paid-how',
    choices: ['sepa', 'postepay', 'card', 'paypal', 'gift_card', 'crypto', 'western_union', 'moneygram', 'other', 'unknown'],
    when: (said) => has(said, 'paid', 'yes'),
  },
  { name: 'named', choices: YES_NO },
  { name: 'false-image', choices: YES_NO },
  { name: 'danger', choices: YES_NO, when: (said, asked) => has(said, 'who', 'known') || doorOf(said, asked) !== 'blackmail' },
  { name: 'guardian', choices: YES_NO, when: (_, { age }) => age === 'under_14' || age === '14_17' },
  { name: 'blocked', choices: YES_NO },
];

/** What each answer says, in the terms of the packs (`docs/knowledge.md`). */
const FACTS: Record<string, string[]> = {
  'who/known': ['known_person'],
  'who/authority': ['fake_authority'],
  'wanted/money': ['money_demand'],
  'wanted/images': ['sexual_demand'],
  'wanted/both': ['money_demand', 'sexual_demand'],
  'spread/yes': ['published', 'publication_risk'],
  'spread/claimed': ['publication_claimed', 'publication_risk'],
  'paid/yes': ['paid'],
  'named/yes': ['contacts_threatened'],
  'false-image/yes': ['deepfake'],
  'danger/yes': ['physical_danger'],
  'guardian/yes': ['guardian_risk'],
  'blocked/yes': ['blocked_already'],
};

/** What a door says by itself: as `crates/argine-wasm/src/first_steps.rs`, without what the questions ask. */
const FACTS_OF_DOOR: Record<Door, string[]> = {
  blackmail: ['threatened', 'publication_risk'],
  published: ['threatened', 'publication_risk', 'published'],
  ex: ['known_person', 'threatened', 'publication_risk'],
  helping: [],
  profile: [],
};

/** The questions that are to be asked after these answers, in order. */
export function questions(said: Said, asked: Asked): Question[] {
  return QUESTIONS.filter(({ when }) => when === undefined || when(said, asked));
}

/** The door that was taken, or the answer that stands for it. */
export function doorOf(said: Said, { door, cameThroughDoor }: Asked): Door {
  const [answer] = said.door ?? [];
  return cameThroughDoor || answer === undefined || answer === 'unknown' ? door : (answer as Door);
}

/** Whether there is an answer to go by, or only the door. */
export function isAnswered(said: Said): boolean {
  return Object.keys(said).length > 0;
}

/** The answers as the engine takes them. */
export function answersOf(said: Said, asked: Asked, age: Answers['age']): Answers {
  const door = doorOf(said, asked);
  const facts = new Set(FACTS_OF_DOOR[door]);
  for (const [name, choices] of Object.entries(said)) {
    for (const choice of choices) for (const fact of FACTS[`${name}/${choice}`] ?? []) facts.add(fact);
  }
  for (const place of said.where ?? []) if (PLACES.includes(place)) facts.add(`platform:${place}`);
  if (facts.has('paid')) facts.add(`paid_with:${wayOf(said)}`);
  if (isMailOnly(said)) facts.add('single_mail');
  if (asked.age === 'under_14') facts.add('under_14');
  return { kind: kindOf(door, facts, said), facts: [...facts].sort(), age, country: 'it' };
}

function kindOf(door: Door, facts: Set<string>, said: Said): string {
  if (door === 'helping') return 'disclosure';
  if (door === 'profile') return 'lure';
  if (facts.has('fake_authority')) return 'fake_authority';
  if (facts.has('known_person')) return 'known_ex';
  // A mail from nowhere that shows nothing: the packs call it a bluff.
  if (isMailOnly(said) && has(said, 'shown', 'no')) return 'spam_bluff';
  return has(said, 'wanted', 'images') ? 'sexual_demand' : 'financial_gang';
}

function wayOf(said: Said): string {
  const [way = 'unknown'] = said['paid-how'] ?? [];
  return way === 'unknown' ? 'other' : way;
}

function isMailOnly({ where = [] }: Said): boolean {
  return where.length === 1 && where[0] === 'email';
}

function has(said: Said, name: QuestionName, choice: string): boolean {
  return said[name]?.includes(choice) ?? false;
}
