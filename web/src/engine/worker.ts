/// <reference lib="webworker" />
// The engine's room: a thread of its own, so that the page never stands still while a long chat is read.

import type { Answer, Language, Progress, Request } from './protocol';

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
  form(): string;
  paper(kind: string, format: string, statement: string): Uint8Array;
  case_file(): Uint8Array;
  seal(options: string, seed: Uint8Array): Uint8Array;
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

let loaded: { module: EngineModule; engine: Engine } | null = null;

self.onmessage = async ({ data }: MessageEvent<Request & { id: number }>) => {
  const { id } = data;
  const answer = (body: { progress: Progress } | { value: unknown } | { failure: string }): void =>
    self.postMessage({ id, ...body } satisfies Answer);
  try {
    answer({ value: await carryOut(data, (progress) => answer({ progress })) });
  } catch (error) {
    answer({ failure: error instanceof Error ? error.message : String(error) });
  }
};

async function load(language: Language): Promise<null> {
  const [start] = Object.values(modules);
  if (!start) throw new Error('');
  const module = await start();
  await module.default();
  loaded = { module, engine: new module.Engine(language) };
  return null;
}

async function carryOut(request: Request, progress: (progress: Progress) => void): Promise<unknown> {
  if (request.call === 'load') return load(request.language);
  if (!loaded) throw new Error('');
  const { engine, module } = loaded;
  const read = (json: string): unknown => JSON.parse(json);
  switch (request.call) {
    case 'respond':
      return read(
        engine.respond(request.files, JSON.stringify(request.circumstances), (json) => progress(read(json) as Progress)),
      );
    case 'messages':
      return read(engine.messages(request.conversation, request.from, request.count));
    case 'plan':
      return read(engine.plan(JSON.stringify(request.progress), request.now));
    case 'plan_without_files':
      return read(engine.plan_without_files(JSON.stringify(request.answers), JSON.stringify(request.progress), request.now));
    case 'form':
      return read(engine.form());
    case 'paper':
      return engine.paper(request.kind, request.format, JSON.stringify(request.statement));
    case 'case_file':
      return engine.case_file();
    case 'seal':
      return engine.seal(JSON.stringify(request.options), request.seed);
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
      return notice(engine.notice(request.regime, JSON.stringify(request.fields), request.format, request.now));
    case 'fingerprint_file':
      return read(module.fingerprint_file(request.name, request.bytes, request.age));
  }
}

/** The notice, or what it lacks as `{missing}`. */
function notice(made: Uint8Array | string): unknown {
  return typeof made === 'string' ? JSON.parse(made) : made;
}
