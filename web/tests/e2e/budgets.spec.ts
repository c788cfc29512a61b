// Sizes, as a host sends them (brotli, as most do; gzip is a tenth more). `cargo xtask web` weighs the engine.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, open, test } from './page.ts';

const DIST = join(import.meta.dirname, '../../dist');

function weight(path: string): number {
  return brotliCompressSync(readFileSync(join(DIST, path))).length;
}

test('the first view weighs at most 60 kB, script included', async ({ page, baseURL }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.addInitScript(() => Object.defineProperty(navigator, 'serviceWorker', { value: undefined }));
  await open(page);
  await page.waitForLoadState('networkidle');
  const paths = asked.map((address) => address.slice(baseURL?.length) || 'index.html');
  const sum = paths.reduce((total, path) => total + weight(path), 0);
  test.info().annotations.push({ type: 'first view, bytes', description: String(sum) });
  expect(paths.length).toBeGreaterThan(3);
  expect(sum).toBeLessThan(60_000);
});

test('all script before the engine weighs at most 60 kB in one language', () => {
  const scripts = readdirSync(join(DIST, 'assets')).filter((name) => name.endsWith('.js') && !/argine_|^worker-|^case-[\w-]{8}\.js/.test(name));
  // Both languages are there; a person loads one.
  const sentences = scripts.filter((name) => name.startsWith('rest-')).map((name) => weight(join('assets', name)));
  expect(sentences).toHaveLength(2);
  const sum = scripts.reduce((total, name) => total + weight(join('assets', name)), 0) - Math.min(...sentences);
  test.info().annotations.push({ type: 'script, bytes', description: String(sum) });
  expect(sum).toBeLessThan(60_000);
});
