// With a chat: everything that is made of it, on every screen.

import { button, examine, expect, goTo, heading, readExample, test } from './page.ts';

test('a chat is read, explained, planned, and becomes a complaint', async ({ page, say }) => {
  test.setTimeout(150_000);
  await readExample(page, say);
  await expect(page.getByRole('heading', { level: 2, name: say('kind-financial-gang'), exact: true })).toBeVisible();
  await expect(page.getByText(say('page-confidence-almost-certain'))).toBeVisible();
  await expect(page.locator('.proofs > li:not(.absent)')).toHaveCount(3);
  await expect(page.locator('.stages .now')).toHaveCount(1);
  // The words of who blackmails are covered until somebody asks.
  await expect(page.locator('blockquote').first()).toBeHidden();
  await page.locator('.tactics summary').first().click();
  await expect(page.locator('.tactics blockquote').first()).toBeVisible();
  await examine(page);

  await button(page, say('page-to-conversation')).click();
  await expect(heading(page, say('page-conversation-title'))).toBeFocused();
  await expect(page.locator('.margin li').first()).toBeVisible();
  await expect(page.locator('.words')).toHaveCount(0);
  await page.getByLabel(say('page-conversation-words')).check();
  await page.getByLabel(say('page-conversation-only-noted')).uncheck();
  await expect(page.locator('.words').first()).toBeVisible();
  await button(page, say('page-conversation-more')).click();
  await expect(page.locator('.messages > li')).toHaveCount(67);
  await examine(page);

  await page.getByRole('button', { name: say('page-back') }).click();
  await button(page, say('page-to-plan')).click();
  await expect(page.locator('.steps > li')).toHaveCount(3);
  await expect(page.locator('.because').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: say('page-clocks-title') })).toBeVisible();
  await expect(page.getByRole('heading', { name: say('page-warn-title') })).toBeVisible();
  await page.locator('.steps .tick input').first().click();
  await expect(page.getByText(say('page-done-count', { count: 1 }))).toBeVisible();
  await examine(page);

  await button(page, say('page-to-complaint')).click();
  const facts = page.locator('fieldset.fact');
  await expect(facts.first()).toBeVisible();
  await facts.first().getByLabel(say('page-fact-confirmed'), { exact: true }).check();
  await facts.nth(1).getByLabel(say('page-fact-corrected')).check();
  await facts.nth(1).getByLabel(say('page-fact-correction')).fill('Erano trecento euro');
  await page.locator('#person-name').fill('Bellandi Marco');
  await button(page, say('page-complaint-preview')).click();
  await expect(page.locator('.paper')).toContainText('Bellandi Marco');
  await expect(page.locator('.paper')).toContainText('Erano trecento euro');
  await examine(page);

  await goTo(page, say, 'notices');
  await button(page, say('page-notices-list')).click();
  await page.locator('input[name=regime]').first().check();
  await button(page, say('page-notices-write')).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await examine(page);

  await goTo(page, say, 'case');
  await expect(page.locator('#passphrase')).toBeVisible();
  await examine(page);
});

test('a chat without signs leads to questions, and a plan without steps does too', async ({ page, say }) => {
  const chat = '14/11/26, 21:12 - Sara: ci vediamo alle otto?\n14/11/26, 21:14 - Teo: sì, porto io la pizza\n14/11/26, 21:15 - Sara: perfetto\n';
  await readExample(page, say, { name: 'chat.txt', mimeType: 'text/plain', buffer: Buffer.from(chat) });
  await expect(page.getByRole('heading', { level: 2, name: say('kind-benign'), exact: true })).toBeVisible();
  await expect(button(page, say('page-menu-to-questions'))).toBeVisible();
  await expect(button(page, say('page-to-plan'))).toHaveCount(0);
  await examine(page);
  await goTo(page, say, 'plan');
  await expect(button(page, say('page-to-complaint'))).toHaveCount(0);
  await button(page, say('page-menu-to-questions')).click();
  await expect(heading(page, say('page-questions-title'))).toBeFocused();
});
