import { EngineFailure, EngineStopped } from './client';
import { afterDeath, type Living } from './life';
import type { Language, Statement } from './protocol';

/** What is to be printed, in the terms of `crates/argine-wasm-papers`. */
export type PressRequest =
  | { call: 'paper'; caseFile: Uint8Array; kind: string; statement: Statement }
  | { call: 'notice'; regime: string; fields: Record<string, string>; now: string };

/** The question to the worker; it has one, and is ended after it. */
export interface PressOrder {
  /** Address of the module. */
  module: string;
  language: Language;
  request: PressRequest;
}

export type PressAnswer =
  /** Bytes of the module that have come, unpacked. */
  | { loaded: number }
  | { writing: true }
  | { pdf: Uint8Array }
  /** One sentence for people; empty where the program itself broke. */
  | { failure: string };

export type PressProgress = { loaded: number } | { writing: true };

/** Empty where the module was not built. */
const [address] = Object.values(
  import.meta.glob<string>('./papers/argine_wasm_papers_bg.wasm', { eager: true, query: '?url', import: 'default' }),
);

/** Whether it has printed something since the page was opened. */
let hasPrinted = false;

/** Whether the module came already, because somebody asked for a PDF. */
export async function isPressHere(): Promise<boolean> {
  if (hasPrinted) return true;
  return address !== undefined && 'caches' in self && (await caches.match(address)) !== undefined;
}

/**
 * Makes PDFs in a worker of their own. Each paper has a worker, which ends with it: what a paper takes of a phone's memory is given
 * back, and the case stays in no second place.
 */
export class Press {
  #order: AbortController | null = null;

  /** The paper as PDF. */
  async print(
    request: () => Promise<PressRequest>, language: Language, progress: (now: PressProgress) => void,
  ): Promise<Uint8Array> {
    this.stop();
    const { signal } = (this.#order = new AbortController());
    const asked = await request();
    if (signal.aborted) throw new EngineStopped();
    if (address === undefined) throw new EngineFailure('');
    const worker = new Worker(new URL('./worker-papers.ts', import.meta.url), { type: 'module' });
    try {
      const pdf = await new Promise<Uint8Array>((resolve, reject) => {
        signal.onabort = () => reject(new EngineStopped());
        const died = (): void => reject(new EngineFailure(''));
        worker.onerror = died;
        worker.onmessage = ({ data }: MessageEvent<PressAnswer | Living>) => {
          if ('living' in data) afterDeath(data, died);
          else if ('pdf' in data) resolve(data.pdf);
          else if ('failure' in data) reject(new EngineFailure(data.failure));
          else progress(data);
        };
        const order: PressOrder = { module: address, language, request: asked };
        worker.postMessage(order, asked.call === 'paper' ? [asked.caseFile.buffer] : []);
      });
      hasPrinted = true;
      return pdf;
    } finally {
      worker.terminate();
    }
  }

  /** Stops whatever it is printing. */
  stop(): void {
    this.#order?.abort();
  }
}
