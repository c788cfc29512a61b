// Pictures of every page, for people to look at.

import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test, type Page } from '@playwright/test';
import { EXAMPLE, answerAge, button, expect, goTo, heading, open, sayer } from '../e2e/page.ts';

const FOLDER = join(import.meta.dirname, '../../../docs/images/page');

/** All of them on a phone in Italian; elsewhere those that look different there. */
const WANTED: Record<string, RegExp> = {
  'phone-en-dark': /^(01|03|04|07|08|09|10|17|20|22)/,
  'desk-it': /^(01|07|09|10|12|22)/,
};

async function picture(page: Page, name: string): Promise<void> {
  if (WANTED[test.info().project.name]?.test(name) === false) return;
  const png = test.info().outputPath(`${name}.png`);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await page.screenshot({ path: png });
  const webp = join(FOLDER, `${test.info().project.name}-${name}.webp`);
  execFileSync('cwebp', ['-quiet', '-q', '40', '-m', '6', png, '-o', webp]);
  rmSync(png);
}

/** Any picture will do: this page's own. */
async function screen(page: Page): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  return { name: 'schermata.png', mimeType: 'image/png', buffer: await page.screenshot({ clip: { x: 0, y: 0, width: 320, height: 240 } }) };
}

test('every page', async ({ page, locale }) => {
  const say = sayer(locale?.startsWith('en') ? 'en' : 'it');
  await page.clock.setFixedTime(new Date('2026-11-22T02:10:00Z'));
  await open(page);
  await picture(page, '01-welcome');
  await page.getByRole('button', { name: new RegExp(`^${say('page-door-ex')}`) }).click();
  await expect(heading(page, say('page-watched-title'))).toBeVisible();
  await picture(page, '02-watched');
  await button(page, say('page-watched-go-on')).click();
  await page.getByRole('button', { name: say('page-back') }).click();
  await page.getByRole('button', { name: new RegExp(`^${say('page-door-blackmail')}`) }).click();
  await expect(page.getByRole('article').first()).toBeVisible();
  await picture(page, '03-first-minutes');
  await button(page, say('page-crisis-link')).click();
  await expect(page.locator('.helplines').first()).toBeVisible();
  await picture(page, '04-crisis');
  await goTo(page, say, 'evidence');
  await picture(page, '05-age');
  await answerAge(page, say, 'adult');
  await page.locator('input[type=file]').setInputFiles(EXAMPLE);
  await page.locator('.files').scrollIntoViewIfNeeded();
  await picture(page, '06-evidence');
  await button(page, say('page-evidence-read')).click();
  await expect(heading(page, say('page-happening-title'))).toBeVisible({ timeout: 120_000 });
  await picture(page, '07-happening');
  await page.locator('.tactics').first().evaluate((list) => list.scrollIntoView());
  await page.locator('.tactics summary').first().click();
  await picture(page, '08-tactics');
  await button(page, say('page-to-conversation')).click();
  await page.getByLabel(say('page-conversation-words')).check();
  await expect(page.locator('.words').first()).toBeVisible();
  await page.locator('.messages').evaluate((list) => list.scrollIntoView());
  await picture(page, '09-conversation');
  await goTo(page, say, 'plan');
  await expect(page.locator('.steps > li')).toHaveCount(3);
  await picture(page, '10-plan');
  await goTo(page, say, 'complaint');
  await expect(page.locator('.fact').first()).toBeVisible();
  await picture(page, '11-complaint');
  await page.locator('#person-name').fill('Bellandi Marco');
  await button(page, say('page-complaint-preview')).click();
  await expect(page.locator('.paper')).toContainText('Bellandi Marco');
  await page.locator('.paper').evaluate((paper) => paper.scrollIntoView());
  await picture(page, '12-complaint-preview');
  for (const [place, name] of ['images', 'notices', 'profile', 'case', 'verify', 'about'].entries()) {
    await goTo(page, say, name);
    if (name === 'profile') await doubt(page, say);
    await picture(page, `${13 + place}-${name}`);
  }
  await button(page, say('page-menu-link')).click();
  await picture(page, '19-index');
  await button(page, say('page-menu-to-questions')).click();
  await button(page, say('page-answer-safe-no')).click();
  await expect(page.locator('#question')).toHaveText(say('page-question-who'));
  await picture(page, '20-questions');
  await goTo(page, say, 'evidence');
  await page.locator('input[type=file]').setInputFiles(await screen(page));
  await button(page, say('page-to-pictures')).click();
  await page.getByLabel(say('page-pictures-undressed-no')).check();
  await page.locator('section.box').first().evaluate((part) => part.scrollIntoView());
  await picture(page, '21-screenshot');
  await goTo(page, say, 'plan');
  const offences = page.getByText(say('page-offences-title'), { exact: true });
  await offences.click();
  await page.locator('.fold .shelf summary').first().click();
  await offences.evaluate((part) => part.scrollIntoView());
  await picture(page, '22-law');
});

/** A profile that somebody doubts, weighed. */
async function doubt(page: Page, say: (id: string) => string): Promise<void> {
  await page.getByLabel(say('page-profile-approach')).selectOption('stranger');
  await page.getByLabel(say('page-profile-messages'), { exact: true }).fill('lei: ciao, sei molto carino\nio: ciao\nlei: passiamo su telegram? sei da solo in casa?');
  await button(page, say('page-profile-look')).click();
  await page.locator('#answer').evaluate((answer) => answer.scrollIntoView());
}
