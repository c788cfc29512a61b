import { EngineFailure, engine } from '../engine/client';
import { isPressHere, type Press } from '../engine/press';
import type { Progress } from '../engine/protocol';
import { language } from '../words/words.svelte';
import { askOfCase } from './open-case';
import { emptyStatement } from './statement';

/** The open case, sealed, as a zip; `complaint` says how the complaint is in it. */
export interface SealedCase {
  zip: Uint8Array;
  complaint: 'pdf' | 'html';
}

/**
 * Seals the open case as the program does. The complaint in it is a PDF where the module that prints it came already, for nobody is
 * to load that much unasked; else, and where it fails, it is a page that can be printed.
 */
export async function sealedCase(passphrase: string, press: Press, progress: (now: Progress) => void): Promise<SealedCase> {
  const complaint = (await isPressHere()) ? await printed(press, progress) : null;
  progress({ stage: 'sealing', done: 0, of: 0 });
  const seed = crypto.getRandomValues(new Uint8Array(32));
  const options = passphrase === '' ? {} : { passphrase };
  const zip = await engine.ask<Uint8Array>({ call: 'seal', options, seed, complaint });
  return { zip, complaint: complaint ? 'pdf' : 'html' };
}

/** The complaint with nothing filled in: what a case holds is made of the chat alone. */
async function printed(press: Press, progress: (now: Progress) => void): Promise<Uint8Array | null> {
  progress({ stage: 'printing', done: 0, of: 0 });
  const caseFile = await askOfCase<Uint8Array>({ call: 'case_file' });
  try {
    const request = { call: 'paper', caseFile, kind: 'complaint', statement: emptyStatement() } as const;
    return await press.print(() => Promise.resolve(request), language(), () => undefined);
  } catch (error) {
    if (error instanceof EngineFailure) return null;
    throw error;
  }
}
