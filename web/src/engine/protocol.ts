/**
 * What the page and the engine say to each other. The JSON is the model's own (`crates/argine-model`): names are not
 * changed on the way, so that the formats' documentation holds here too. The worker shortens what is long (`brief.ts`).
 */

export type Language = 'it' | 'en';

/** A text of the packs, in every language. */
export type Localised = Record<Language, string>;

export type Tier = 'P' | 'S' | 'K';

export interface Source {
  title: string;
  url?: string;
  tier: Tier;
  seen_on: string;
}

export interface Verified {
  record: string;
  sources: Source[];
  checked_on: string;
  stale: boolean;
  to_be_confirmed: boolean;
}

export interface Because {
  fact: string;
  /** The first few of them: the page names no more. */
  messages: number[];
  /** How many there are. */
  count: number;
}

export interface SubStep {
  id: string;
  text: Localised;
  done: boolean;
}

export type StepState = 'open' | 'done' | 'skipped' | 'later';

export interface Step {
  order: number;
  action: string;
  title: Localised;
  why: Localised;
  how: SubStep[];
  helps: string[];
  because: Because[];
  after: string[];
  state: StepState;
  verified: Verified;
}

export interface NeverRule {
  text: Localised;
  why: Localised;
  verified: Verified;
}

export interface Offence {
  article: string;
  title: Localised;
  text: Localised;
  prosecution: string;
  complaint_months: number | null;
  because: Because[];
  verified: Verified;
}

export interface Clock {
  title: Localised;
  text: Localised;
  runs_from: string;
  starts: string | null;
  ends: string | null;
  ends_at: string | null;
  safe_by: string | null;
  state: 'open' | 'ask_lawyer';
  verified: Verified;
}

export type Opening = 'always' | 'open_now' | 'closed_now' | 'unknown';

export interface Helpline {
  title: Localised;
  text: Localised;
  phone: string | null;
  url: string | null;
  hours: Localised;
  opening: Opening;
  verified: Verified;
}

export interface Route {
  title: Localised;
  how: SubStep[];
  notes: Localised;
  verified: Verified;
}

export interface PlanPath {
  title: Localised;
  text: Localised;
  dos: Localised[];
  verified: Verified;
}

export interface Plan {
  knowledge_version: string;
  country: string;
  kind: string;
  crisis: boolean;
  steps: Step[];
  never: NeverRule[];
  offences: Offence[];
  clocks: Clock[];
  helplines: Helpline[];
  routes: Route[];
  path: PlanPath | null;
  basis: PlanBasis;
}

/** Days that terms run from: `YYYY-MM-DD`. */
export type PlanDay = 'learned_on' | 'notice_sent' | 'published_on' | 'paid_on' | 'decision_received';

export interface PlanBasis {
  /** As packs write them: `money_demand`, `kind:financial_gang`. */
  facts: { fact: string }[];
  dates: Partial<Record<PlanDay, string>>;
}

/** The answer to the direct question. */
export type SelfHarmAnswer = 'yes' | 'unsure' | 'no';

/** What the person did of a plan: `argine_plan::PlanProgress`. */
export interface PlanProgress {
  marks: Record<string, { state: StepState; time: string }>;
  said: string[];
  dates: Partial<Record<PlanDay, string>>;
  self_harm: SelfHarmAnswer | null;
}

export interface WarnDecision {
  advice: 'nobody' | 'one_person' | 'circle' | 'who_may_have_received';
  factors: { id: string; weight: number; messages: number[] }[];
  score: number;
}

export interface PlanView {
  plan: Plan;
  /** Records of the steps to show now, at most three. */
  next: string[];
  progress: PlanProgress;
  /** Whether to warn contacts. */
  warn: WarnDecision;
}

/** What the person says instead of handing over a chat: `CaseFact` names that hold, and the kind where a door says it. */
export interface Answers {
  kind: string;
  facts: string[];
  age: AgeAnswer;
  country: string;
}

/**
 * Beginnings of a situation, as the doors of the first pages name them. In the terms of the packs:
 * - `blackmail`: `kind:financial_gang money_demand threatened publication_risk`
 * - `published`: the same and `published`
 * - `ex`: `kind:known_ex known_person threatened publication_risk`
 * - `helping`: `kind:disclosure`
 * - `profile` (is this profile real?): `kind:lure`
 */
export type Door = 'blackmail' | 'published' | 'ex' | 'helping' | 'profile';

