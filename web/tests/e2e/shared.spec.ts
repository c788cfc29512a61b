// What other apps share: `Export chat` on a phone leads here.

import { answerAge, button, EXAMPLE, expect, heading, ready, test } from './page.ts';

test('what another app shares arrives, and does not stay where it waited', async ({ page, say, baseURL }) => {
  await ready(page);
  await page.evaluate(() => {
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', enctype: 'multipart/form-data', action: './condividi' });
    const file = document.createElement('input');
    Object.assign(file, { type: 'file', name: 'files', id: 'shared-file' });
    const text = document.createElement('input');
    Object.assign(text, { name: 'text', value: 'Chat con Chiara' });
    form.append(file, text);
    document.body.append(form);
  });
  await page.locator('#shared-file').setInputFiles(EXAMPLE);
  await page.evaluate(() => document.querySelector('form')?.submit());
  await expect(heading(page, say('page-evidence-title'))).toBeVisible();
  expect(page.url()).toBe(baseURL);
  await answerAge(page, say, 'adult');
  await expect(page.locator('.files .name')).toHaveText(['whatsapp-chiara.zip', 'testo-condiviso.txt']);
  expect(await page.evaluate(() => caches.has('shared'))).toBe(false);
  await expect(button(page, say('page-evidence-read'))).toBeEnabled();
});
