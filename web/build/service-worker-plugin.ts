import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const PUBLIC = join(import.meta.dirname, '../public');

/** Loaded only when the person agrees. */
const OF_ENGINE = /\.wasm$|argine_|\/worker-/;

/**
 * Gives the service worker the list of files to keep for when there is no network, and a version that is the digest of
 * their contents. The engine is left out: it is kept when the person has agreed to load it. So is `esci/`: hosts answer it
 * with an order to empty the storage.
 */
export function serviceWorker(): Plugin {
  return {
    name: 'argine-service-worker',
    enforce: 'post',
    generateBundle(_, bundle) {
      const worker = bundle['service-worker.js'];
      if (worker?.type !== 'chunk') return;
      const digest = createHash('sha256');
      const files: string[] = [];
      const engine: string[] = [];
      for (const [name, file] of Object.entries(bundle).sort(([a], [b]) => (a < b ? -1 : 1))) {
        if (OF_ENGINE.test(name)) engine.push(name);
        if (name === 'service-worker.js' || engine.includes(name) || name.startsWith('esci/')) continue;
        files.push(name);
        digest.update(name).update(file.type === 'chunk' ? file.code : file.source);
      }
      for (const name of readdirSync(PUBLIC).sort()) {
        files.push(name);
        digest.update(name).update(readFileSync(join(PUBLIC, name)));
      }
      worker.code = worker.code
        .replaceAll('__ENGINE_FILES__', JSON.stringify(engine))
        .replace('__FILES__', JSON.stringify(['./', ...files]))
        .replace('__VERSION__', JSON.stringify(digest.digest('hex').slice(0, 16)));
    },
  };
}
