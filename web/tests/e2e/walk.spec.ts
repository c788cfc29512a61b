// Every page that needs no chat, in every language, on a desk and on a small slow phone.

import { answerAge, button, examine, expect, goTo, heading, open, test } from './page.ts';

test('the first screen answers the fear, and has every door', async ({ page, say }) => {
  await open(page);
  await expect(heading(page, say('page-welcome-title'))).toBeVisible();
  await expect(page.getByText(say('page-welcome-lead'))).toBeVisible();
  for (const door of ['blackmail', 'published', 'ex', 'helping']) {
    await expect(page.getByRole('button', { name: new RegExp(`^${say(`page-door-${door}`)}`) })).toBeVisible();
  }
  await expect(page.getByRole('link', { name: '112', exact: true })).toHaveAttribute('href', 'tel:112');
  await examine(page);
});

test('each door leads to its first steps, which can be ticked', async ({ page, say }) => {
  await open(page);
  for (const door of ['blackmail', 'published', 'helping']) {
    await page.getByRole('button', { name: new RegExp(`^${say(`page-door-${door}`)}`) }).click();
    await expect(heading(page, say(`page-first-title-${door}`))).toBeFocused();
    const first = page.getByRole('article').first();
    await first.getByRole('checkbox').check();
    await expect(page.getByText(say('page-done-count', { count: 1 }))).toBeVisible();
    await first.getByText(say('page-how')).click();
    await examine(page);
    await first.getByRole('checkbox').uncheck();
    await page.getByRole('button', { name: say('page-back') }).click();
    await expect(heading(page, say('page-welcome-title'))).toBeFocused();
  }
});

test('the door of a known person warns before anything is typed', async ({ page, say }) => {
  await open(page);
  await page.getByRole('button', { name: new RegExp(`^${say('page-door-ex')}`) }).click();
  await expect(heading(page, say('page-watched-title'))).toBeFocused();
  await expect(page.locator('textarea, input')).toHaveCount(0);
  await expect(page.locator('a[href="tel:1522"]')).toBeVisible();
  await examine(page);
  await button(page, say('page-watched-go-on')).click();
  await expect(heading(page, say('page-first-title-ex'))).toBeFocused();
  await examine(page);
});

test('who helps another person says who they are, and how old the other is', async ({ page, say }) => {
  await open(page);
  await page.getByRole('button', { name: new RegExp(`^${say('page-door-helping')}`) }).click();
  await button(page, say('page-to-evidence')).click();
  await page.getByLabel(say('page-custodian-guardian')).check();
  await examine(page);
  await button(page, say('page-continue')).click();
  await expect(page.getByRole('alert')).toHaveText(say('page-age-missing'));
  await examine(page);
  await answerAge(page, say, 'under-14');
  await expect(page.getByText(say('page-evidence-young'))).toBeVisible();
  await examine(page);
});

test('files and words are added and taken away, and nothing is opened', async ({ page, say }) => {
  await open(page);
  await goTo(page, say, 'evidence');
  await answerAge(page, say, '14-17');
  await page.locator('input[type=file]').setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0]) });
  await page.locator('textarea').fill('14/11/26, 21:12 - Lea: ciao');
  await button(page, say('page-evidence-paste-add')).click();
  await expect(page.locator('.files li')).toHaveCount(2);
  await expect(page.locator('main img, main video, main canvas')).toHaveCount(0);
  await examine(page);
  await page.locator('.files button').first().click();
  await expect(page.locator('.files li')).toHaveCount(1);
});

test('a plan without a chat: next things, later, done, undo', async ({ page, say }) => {
  await open(page);
  await goTo(page, say, 'plan');
  await answerAge(page, say, 'adult');
  const now = page.locator('.steps > li');
  await expect(now).toHaveCount(3);
  const title = await now.first().locator('.tick span').first().innerText();
  await examine(page);
  await now.first().getByRole('button', { name: say('page-later') }).click();
  await expect(now.first().locator('.tick span').first()).not.toHaveText(title);
  await now.first().locator('.tick input').first().click();
  await expect(page.locator('.steps input').first()).toBeFocused();
  await expect(page.getByText(say('page-done-count', { count: 1 }))).toBeVisible();
  await page.getByText(say('page-plan-aside', { count: 1 })).click();
  await page.getByRole('button', { name: say('page-undo') }).first().click();
  await expect(now.first().locator('.tick span').first()).toHaveText(title);
  await examine(page);
});

test('whoever thinks of ending it finds somebody, from anywhere', async ({ page, say }) => {
  await open(page);
  await button(page, say('page-crisis-link')).click();
  await expect(heading(page, say('page-crisis-title'))).toBeFocused();
  await expect(page.locator('main a[href="tel:112"]').first()).toBeVisible();
  await expect(page.locator('.helplines a[href^="tel:"]').nth(2)).toBeVisible();
  await examine(page);
  await button(page, say('page-crisis-back')).click();
  await expect(heading(page, say('page-welcome-title'))).toBeFocused();
});

test('is this profile real: before anything is told, the rules', async ({ page, say }) => {
  await open(page);
  await button(page, say('page-door-profile')).click();
  await expect(page.locator('ol.never > li')).toHaveCount(5);
  await expect(button(page, say('page-profile-look'))).toBeDisabled();
  await examine(page);
});

test('images: each age has its own service, and nothing is shown', async ({ page, say }) => {
  await open(page);
  await goTo(page, say, 'images');
  await answerAge(page, say, '14-17');
  await expect(page.getByText(say('page-images-young'))).toBeVisible();
  await expect(page.getByRole('link', { name: say('page-images-open', { name: 'Take It Down' }) })).toBeVisible();
  await examine(page);
});

test('pages that wait for a chat say so', async ({ page, say }) => {
  await open(page);
  for (const name of ['happening', 'complaint', 'notices', 'verify', 'case', 'about']) {
    await goTo(page, say, name);
    await examine(page);
  }
  await button(page, say('page-menu-link')).click();
  await examine(page);
});

test('the other language is one tap away', async ({ page, say, locale }) => {
  await open(page);
  const other = locale?.startsWith('en') ? 'Italiano' : 'English';
  await button(page, other).click();
  await expect(heading(page, say('page-welcome-title'))).toBeHidden();
  await expect(page.locator('html')).toHaveAttribute('lang', other === 'English' ? 'en' : 'it');
});
