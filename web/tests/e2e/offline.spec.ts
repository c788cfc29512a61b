// Without a network, and new versions.

import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { button, expect, goTo, heading, ready, test } from './page.ts';

const DIST = join(import.meta.dirname, '../../dist');

test('after the first visit it opens without a network, every page of it', async ({ page, context, say }) => {
  await ready(page);
  await context.setOffline(true);
  await page.reload();
  await expect(heading(page, say('page-welcome-title'))).toBeVisible();
  for (const name of ['first', 'evidence', 'happening', 'plan', 'images', 'complaint', 'notices', 'case', 'profile', 'verify', 'about']) {
    await goTo(page, say, name);
    await expect(page.locator('main h1')).not.toHaveText(say('page-not-loaded'));
  }
  await expect(page.getByText(say('page-about-offline-ready'))).toBeVisible();
  // Only the newest version is kept.
  expect(await page.evaluate(() => caches.keys())).toHaveLength(1);
  await context.setOffline(false);
});

test.describe('on a host of its own', () => {
  const root = mkdtempSync(join(tmpdir(), 'appunti-'));
  const host = 'http://127.0.0.1:4189/una-cartella/';
  let server: ChildProcess;
  test.use({ baseURL: host });
  test.beforeAll(async () => {
    cpSync(DIST, root, { recursive: true });
    server = spawn(process.execPath, [join(import.meta.dirname, '../serve.mjs'), '4189', root]);
    await expect.poll(() => fetch(host).then(({ status }) => status, () => 0)).toBe(200);
  });
  test.afterAll(() => {
    server.kill();
    rmSync(root, { recursive: true });
  });

  test('a new version is offered, never swapped in silence', async ({ page, say }) => {
    await ready(page);
    const old = await page.evaluate(async () => (await caches.keys())[0]);
    const worker = readFileSync(join(root, 'service-worker.js'), 'utf8');
    const version = /[0-9a-f]{16}/.exec(worker)?.[0] ?? '';
    expect(old).toBe(`page-${version}`);
    writeFileSync(join(root, 'service-worker.js'), worker.replace(version, '0123456789abcdef'));
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await expect(page.getByText(say('page-update'))).toBeVisible();
    expect(await page.evaluate(() => caches.keys())).toContain(old);
    const reloaded = page.waitForEvent('load');
    await button(page, say('page-update-reload')).click();
    await reloaded;
    await expect(heading(page, say('page-welcome-title'))).toBeVisible();
    await expect.poll(() => page.evaluate(() => caches.keys())).toEqual(['page-0123456789abcdef']);
  });
});
