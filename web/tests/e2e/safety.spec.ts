// The way out, the neutral face, the policy, the cover.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerAge, button, examine, expect, goTo, heading, open, test } from './page.ts';

const HEADERS = JSON.parse(readFileSync(join(import.meta.dirname, '../../headers.json'), 'utf8')) as Record<string, string>;

test('the exit button puts an ordinary page in the place of this one', async ({ page, say }) => {
  await open(page);
  await goTo(page, say, 'evidence');
  await answerAge(page, say, 'adult');
  await page.locator('textarea').fill('parole');
  await button(page, say('page-evidence-paste-add')).click();
  const before = await page.evaluate(() => history.length);
  await button(page, say('page-exit')).click();
  await expect(page).toHaveTitle(say('page-plain-weather'));
  // In its place, not after it: "back" does not lead here.
  expect(await page.evaluate(() => history.length)).toBe(before);
  expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);
});

test('shift three times leaves too, and says how many are left', async ({ page, say }) => {
  await open(page);
  await page.keyboard.press('Shift');
  await expect(page.getByText(say('page-exit-left', { count: 2 }))).toBeAttached();
  await page.keyboard.press('Shift');
  await expect(page.getByText(say('page-exit-left', { count: 1 }))).toBeAttached();
  await page.keyboard.press('Shift');
  await expect(page).toHaveTitle(say('page-plain-weather'));
});

test('capital letters in a field do not leave', async ({ page, say }) => {
  await open(page);
  await goTo(page, say, 'evidence');
  await answerAge(page, say, 'adult');
  await page.locator('textarea').focus();
  for (const letter of ['A', 'B', 'C', 'D']) await page.keyboard.press(`Shift+${letter}`);
  await expect(page.locator('textarea')).toHaveValue('ABCD');
  await expect(heading(page, say('page-evidence-title'))).toBeVisible();
});

test('one address and one entry of the history, whatever was opened', async ({ page, say, baseURL }) => {
  await open(page);
  const entries = await page.evaluate(() => history.length);
  for (const name of ['plan', 'images', 'about', 'case']) await goTo(page, say, name);
  expect(await page.evaluate(() => history.length)).toBe(entries);
  expect(page.url()).toBe(baseURL);
});

test('the screen is covered after five minutes, and nothing is lost', async ({ page, say }) => {
  await page.clock.install();
  await open(page);
  await goTo(page, say, 'evidence');
  await answerAge(page, say, 'adult');
  await page.locator('textarea').fill('parole');
  await page.clock.fastForward(5 * 60 * 1000 + 1000);
  await expect(button(page, say('page-cover-resume'))).toBeVisible();
  await examine(page);
  await button(page, say('page-cover-resume')).click();
  await expect(page.locator('textarea')).toHaveValue('parole');
});

test('leaving by mistake asks first, where something would be lost', async ({ page, say }) => {
  await open(page);
  await goTo(page, say, 'evidence');
  await answerAge(page, say, 'adult');
  await page.locator('textarea').fill('parole');
  await button(page, say('page-evidence-paste-add')).click();
  const asked = page.waitForEvent('dialog');
  const reloading = page.reload();
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.accept();
  await reloading;
});

test('the policy stands in the page and in the documented headers', async ({ page, baseURL }) => {
  const response = await page.goto(baseURL ?? '');
  const policy = HEADERS['Content-Security-Policy'] ?? '';
  expect(response?.headers()['content-security-policy']).toBe(policy);
  const meta = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  // `frame-ancestors` counts in a header only.
  expect(`${meta}; frame-ancestors 'none'`).toBe(policy);
  expect(policy).toContain("default-src 'none'");
  expect(await page.locator('[style], script:not([src]), link[href^="http"], script[src^="http"]').count()).toBe(0);
});

test('nothing is stored before somebody asks', async ({ page, context, say }) => {
  await open(page);
  await goTo(page, say, 'evidence');
  await answerAge(page, say, 'adult');
  await page.locator('textarea').fill('parole');
  await button(page, say('page-evidence-paste-add')).click();
  await goTo(page, say, 'case');
  const stored = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).filter((name) => !name.startsWith('page-')),
  }));
  expect(stored).toEqual({ local: 0, session: 0, databases: 0, caches: [] });
  expect(await context.cookies()).toEqual([]);
});
