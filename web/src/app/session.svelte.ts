import type {
  AgeAnswer, AgeBand, CaseView, Circumstances, Door, HandedFile, PlanProgress, PlanView, StepState,
} from '../engine/protocol';
import { timestamp } from './clock';
import { isTold, nothingTold, type FirstContact } from './first-contact';
import type { Asked, Said } from './questions';
import type { TypedMessage } from './transcript';

export type PageName =
  | 'welcome' | 'watched' | 'first' | 'evidence' | 'happening' | 'conversation' | 'plan' | 'images' | 'complaint'
  | 'notices' | 'verify' | 'profile' | 'case' | 'about' | 'crisis' | 'menu' | 'questions' | 'pictures';

function noProgress(): PlanProgress {
  return { marks: {}, said: [], dates: {}, self_harm: null };
}

/**
 * What the person said and did. It lives in memory only: nothing of it is written anywhere until they ask for it on the
 * page "my case".
 */
class Session {
  page = $state<PageName>('welcome');
  door = $state<Door>('blackmail');
  /** Whether the person chose that door; else it is only where most begin. */
  cameThroughDoor = $state(false);
  age = $state<AgeBand | null>(null);
  custodian = $state<Circumstances['custodian']>('affected_person');
  owner = $state('');
  files = $state.raw<HandedFile[]>([]);
  /** Whether somebody in the pictures is undressed, as the person says; until they say no, none is shown. */
  undressed = $state<'yes' | 'unsure' | 'no' | null>(null);
  /** What the person read off pictures. */
  typed = $state<TypedMessage[]>([]);
  opened = $state.raw<CaseView | null>(null);
  /** What the person said instead of handing over a chat, and the plan that was made of it. */
  said = $state<Said>({});
  planned = $state.raw<PlanView | null>(null);
  progress = $state<PlanProgress>(noProgress());
  /** What the person told of a profile that they doubt. */
  contact = $state<FirstContact>(nothingTold());
  /** Whether the ex path's warning was read: it is shown once, before anything is typed. */
  warned = $state(false);
  /** Whether the words of messages are shown; never by default. */
  showsWords = $state(false);
  /** After "erase everything" nothing is written again until the page is opened anew. */
  erased = $state(false);
  trail = $state<PageName[]>([]);

  /** The age in the engine's terms: nobody said is as cautious as under 18. */
  get ageAnswer(): AgeAnswer {
    if (this.age === 'adult') return 'adult';
    return this.age === 'under_14' || this.age === '14_17' ? 'minor' : 'unknown';
  }

  get mayBeMinor(): boolean {
    return this.age !== 'adult';
  }

  get asked(): Asked {
    return { door: this.door, cameThroughDoor: this.cameThroughDoor, age: this.age };
  }

  /** The plan of the chat, else that of the answers. What the person says weighs more than a chat that shows nothing. */
  get plan(): PlanView | null {
    const ofChat = this.opened?.plan ?? null;
    return this.planned && (ofChat === null || ofChat.plan.kind === 'benign') ? this.planned : ofChat;
  }

  /** Ticks and answers as plain values, for the engine. */
  saidProgress(): PlanProgress {
    return $state.snapshot(this.progress);
  }

  /** Whether leaving would lose something. */
  get hasWork(): boolean {
    return this.files.length > 0 || isTold(this.contact) || Object.keys(this.said).length > 0 || Object.keys(this.progress.marks).length > 0;
  }

  go(page: PageName): void {
    if (page === this.page) return;
    this.trail = [...this.trail, this.page];
    this.page = page;
  }

  back(): void {
    const last = this.trail.at(-1);
    if (last === undefined) return;
    this.trail = this.trail.slice(0, -1);
    this.page = last;
  }

  mark(id: string, state: StepState): void {
    const others = Object.fromEntries(Object.entries(this.progress.marks).filter(([known]) => known !== id));
    this.progress.marks = state === 'open' ? others : { ...others, [id]: { state, time: timestamp() } };
  }

  stateOf(id: string): StepState {
    return this.progress.marks[id]?.state ?? 'open';
  }

  forget(): void {
    this.files = [];
    this.undressed = null;
    this.typed = [];
    this.opened = null;
    this.said = {};
    this.planned = null;
    this.progress = noProgress();
    this.contact = nothingTold();
    this.door = 'blackmail';
    this.cameThroughDoor = false;
    this.age = null;
    this.owner = '';
    this.custodian = 'affected_person';
    this.showsWords = false;
    this.trail = [];
  }
}

export const session = new Session();
