import type { AgeAnswer, Door } from '../engine/protocol';

/** A step or a rule of the packs in one language. */
export interface PlainRecord {
  title: string;
  why: string;
  how: string[];
  /** Day it was last checked, ISO 8601. */
  checked: string;
  /** False where a source still has to be opened by somebody. */
  confirmed: boolean;
  /** Name, and address where there is one. */
  sources: string[][];
}

/** What the situation is called, and what helps in it. */
export interface PlainPath {
  title: string;
  text: string;
  dos: string[];
  checked: string;
  confirmed: boolean;
  sources: string[][];
}

/** A plan as ids of records. */
export interface PlainPlan {
  steps: string[];
  never: string[];
  path: PlainPath | null;
}

export interface PlainHelpline {
  id: string;
  title: string;
  text: string;
  phone: string | null;
  url: string | null;
  hours: string;
  zone: string;
  opening: { days: string[]; from: string; to: string }[];
  serves: string[];
  role: string;
  checked: string;
  confirmed: boolean;
  /** Name, and address where there is one. */
  sources: string[][];
}

/** A rule of prevention. */
export interface PlainRule extends Pick<PlainRecord, 'title' | 'why' | 'checked' | 'confirmed' | 'sources'> {
  text: string;
}

/** What the packs say before any file is handed over, in one language. */
export interface FirstWords {
  version: string;
  doors: Record<Door, Record<AgeAnswer, PlainPlan>>;
  records: Record<string, PlainRecord>;
  helplines: PlainHelpline[];
  prevention: PlainRule[];
}
