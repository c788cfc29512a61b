import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The engine's module in the built page. */
export function engineFile(dist: string): string {
  const name = readdirSync(join(dist, 'assets')).find((file) => /^argine_wasm_bg.*\.wasm$/.test(file));
  if (!name) throw new Error('the engine was not built: cargo xtask web');
  return join(dist, 'assets', name);
}
