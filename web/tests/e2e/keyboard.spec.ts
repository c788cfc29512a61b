// The main path with the keyboard alone.

import type { Page } from '@playwright/test';
import { expect, open, test } from './page.ts';

/** Presses Tab until something with these words has the focus, and checks that the focus can be seen. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      if (!element) return null;
      const labels = (element as HTMLInputElement).labels ?? [];
      const { top, bottom, left, right } = element.getBoundingClientRect();
      const middle = document.elementFromPoint((left + right) / 2, Math.min(Math.max((top + bottom) / 2, 0), innerHeight - 1));
      return {
        words: `${element.innerText ?? ''} ${[...labels].map((label) => label.innerText).join(' ')}`,
        outlined: getComputedStyle(element).outlineStyle !== 'none' || element.matches('.unseen'),
        inView: bottom > 0 && top < innerHeight,
        obscured: middle?.closest('.top, .help-bar') !== null && element.closest('.top, .help-bar') === null,
      };
    });
    if (!focused?.words.includes(words)) continue;
    expect(focused).toMatchObject({ outlined: true, inView: true, obscured: false });
    return;
  }
  throw new Error(`the keyboard never reached “${words}”`);
}

async function follow(page: Page, words: string, heading: string): Promise<void> {
  await tabTo(page, words);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeFocused();
}

test('from the first screen to the proof', async ({ page, say }) => {
  await open(page);
  await tabTo(page, say('page-skip'));
  await page.keyboard.press('Enter');
  await expect(page.locator('main h1')).toBeFocused();
  await follow(page, say('page-door-blackmail'), say('page-first-title-blackmail'));
  await tabTo(page, 'Fermati');
  await page.keyboard.press('Space');
  await expect(page.getByText(say('page-done-count', { count: 1 }))).toBeVisible();
  await follow(page, say('page-to-evidence'), say('page-evidence-title'));
  await tabTo(page, say('page-age-under-14'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, say('page-continue'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: say('page-evidence-title') })).toBeFocused();
  await tabTo(page, say('page-pick'));
  await tabTo(page, say('page-evidence-paste'));
  await page.keyboard.type('14/11/26, 23:06 - Lea: manda 300 euro');
  await tabTo(page, say('page-evidence-paste-add'));
  await page.keyboard.press('Enter');
  await expect(page.locator('.files li')).toHaveCount(1);
  await follow(page, say('page-to-plan-without'), say('page-questions-title'));
  // Each answer leads the keyboard to the next question.
  await tabTo(page, say('page-answer-safe-no'));
  await page.keyboard.press('Enter');
  await expect(page.locator('#question')).toBeFocused();
  await tabTo(page, say('page-answer-who-stranger'));
  await page.keyboard.press('Enter');
  await expect(page.locator('#question')).toHaveText(say('page-question-wanted'));
  await expect(page.locator('#question')).toBeFocused();
  await follow(page, say('page-questions-skip'), say('page-plan-title'));
  await page.keyboard.press('Shift+Tab');
  await tabTo(page, say('page-later'));
});
