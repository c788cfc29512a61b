import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Plugin } from 'vite';

const ID = 'virtual:engine-facts';
const ENGINE = join(import.meta.dirname, '../src/engine');

/** What the page says before it loads the engine: how many bytes will come. `null` where the engine was not built. */
export function engineFacts(): Plugin {
  return {
    name: 'argine-engine-facts',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load(id) {
      if (id !== `\0${ID}`) return undefined;
      return [
        `export const engineBytes = ${compressed('pkg/argine_wasm_bg.wasm')};`,
        `export const papersBytes = ${compressed('papers/argine_wasm_papers_bg.wasm')};`,
        `export const papersUnpacked = ${unpacked('papers/argine_wasm_papers_bg.wasm')};`,
      ].join('\n');
    },
  };
}

function compressed(module: string): number | null {
  const file = join(ENGINE, module);
  if (!existsSync(file)) return null;
  // Level 9: what hosts use for files that are compressed once; 11 takes a minute here.
  return brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;
}

function unpacked(module: string): number | null {
  const file = join(ENGINE, module);
  return existsSync(file) ? statSync(file).size : null;
}
