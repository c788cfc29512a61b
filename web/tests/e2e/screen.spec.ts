// Is this profile real? What is told and pasted, weighed by the engine.

import { button, examine, expect, heading, open, test } from './page.ts';

/** A slow phone loads the engine first. */
test.describe.configure({ timeout: 150_000 });

test('signs of a lure are told with the words that they rest on', async ({ page, say, locale }) => {
  const english = locale?.startsWith('en') ?? false;
  const [them, me] = english ? ['them', 'me'] : ['lei', 'io'];
  const lines = english
    ? ['hi, I saw you by chance, you are very cute', 'let us move to telegram, I am never here', 'are you alone at home? let us video call']
    : ['ciao, ti ho visto per caso, sei molto carino', 'passiamo su telegram? qui non ci sono mai', 'sei da solo in casa? facciamo una videochiamata'];
  await open(page);
  await button(page, say('page-door-profile')).click();
  await page.getByLabel(say('page-profile-approach')).selectOption('stranger');
  await page.getByLabel(say('page-profile-age'), { exact: true }).selectOption('weeks');
  await page.getByLabel(say('page-profile-followers')).fill('214');
  await page.getByLabel(say('page-profile-following')).fill('1,9k');
  await page.getByLabel(say('page-profile-messages'), { exact: true }).fill([`${them}: ${lines[0]}`, `${me}: ciao`, `${them}: ${lines[1]}`, `${them}: ${lines[2]}`].join('\n'));
  await button(page, say('page-profile-look')).click();
  await expect(page.getByRole('heading', { name: say('screen-verdict-lure') })).toBeFocused({ timeout: 100_000 });
  await expect(page.getByRole('heading', { name: say('screen-label-for-lure') })).toBeVisible();
  await expect(page.getByText(say('screen-new-account'))).toBeVisible();
  await expect(page.locator('blockquote').getByText(lines[1] ?? '')).not.toHaveCount(0);
  await examine(page);
  // What was typed is still there after a look at another page, and gone when everything is forgotten.
  await button(page, say('page-crisis-link')).click();
  await button(page, say('page-crisis-back')).click();
  await expect(page.getByLabel(say('page-profile-followers'))).toHaveValue('214');
});

test('little told is not a verdict, and what cannot be read is named', async ({ page, say }) => {
  await open(page);
  await button(page, say('page-door-profile')).click();
  await page.getByLabel(say('page-profile-posts')).fill('tanti');
  await button(page, say('page-profile-look')).click();
  await expect(page.getByRole('heading', { name: say('screen-verdict-unsure', { reasons: 0 }) })).toBeFocused({ timeout: 100_000 });
  await expect(page.getByText(say('screen-ask'))).toBeVisible();
  await expect(page.getByText(say('screen-not-understood', { list: say('screen-field-posts') }))).toBeVisible();
});

test('a threat leads to what to do now', async ({ page, say }) => {
  await open(page);
  await button(page, say('page-door-profile')).click();
  await page.getByLabel(say('page-profile-messages'), { exact: true }).fill('lei: ho il tuo video nudo, paga 500 euro o lo mando a tutti i tuoi contatti');
  await button(page, say('page-profile-look')).click();
  await expect(page.getByText(say('page-profile-threat'))).toBeVisible({ timeout: 100_000 });
  await button(page, say('page-profile-threat-go')).click();
  await expect(heading(page, say('page-profile-title'))).toBeHidden();
});
