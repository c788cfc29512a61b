// Papers as PDF: made here by a second module, which comes only when somebody asks for it.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { button, examine, expect, goTo, readExample, ready, test } from './page.ts';

const PRESS = /argine_wasm_papers|worker-papers/;
/** A telephone may take its time. */
const PATIENCE = { timeout: 90_000 };

async function downloaded(page: Page, name: string): Promise<Buffer> {
  const download = page.waitForEvent('download', PATIENCE);
  await button(page, name).click();
  return readFileSync(await (await download).path());
}

/** Which standards the document says it keeps. */
function promises(pdf: Buffer): { pdf: boolean; archive: boolean; accessible: boolean } {
  const text = pdf.toString('latin1');
  return {
    pdf: text.startsWith('%PDF-1.7'),
    archive: /<pdfaid:part>2</.test(text) && /<pdfaid:conformance>A</.test(text),
    accessible: /<pdfuaid:part>1</.test(text),
  };
}

test('the complaint comes as PDF, the same that the program prints, and then without a network too', async ({ page, context, say }) => {
  test.setTimeout(300_000);
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  await ready(page);
  await readExample(page, say);
  await goTo(page, say, 'complaint');
  await page.locator('#person-name').fill('Bellandi Marco');
  await button(page, say('page-complaint-preview')).click();
  await expect(page.locator('.paper')).toContainText('Bellandi Marco');
  const [before = '', after = ''] = say('page-pdf-consent', { size: '#' }).split('#');
  const consent = page.locator('p', { hasText: before });
  await expect(consent).toContainText(after);
  expect((await consent.innerText()).slice(before.length, -after.length)).toMatch(/^\d+([.,]\d)? MB$/);
  await examine(page);
  expect(asked.filter((address) => PRESS.test(address))).toEqual([]);

  const pdf = await downloaded(page, say('page-pdf-run'));
  expect(promises(pdf)).toEqual({ pdf: true, archive: true, accessible: true });
  await expect(page.getByText(say('page-pdf-done'))).toBeVisible();
  await expect(button(page, say('page-pdf-run'))).toBeFocused();
  await expect(page.getByText(say('page-pdf-here'))).toBeVisible();
  await examine(page);

  const first = asked.length;
  await context.setOffline(true);
  expect((await downloaded(page, say('page-pdf-run'))).equals(pdf), 'the same without a network').toBe(true);
  await context.setOffline(false);
  expect(asked.slice(first).filter((address) => PRESS.test(address)).length).toBeGreaterThan(0);

  await goTo(page, say, 'case');
  const zip = await downloaded(page, say('page-case-sealed-run'));
  await expect(page.getByText(say('page-case-sealed-pdf'))).toBeVisible();
  const argine = process.env.ARGINE_BIN;
  test.skip(argine === undefined, 'ARGINE_BIN names no binary to compare with');
  const folder = mkdtempSync(join(tmpdir(), 'appunti-'));
  writeFileSync(join(folder, 'caso.zip'), zip);
  execFileSync('unzip', ['-q', 'caso.zip'], { cwd: folder });
  const root = execFileSync('find', [folder, '-name', 'bagit.txt', '-printf', '%h']).toString();
  const out = join(folder, 'fogli');
  mkdirSync(out);
  writeFileSync(join(folder, 'modulo.toml'), '[person]\nname = "Bellandi Marco"\n');
  execFileSync(argine ?? '', ['report', root, 'complaint', '--form', join(folder, 'modulo.toml'), '--out', out]);
  const name = execFileSync('ls', [out]).toString().trim();
  expect(readFileSync(join(out, name)).equals(pdf), 'the same bytes as the program prints').toBe(true);

  expect(execFileSync(argine ?? '', ['case', 'verify', root]).toString()).toMatch(/integr/);
  const sealed = readFileSync(join(root, 'data/derived/denuncia-querela.pdf'));
  expect(promises(sealed)).toEqual({ pdf: true, archive: true, accessible: true });
  const blank = join(folder, 'in-bianco');
  mkdirSync(blank);
  execFileSync(argine ?? '', ['report', root, 'complaint', '--out', blank]);
  expect(readFileSync(join(blank, name)).equals(sealed), 'the complaint in the case is the one that the program writes').toBe(true);
});

test('a notice comes as PDF', async ({ page, say }) => {
  test.setTimeout(200_000);
  await readExample(page, say);
  await goTo(page, say, 'notices');
  await button(page, say('page-notices-list')).click();
  await page.locator('input[name=regime]').first().check();
  await page.locator('#notice-urls').fill('https://example.org/a/1');
  await page.locator('#notice-reasons').fill('Sono io, e non ho dato il consenso.');
  await page.locator('#notice-reporter_name').fill('Bellandi Marco');
  await page.locator('#notice-reporter_mail').fill('marco@example.org');
  await page.locator('#notice-good_faith').check();
  await button(page, say('page-notices-write')).click();
  await expect(page.locator('#notice-text')).toHaveValue(/example\.org/);
  const pdf = await downloaded(page, say('page-pdf-run'));
  expect(promises(pdf)).toEqual({ pdf: true, archive: true, accessible: true });
  await examine(page);
});

test('it can be stopped or fail, and the page still has the same text', async ({ page, context, say }) => {
  test.setTimeout(150_000);
  await page.addInitScript(() => Object.defineProperty(navigator, 'serviceWorker', { value: undefined }));
  await context.route('**/argine_wasm_papers_bg*', () => undefined);
  await readExample(page, say);
  await goTo(page, say, 'complaint');
  await button(page, say('page-complaint-preview')).click();
  await button(page, say('page-pdf-run')).click();
  await expect(button(page, say('page-stop'))).toBeFocused();
  await expect(page.getByText(say('page-pdf-loading'))).toBeVisible();
  await examine(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText(say('page-stopped'));
  await expect(button(page, say('page-pdf-run'))).toBeFocused();

  await context.unroute('**/argine_wasm_papers_bg*');
  await context.route('**/argine_wasm_papers_bg*', (route) => route.fulfill({ status: 200, contentType: 'application/wasm', body: 'rotto' }));
  await button(page, say('page-pdf-run')).click();
  await expect(page.getByRole('alert')).toHaveText(say('page-pdf-failed'));
  await expect(page.locator('.paper')).toContainText('Kouadio Serge Brahima');
  await expect(button(page, say('page-print'))).toBeVisible();
  await examine(page);
});
