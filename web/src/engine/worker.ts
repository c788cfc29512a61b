/// <reference lib="webworker" />
// The engine's room: a thread of its own, so that the page never stands still while a long chat is read.

import { zonedNow } from '../app/clock';
import { briefCase, briefForm, briefPlan, marginNotes, passage, type LongCaseView } from './brief';
import { live } from './life';
import type { Answer, CaseView, Form, Language, MessageView, Note, Passage, PlanView, Progress, Request } from './protocol';

/** The face of the engine, as `crates/argine-wasm` builds it. */
interface EngineModule {
  default: () => Promise<unknown>;
  Engine: new (language: Language) => Engine;
  fingerprint_file: (name: string, bytes: Uint8Array, age: string) => string;
}

interface Engine {
  respond(files: unknown, circumstances: string, progress: (json: string) => void): string;
  messages(conversation: number, from: number, count: number): string;
  plan(progress: string, now: string): string;
  plan_without_files(answers: string, progress: string, now: string): string;
  screen(profile: string, messages: string, circumstances: string): string;
  form(): string;
  paper(kind: string, format: string, statement: string): Uint8Array;
  case_file(): Uint8Array;
  seal(options: string, seed: Uint8Array, complaint: Uint8Array | null): Uint8Array;
  verify(zip: Uint8Array): string;
  lock(bytes: Uint8Array, passphrase: string, workFactor: number): Uint8Array;
  unlock(bytes: Uint8Array, passphrase: string): Uint8Array;
  strength(passphrase: string): string;
  notice_regimes(): string;
  notice(regime: string, fields: string, format: string, now: string): Uint8Array | string;
}

/** Set by hand: age measures the machine otherwise, which takes half a minute here. 2^15 is about a second on a phone. */
const WORK_FACTOR = 15;

/** Empty where the engine was not built. */
const modules = import.meta.glob<EngineModule>('./pkg/argine_wasm.js');

live((living) => self.postMessage(living));

let loaded: { module: EngineModule; engine: Engine } | null = null;

/** The main conversation of the open case, and what its messages show. */
let conversation: { place: number; all: number; notes: Map<number, Note[]>; noted: MessageView[] } | null = null;

self.onmessage = async ({ data }: MessageEvent<Request & { id: number }>) => {
  const { id } = data;
  const answer = (body: { progress: Progress } | { value: unknown } | { failure: string; ended?: true }): void =>
    self.postMessage({ id, ...body } satisfies Answer);
  try {
    answer({ value: await carryOut(data, (progress) => answer({ progress })) });
  } catch (error) {
    if (isSentence(error)) answer({ failure: error.message });
    else answer({ failure: '', ended: true });
  }
};

/**
 * Whether the engine refused something, in one sentence for people. Anything else is a fault, of the program, the journey or
 * the memory: after it nothing here is to be trusted, and the page ends this worker.
 */
function isSentence(error: unknown): error is Error {
  return error instanceof Error && error.name === 'Error' && error.message !== '';
}

async function load(language: Language): Promise<null> {
  const [start] = Object.values(modules);
  if (!start) throw new Error('');
  const module = await arrived(start);
  loaded = { module, engine: new module.Engine(language) };
  return null;
}

/** The module, ready. What goes wrong on its way is told in the browser's own words, which are not for people. */
async function arrived(start: () => Promise<EngineModule>): Promise<EngineModule> {
  try {
    const module = await start();
    await module.default();
    return module;
  } catch (cause) {
    throw new Error('', { cause });
  }
}

async function carryOut(request: Request, progress: (progress: Progress) => void): Promise<unknown> {
  if (request.call === 'load') return load(request.language);
  if (!loaded) throw new Error('');
  const { engine, module } = loaded;
  const read = (json: string): unknown => JSON.parse(json);
  switch (request.call) {
    case 'respond':
      return opened(
        read(
          engine.respond(request.files, JSON.stringify(here(request.circumstances)), (json) => progress(read(json) as Progress)),
        ) as LongCaseView,
      );
    case 'passage':
      return passageOf(engine, request);
    case 'plan':
      return briefPlan(read(engine.plan(JSON.stringify(request.progress), here(request).now)) as PlanView);
    case 'plan_without_files':
      return briefPlan(
        read(engine.plan_without_files(JSON.stringify(request.answers), JSON.stringify(request.progress), here(request).now)) as PlanView,
      );
    case 'screen':
      return read(engine.screen(JSON.stringify(request.profile), request.messages, JSON.stringify(here(request.circumstances))));
    case 'form':
      return briefForm(read(engine.form()) as Form);
    case 'paper':
      return engine.paper(request.kind, request.format, JSON.stringify(request.statement));
    case 'case_file':
      return engine.case_file();
    case 'seal':
      return engine.seal(JSON.stringify(request.options), request.seed, request.complaint);
    case 'verify':
      return read(engine.verify(request.zip));
    case 'lock':
      return engine.lock(request.bytes, request.passphrase, WORK_FACTOR);
    case 'unlock':
      return engine.unlock(request.bytes, request.passphrase);
    case 'strength':
      return read(engine.strength(request.passphrase));
    case 'notice_regimes':
      return read(engine.notice_regimes());
    case 'notice':
      return notice(engine.notice(request.regime, JSON.stringify(request.fields), request.format, here(request).now));
    case 'fingerprint_file':
      return read(module.fingerprint_file(request.name, request.bytes, request.age));
  }
}

/** The same with its moment in the zone of the device. */
function here<Timed extends { now: string }>(asked: Timed): Timed {
  return { ...asked, now: zonedNow(new Date(asked.now)) };
}

/** Keeps what belongs to the margin, and passes on what the page shows. */
function opened(view: LongCaseView): CaseView {
  const place = view.main ?? (view.recognitions.length > 0 ? 0 : null);
  const found = place === null ? undefined : view.recognitions[place];
  conversation = null;
  if (place !== null && found) {
    const notes = marginNotes(found.assessment);
    const noted = Object.values(view.quotes)
      .filter((message) => message.conversation === place && notes.has(message.place))
      .sort((one, other) => one.place - other.place);
    conversation = { place, all: view.conversations[place]?.messages ?? 0, notes, noted };
  }
  return briefCase(view);
}

function passageOf(engine: Engine, { onlyNoted, from, count }: { onlyNoted: boolean; from: number; count: number }): Passage {
  if (!conversation) return { messages: [], all: 0 };
  const { place, all, notes, noted } = conversation;
  if (onlyNoted) return passage(noted.slice(from, from + count), notes, noted.length);
  return passage(JSON.parse(engine.messages(place, from, count)) as MessageView[], notes, all);
}

/** The notice, or what it lacks as `{missing}`. */
function notice(made: Uint8Array | string): unknown {
  return typeof made === 'string' ? JSON.parse(made) : made;
}
