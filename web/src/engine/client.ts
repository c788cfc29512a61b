import { afterDeath, type Living } from './life';
import type { Answer, Language, Progress, Request } from './protocol';

/** The engine could not do what was asked; the message is one sentence for people, empty where the engine itself broke. */
export class EngineFailure extends Error {}

/** The person stopped it. */
export class EngineStopped extends Error {}

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (reason: Error) => void;
  progress: ((progress: Progress) => void) | undefined;
}

/** Speaks to the engine in its worker. The worker starts with the first question, and so does the download. */
class EngineClient {
  #worker: Worker | null = null;
  #waiting = new Map<number, Waiting>();
  #next = 0;
  #loaded: Promise<unknown> | null = null;
  #language: Language | null = null;
  #hasCase = false;

  /** Whether it is here, or on its way. */
  get isLoaded(): boolean {
    return this.#loaded !== null;
  }

  /** Whether the worker has the case. One that was ended has not: the case must be read again. */
  get hasCase(): boolean {
    return this.#hasCase;
  }

  /** Loads rules and packs in a language. Another language starts another engine: the case must be read again. */
  load(language: Language, progress?: (progress: Progress) => void): Promise<unknown> {
    if (this.#language !== language) this.stop();
    this.#language = language;
    this.#loaded ??= this.ask({ call: 'load', language }, progress);
    // A failed start may be tried again.
    this.#loaded.catch(() => (this.#loaded = null));
    return this.#loaded;
  }

  /** Asks one thing. Buffers in `transfer` are moved, not copied. */
  async ask<Value>(request: Request, progress?: (progress: Progress) => void, transfer: Transferable[] = []): Promise<Value> {
    const id = this.#next++;
    this.#worker ??= this.#start();
    const worker = this.#worker;
    const value = await new Promise<Value>((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject, progress });
      worker.postMessage({ id, ...request }, transfer);
    });
    if (request.call === 'respond') this.#hasCase = true;
    return value;
  }

  /** Stops whatever it is doing and forgets the case: the worker is ended, a new one starts with the next question. */
  stop(): void {
    this.#worker?.terminate();
    this.#forgetWorker();
    this.#failAll(new EngineStopped());
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    const died = (): void => {
      // One that was ended on purpose is forgotten already.
      if (this.#worker !== worker) return;
      this.#forgetWorker();
      this.#failAll(new EngineFailure(''));
    };
    worker.onmessage = ({ data }: MessageEvent<Answer | Living>) => {
      if ('living' in data) afterDeath(data, died);
      else this.#take(data);
    };
    worker.onerror = died;
    return worker;
  }

  #forgetWorker(): void {
    this.#worker = null;
    this.#loaded = null;
    this.#hasCase = false;
  }

  #take(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    if (!waiting) return;
    if ('progress' in answer) {
      waiting.progress?.(answer.progress);
      return;
    }
    this.#waiting.delete(answer.id);
    if ('failure' in answer) {
      waiting.reject(new EngineFailure(answer.failure));
      // The next question starts another worker; the page still has the files.
      if (answer.ended) this.stop();
    } else waiting.resolve(answer.value);
  }

  #failAll(reason: Error): void {
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of all) reject(reason);
  }
}

export const engine = new EngineClient();
