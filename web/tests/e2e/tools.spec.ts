// Papers, seal, fingerprints, what is kept and what is erased.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download, Page } from '@playwright/test';
import { EXAMPLE, MAIL, answerAge, button, examine, expect, goTo, heading, open, readExample, test } from './page.ts';

async function save(download: Download): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), 'appunti-')), download.suggestedFilename());
  await download.saveAs(file);
  return file;
}

async function downloaded(page: Page, name: string): Promise<string> {
  const download = page.waitForEvent('download');
  await button(page, name).click();
  return save(await download);
}

test('the complaint is saved as page, as text and to edit', async ({ page, say }) => {
  await readExample(page, say);
  await goTo(page, say, 'complaint');
  await button(page, say('page-complaint-preview')).click();
  await expect(page.locator('.paper')).toContainText('Kouadio Serge Brahima');
  expect(readFileSync(await downloaded(page, say('page-download-html')), 'utf8').slice(0, 15).toLowerCase()).toBe('<!doctype html>');
  expect(readFileSync(await downloaded(page, say('page-download-text')), 'utf8')).toContain('IT18S');
  expect(readFileSync(await downloaded(page, say('page-download-odt'))).subarray(0, 2).toString()).toBe('PK');
});

test('a sealed case is verified here, and by the command line', async ({ page, say }) => {
  await readExample(page, say);
  await goTo(page, say, 'case');
  const zip = await downloaded(page, say('page-case-sealed-run'));
  await goTo(page, say, 'verify');
  await page.locator('input[type=file]').setInputFiles(zip);
  await button(page, say('page-verify-run')).click();
  await expect(page.locator('.checks li').first()).toBeVisible();
  await expect(page.locator('.checks li:not(.passed)')).toHaveCount(0);
  await examine(page);

  const bytes = readFileSync(zip);
  bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
  await page.locator('input[type=file]').setInputFiles({ name: 'guasto.zip', mimeType: 'application/zip', buffer: bytes });
  await button(page, say('page-verify-run')).click();
  await expect(page.locator('.checks li:not(.passed), main [role=alert]').first()).toBeVisible();

  const argine = process.env.ARGINE_BIN;
  test.skip(argine === undefined, 'ARGINE_BIN names no binary to verify with');
  const folder = mkdtempSync(join(tmpdir(), 'appunti-'));
  execFileSync('unzip', ['-q', zip, '-d', folder]);
  const root = execFileSync('find', [folder, '-name', 'bagit.txt', '-printf', '%h']).toString();
  expect(execFileSync(argine ?? '', ['case', 'verify', root]).toString()).toMatch(/integr/);
});

test('a mass mail that bluffs is called so', async ({ page, say }) => {
  await readExample(page, say, MAIL);
  await expect(page.getByRole('heading', { level: 2, name: say('kind-spam-bluff'), exact: true })).toBeVisible();
});

test('fingerprints are those of the file, and under 18 the picture is not opened', async ({ page, say }) => {
  await open(page);
  await goTo(page, say, 'images');
  await answerAge(page, say, '14-17');
  const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  await page.locator('input[type=file]').setInputFiles({ name: 'foto.png', mimeType: 'image/png', buffer: picture });
  await button(page, say('page-images-run')).click();
  await expect(page.locator('.digests')).toContainText(createHash('sha256').update(picture).digest('hex'));
  await expect(page.locator('.digests')).not.toContainText('PDQ');
  await expect(page.locator('main img, main canvas, main video')).toHaveCount(0);
  const text = readFileSync(await downloaded(page, say('page-images-save')), 'utf8');
  expect(text).toContain(createHash('md5').update(picture).digest('hex'));
  await examine(page);
});

test('reading can be stopped, and what was added stays', async ({ page, context, say }) => {
  await context.route('**/*.wasm', () => undefined);
  await page.addInitScript(() => Object.defineProperty(navigator, 'serviceWorker', { value: undefined }));
  await open(page);
  await goTo(page, say, 'evidence');
  await answerAge(page, say, 'adult');
  await page.locator('input[type=file]').setInputFiles(EXAMPLE);
  await button(page, say('page-evidence-read')).click();
  await expect(page.getByText(say('page-progress-loading')).first()).toBeVisible();
  await button(page, say('page-stop')).click();
  await expect(page.getByRole('alert')).toHaveText(say('page-stopped'));
  await expect(page.locator('.files li')).toHaveCount(1);
});

test('the engine is asked for only when somebody agrees', async ({ page, say }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await open(page);
  for (const name of ['first', 'evidence', 'plan', 'images', 'about', 'case']) await goTo(page, say, name);
  expect(asked.filter((address) => /argine_|\.wasm|worker-/.test(address))).toEqual([]);
});

test('a case that is kept comes back with its passphrase, and erasing leaves nothing anywhere', async ({ page, context, say }) => {
  test.setTimeout(120_000);
  await readExample(page, say);
  await button(page, say('page-to-plan')).click();
  const first = await page.locator('.steps .tick span').first().innerText();
  await page.locator('.steps .tick input').first().click();
  await goTo(page, say, 'case');
  await page.locator('#passphrase').fill('quattro parole a caso');
  await button(page, say('page-keep-run')).click();
  await expect(page.getByText(say('page-keep-done'))).toBeVisible({ timeout: 50_000 });

  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await goTo(page, say, 'case');
  await page.locator('#reopen').fill('altre parole a caso');
  await button(page, say('page-reopen-run')).click();
  await expect(page.getByRole('alert')).toBeVisible({ timeout: 50_000 });
  await page.locator('#reopen').fill('quattro parole a caso');
  await button(page, say('page-reopen-run')).click();
  await expect(heading(page, say('page-plan-title'))).toBeFocused({ timeout: 50_000 });
  await page.getByText(say('page-plan-done', { count: 1 })).click();
  await expect(page.locator('main')).toContainText(first);

  await goTo(page, say, 'case');
  await button(page, say('page-erase-run')).click();
  await button(page, say('page-erase-yes')).click();
  await expect(page.getByText(say('page-erase-done'))).toBeVisible();
  const left = await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const files: string[] = [];
    for await (const name of (root as unknown as { keys(): AsyncIterable<string> }).keys()) files.push(name);
    return {
      local: localStorage.length,
      session: sessionStorage.length,
      databases: await indexedDB.databases(),
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      cookies: document.cookie,
      files,
    };
  });
  expect(left).toEqual({ local: 0, session: 0, databases: [], caches: [], workers: 0, cookies: '', files: [] });
  expect(await context.cookies()).toEqual([]);
});