/** What the person says of their age; the engine takes both bands under 18 as minor, with `under_14` said as a fact. */
export type AgeBand = 'under_14' | '14_17' | 'adult' | 'unknown';

export type AgeAnswer = 'adult' | 'minor' | 'unknown';

/** A helpline with its timetable, so that "open now" can be told on the device without the engine. */
export interface HelplineRecord {
  id: string;
  title: Localised;
  text: Localised;
  phone: string | null;
  url: string | null;
  hours: Localised;
  /** IANA zone of the timetable. */
  zone: string;
  /** Empty: hours not known. Days `mon` … `sun`, times `09:00`, the end of the day is `24:00`. */
  opening: { days: string[]; from: string; to: string }[];
  serves: string[];
  role: string;
  sources: Source[];
  checked_on: string;
}

/**
 * `src/generated/first-steps.json`, written by `cargo xtask web` from the packs: what can be said before any file is
 * handed over, for Italy. Texts are in both languages; it also makes the pages without JavaScript.
 */
export interface FirstSteps {
  knowledge_version: string;
  /** For each door and age the plan of `plan_without_files`, helplines without `opening`'s judgement ("unknown"). */
  doors: Record<Door, Record<AgeAnswer, Plan>>;
  /** Everybody who answers, in the order of the packs. */
  helplines: HelplineRecord[];
  /** The rules that hold before anything has happened. */
  prevention: { title: Localised; text: Localised; why: Localised; verified: Verified }[];
}

/** Platform-neutral reading of one entry. */
export interface MessageView {
  id: string;
  conversation: number;
  /** Place in the conversation, from 0: the number that people see, on screen and in the papers. */
  place: number;
  sender: string | null;
  own: boolean;
  time: string | null;
  text: string;
  kind: string;
  flags: string[];
  attachments: { name?: string; class: string; status: string }[];
}

export interface Evidence {
  index: number;
  start?: number;
  end?: number;
  rule: string;
  why?: string;
  counter?: boolean;
}

/** What a finding rests on, as far as the page shows it: a long chat has thousands of messages that say the same. */
export interface Rests {
  evidence: Evidence[];
  /** How many speak for it in all. */
  entries: number;
}

export interface FlagFinding extends Rests {
  value: boolean;
}

/** `argine_model::Assessment`, of which the worker passes on what the page shows. */
export interface Assessment {
  roles: { owner: string; suspected: string | null };
  kind: { label: string; p: number; alternatives: [string, number][] };
  flags: { minor_victim: FlagFinding; self_harm: FlagFinding; physical_danger: FlagFinding; publication: PublicationFinding };
  proofs: ({ proof: string } & Rests)[];
  stages: ({ stage: string } & Rests)[];
  current_stage: string | null;
  tactics: ({ tactic: string } & Rests)[];
  /** What could not be judged, each as `id:count`. */
  not_done: string[];
}

export interface PublicationFinding extends Rests {
  status: 'none' | 'threatened' | 'claimed' | 'done';
}

/** What usually comes next, as the packs tell it. */
export interface Outlook {
  title: Localised;
  text: Localised;
  verified: Verified;
}

export interface ConversationSummary {
  id: string;
  title: string | null;
  platform: string;
  participants: string[];
  /** Place of the person among the participants. */
  owner: number | null;
  messages: number;
}

export interface CaseView {
  /** One sentence for people for each thing that could not be read. */
  findings: { text: string; unread: boolean }[];
  conversations: ConversationSummary[];
  recognitions: { assessment: Assessment }[];
  /** Place of the main conversation, where there is one. */
  main: number | null;
  plan: PlanView;
  /** Of the main conversation. */
  outlook: Outlook | null;
  /** The messages that the evidence above names, by `MessageView.id`: `0/14` is conversation and place. */
  quotes: Record<string, MessageView>;
}

/** What a message shows: a note in the margin. */
export interface Note {
  /** Id of the rule's reason in the catalogue. */
  why: string;
  counter: boolean;
}

export interface NotedMessage extends MessageView {
  notes: Note[];
}

/** Part of the main conversation. */
export interface Passage {
  messages: NotedMessage[];
  /** How many there are in all. */
  all: number;
}

export interface HandedFile {
  name: string;
  bytes: Uint8Array;
  /** Milliseconds since 1970, as the device says. */
  modified?: number;
}

export interface Circumstances {
  /** In UTC, as in every question: `2026-11-22T02:10:00Z`. The worker says it in the zone of the device. */
  now: string;
  age: AgeAnswer;
  country: string;
  custodian: 'affected_person' | 'guardian' | 'representative';
  owner?: string;
  date_order?: 'day_first' | 'month_first';
}

