// Screenshots: typed by the person, shown only to an adult who says that nobody in them is undressed.

import { answerAge, button, examine, expect, goTo, heading, open, test } from './page.ts';

const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const picture = { name: 'schermata.png', mimeType: 'image/png', buffer: PICTURE };
const WORDS = ['ho registrato tutto, si vede la tua faccia', 'manda 300 euro o mando il video a tua madre', 'hai due ore'];

test('what is typed beside a screenshot becomes messages of the case', async ({ page, say }) => {
  test.setTimeout(120_000);
  await open(page);
  await goTo(page, say, 'evidence');
  await answerAge(page, say, 'adult');
  await page.locator('input[type=file]').setInputFiles(picture);
  await button(page, say('page-to-pictures')).click();
  await expect(heading(page, say('page-pictures-title'))).toBeFocused();
  // Nothing is on screen before the answer.
  await expect(page.locator('main img, main form')).toHaveCount(0);
  await page.getByLabel(say('page-pictures-undressed-unsure')).check();
  await expect(page.getByText(say('page-pictures-closed'))).toBeVisible();
  await expect(page.locator('main img')).toHaveCount(0);
  await page.getByLabel(say('page-pictures-undressed-no')).check();
  await expect(page.getByRole('img', { name: say('page-pictures-alt', { name: picture.name }) })).toBeVisible();
  await button(page, say('page-typed-add')).click();
  await expect(page.getByRole('alert')).toHaveCount(2);
  await examine(page);
  await page.getByLabel(say('page-typed-other'), { exact: true }).check();
  await page.getByLabel(say('page-typed-sender')).fill('Lea');
  await page.getByLabel(say('page-typed-day')).fill('2026-11-20');
  for (const [place, words] of WORDS.entries()) {
    await page.getByLabel(say('page-typed-time')).fill(`23:0${place}`);
    await page.getByLabel(say('page-typed-text'), { exact: true }).fill(words);
    await button(page, say('page-typed-add')).click();
    await expect(page.locator('.bubble')).toHaveCount(place + 1);
  }
  await page.getByLabel(say('page-typed-me'), { exact: true }).check();
  await page.getByLabel(say('page-typed-time')).fill('23:09');
  await page.getByLabel(say('page-typed-text'), { exact: true }).fill('ti prego, cancellalo');
  await button(page, say('page-typed-add')).click();
  await expect(page.locator('.bubble')).toHaveCount(4);
  await examine(page);
  await button(page, say('page-pictures-done')).click();
  await expect(page.locator('.files .name')).toHaveText([picture.name, 'trascrizione.csv']);
  await button(page, say('page-evidence-read')).click();
  await expect(heading(page, say('page-happening-title'))).toBeFocused({ timeout: 60_000 });
  await expect(page.getByRole('heading', { level: 2, name: say('kind-financial-gang'), exact: true })).toBeVisible();
  await button(page, say('page-to-conversation')).click();
  await page.getByLabel(say('page-conversation-words')).check();
  await page.getByLabel(say('page-conversation-only-noted')).uncheck();
  await expect(page.locator('.words')).toHaveText([...WORDS, 'ti prego, cancellalo']);
  await expect(page.locator('.messages .own')).toHaveCount(1);
});

test('under 18 no screenshot is shown, and its words can be typed all the same', async ({ page, say }) => {
  await open(page);
  await goTo(page, say, 'evidence');
  await answerAge(page, say, '14-17');
  await page.locator('input[type=file]').setInputFiles(picture);
  await button(page, say('page-to-pictures')).click();
  await expect(page.getByText(say('page-pictures-young'))).toBeVisible();
  await expect(page.locator('input[name=undressed], main img, main canvas')).toHaveCount(0);
  await page.getByLabel(say('page-typed-other'), { exact: true }).check();
  await page.getByLabel(say('page-typed-text'), { exact: true }).fill(WORDS[1] ?? '');
  await button(page, say('page-typed-add')).click();
  await expect(page.locator('.bubble')).toHaveCount(1);
  await expect(page.locator('main img')).toHaveCount(0);
  await examine(page);
  await page.locator('.messages .link').click();
  await expect(page.locator('.bubble')).toHaveCount(0);
  await button(page, say('page-pictures-done')).click();
  await expect(page.locator('.files .name')).toHaveText([picture.name]);
});
