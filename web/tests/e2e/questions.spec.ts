// Without a chat: a few questions make the plan, and what the plan knows is on screen.

import { answerAge, button, examine, expect, goTo, heading, open, test } from './page.ts';

test('a few answers make a plan with routes, dates and what the law calls it', async ({ page, say }) => {
  test.setTimeout(120_000);
  await open(page);
  await page.getByRole('button', { name: new RegExp(`^${say('page-door-blackmail')}`) }).click();
  await button(page, say('page-to-plan-without')).click();
  await expect(heading(page, say('page-questions-title'))).toBeFocused();
  await examine(page);
  await answerAge(page, say, 'adult');
  const question = page.locator('#question');
  await expect(question).toBeFocused();
  await examine(page);
  await button(page, say('page-answer-safe-no')).click();
  await button(page, say('page-answer-who-stranger')).click();
  await button(page, say('page-answer-wanted-money')).click();
  await button(page, say('page-answer-spread-yes')).click();
  await page.getByLabel(say('page-answer-where-instagram')).check();
  await page.getByLabel(say('page-answer-where-whatsapp')).check();
  await examine(page);
  await button(page, say('page-continue')).click();
  await button(page, say('page-question-yes')).click();
  await expect(question).toHaveText(say('page-question-paid-how'));
  await button(page, say('page-questions-back')).click();
  await expect(question).toHaveText(say('page-question-paid'));
  await expect(button(page, say('page-question-yes'))).toHaveAttribute('aria-pressed', 'true');
  for (const name of ['paid', 'named', 'false-image', 'blocked']) {
    await expect(question).toHaveText(say(`page-question-${name}`, { who: 'self' }));
    await button(page, say('page-question-unknown')).click();
  }
  await expect(question).toHaveText(say('page-questions-end'));
  await examine(page);
  await button(page, say('page-questions-run')).click();
  await expect(heading(page, say('page-plan-title'))).toBeFocused({ timeout: 60_000 });
  await expect(page.getByText(say('page-plan-of-answers'))).toBeVisible();
  await expect(page.locator('.steps > li')).toHaveCount(3);

  for (const part of ['routes', 'removals', 'warn', 'clocks', 'offences']) await page.getByText(say(`page-${part}-title`), { exact: true }).click();
  const shelf = (part: string) => page.locator('details', { has: page.getByRole('heading', { level: 2, name: say(`page-${part}-title`), exact: true }) });
  await expect(shelf('routes').getByRole('heading', { level: 3, name: 'WhatsApp' })).toBeVisible();
  await expect(shelf('removals').getByRole('heading', { level: 3 }).nth(1)).toBeVisible();
  await shelf('removals').locator('.shelf summary').nth(1).click();
  await expect(shelf('removals').getByText(say('page-removal-time'), { exact: true }).nth(1)).toBeVisible();
  await expect(shelf('offences')).toContainText('629');
  // Each with where it comes from.
  for (const part of ['routes', 'removals', 'offences', 'clocks']) await expect(shelf(part).locator('.sources').first()).toBeAttached();
  await expect(page.locator('.helplines .sources').first()).toBeVisible();
  await examine(page);

  // The plan's own question: from the day, the terms.
  await page.getByLabel(say('page-day-learned-on')).fill('2026-11-20');
  await expect(shelf('clocks').getByText(/2027/).first()).toBeVisible();
  await page.locator('.steps .tick input').first().click();
  await expect(page.getByText(say('page-done-count', { count: 1 }))).toBeVisible();
});

test('whoever thinks of ending it is led to somebody first', async ({ page, say }) => {
  await open(page);
  await page.getByRole('button', { name: new RegExp(`^${say('page-door-helping')}`) }).click();
  await button(page, say('page-to-plan-without')).click();
  await answerAge(page, say, '14-17');
  await expect(page.locator('#question')).toHaveText(say('page-question-safe', { who: 'other' }));
  await button(page, say('page-answer-safe-unsure')).click();
  await expect(heading(page, say('page-crisis-title'))).toBeFocused();
  await button(page, say('page-crisis-back')).click();
  await expect(heading(page, say('page-questions-title'))).toBeFocused();
});

test('a plan without downloading anything, from the index too', async ({ page, say }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await open(page);
  await goTo(page, say, 'questions');
  await answerAge(page, say, 'unknown');
  await expect(page.locator('#question')).toHaveText(say('page-question-door'));
  await button(page, say('page-answer-door-published')).click();
  await button(page, say('page-questions-skip')).click();
  await expect(heading(page, say('page-plan-title'))).toBeFocused();
  await expect(page.locator('.steps > li')).toHaveCount(3);
  expect(asked.filter((address) => /argine_|\.wasm|worker-/.test(address))).toEqual([]);
});
