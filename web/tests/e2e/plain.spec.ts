// Without script everything that can be read is there.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FirstSteps } from '../../src/engine/protocol.ts';
import { examine, expect, test } from './page.ts';

const STEPS = JSON.parse(readFileSync(join(import.meta.dirname, '../../src/generated/first-steps.json'), 'utf8')) as FirstSteps;
const PAGES = ['a', 'b', 'c', 'd', 'e'];

test.describe('with script switched off', () => {
  test.use({ javaScriptEnabled: false });
  test('the page itself says the essence and leads on', async ({ page, say }) => {
    await page.goto('./');
    await expect(page.getByText(say('page-welcome-lead')).first()).toBeVisible();
    await expect(page.getByRole('link', { name: '112' }).first()).toHaveAttribute('href', 'tel:112');
    await page.getByRole('link', { name: say('page-door-blackmail') }).first().click();
    for (const { phone } of STEPS.helplines) {
      if (phone) await expect(page.locator(`a[href="tel:${phone}"]`).first()).toBeVisible();
    }
    await page.getByRole('link', { name: say('page-plain-age-minor') }).click();
    await expect(page.locator('main')).toContainText('Take It Down');
    await page.getByRole('link', { name: say('page-exit') }).click();
    await expect(page).toHaveTitle('Meteo');
  });
});

test('every step, rule and number of the packs is in the plain pages', async ({ page, locale }) => {
  const language = locale?.startsWith('en') ? 'en' : 'it';
  for (const [place, door] of (['blackmail', 'published', 'ex', 'helping', 'profile'] as const).entries()) {
    await page.goto(`./${language}/${PAGES[place]}.html`);
    const text = (await page.locator('main').textContent()) ?? '';
    const plan = STEPS.doors[door].unknown;
    for (const step of plan.steps) expect(text).toContain(step.title[language]);
    for (const rule of plan.never) expect(text).toContain(rule.text[language]);
    for (const line of STEPS.helplines) expect(text).toContain(line.title[language]);
  }
  await examine(page);
});