export interface Progress {
  stage: 'loading' | 'reading' | 'recognising' | 'planning' | 'printing' | 'sealing';
  done: number;
  of: number;
}

export interface InferredFact {
  id: string;
  says: string;
  messages: number[];
}

/** One group of blanks of the complaint; `table` and the fields' ids are those of the statement. */
export interface FormSection {
  table: 'person' | 'minor' | 'circumstances' | 'accused';
  heading: string;
  fields: { id: string; label: string }[];
}

export interface Form {
  sections: FormSection[];
  facts: InferredFact[];
}

/** `argine_report::Statement`: every field may be left out. */
export interface Statement {
  person: Record<string, string>;
  minor: Record<string, string>;
  circumstances: Record<string, string>;
  accused: Record<string, string>;
  own_words: string;
  facts: { id: string; says: string; answer: string }[];
}

export type PaperFormat = 'html' | 'text' | 'odt';

export interface Check {
  id: string;
  ok: boolean;
  text: string;
}

export interface Verdict {
  intact: boolean;
  text: string;
  checks: Check[];
}

export interface NoticeRegime {
  id: string;
  title: string;
  text: string;
  addressee: string;
  /** What to mind. */
  beware: string;
  hours?: number;
  fields: { id: string; label: string; required: boolean; law: string }[];
  sources: Source[];
  checked_on: string;
}

/** A field that is empty or that cannot be right. */
export interface NoticeFault {
  id: string;
  label: string;
  fault: 'missing' | 'wrong';
  law: string;
  value: string;
}

/** `argine.profile/1`: what was told of a profile, by the names of its fields. */
export type ToldProfile = Record<string, string | number | boolean>;

/** What a reason rests on: something told of the profile, or a message. */
export type RestsOn = { field: { name: string; value: string } } | { message: { index: number; text: string } };

export interface ScreenReason {
  sign: string;
  speaks: 'for_lure' | 'for_real';
  /** Id of its sentence in the catalogue. */
  why: string;
  rests_on: RestsOn[];
}

/** `argine.screening/1`: whether a profile is a lure. */
export interface Screening {
  verdict: 'lure' | 'real' | 'unsure';
  likelihood: 'very_likely' | 'likely' | 'open' | 'unlikely';
  /** The weightiest first. */
  reasons: ScreenReason[];
  /** What was told and could not be used: the field or the line, and what stood there. */
  not_understood: { place: string; told: string }[];
  messages: number;
  messages_used: number;
  /** Whether the messages hold a threat already. */
  threat: boolean;
}

/** How hard a passphrase is to guess. */
export interface Strength {
  bits: number;
  enough: boolean;
  weakness: string | null;
  /** Why, in words. */
  text: string;
}

export interface Fingerprints {
  name: string;
  size: number;
  sha256: string;
  md5: string;
  pdq?: string;
  quality?: number;
  /** Why there is no PDQ, in words. */
  reason?: string;
}

/** What the page asks of the worker; each has an answer with the same `id`. */
export type Request =
  | { call: 'load'; language: Language }
  | { call: 'respond'; files: HandedFile[]; circumstances: Circumstances }
  | { call: 'passage'; onlyNoted: boolean; from: number; count: number }
  | { call: 'plan'; progress: PlanProgress; now: string }
  | { call: 'plan_without_files'; answers: Answers; progress: PlanProgress; now: string }
  | { call: 'screen'; profile: ToldProfile; messages: string; circumstances: Circumstances }
  | { call: 'form' }
  | { call: 'paper'; kind: string; format: PaperFormat; statement: Statement }
  | { call: 'case_file' }
  | { call: 'seal'; options: { passphrase?: string }; seed: Uint8Array; complaint: Uint8Array | null }
  | { call: 'verify'; zip: Uint8Array }
  | { call: 'lock'; bytes: Uint8Array; passphrase: string }
  | { call: 'unlock'; bytes: Uint8Array; passphrase: string }
  | { call: 'strength'; passphrase: string }
  | { call: 'notice_regimes' }
  | { call: 'notice'; regime: string; fields: Record<string, string>; format: PaperFormat; now: string }
  | { call: 'fingerprint_file'; name: string; bytes: Uint8Array; age: AgeAnswer };

export type Answer =
  | { id: number; progress: Progress }
  | { id: number; value: unknown }
  /** One sentence for people; `ended` where the engine itself broke and must be started again. */
  | { id: number; failure: string; ended?: true };
