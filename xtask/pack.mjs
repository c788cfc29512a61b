// Packs the modules of the built page, which are most of it, for the program that carries the page.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const web = join(fileURLToPath(new URL('..', import.meta.url)), 'web');
const [dist, packed] = [join(web, 'dist'), join(web, 'packed')];
rmSync(packed, { recursive: true, force: true });
for (const name of readdirSync(dist, { recursive: true }).filter((name) => name.endsWith('.wasm'))) {
  const to = join(packed, `${name}.gz`);
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, gzipSync(readFileSync(join(dist, name)), { level: 9 }));
}
