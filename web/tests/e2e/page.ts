import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { expect, test as plain, type CDPSession, type Locator, type Page } from '@playwright/test';
import { messages } from '../../build/messages.ts';

export { expect };

export const EXAMPLE = join(import.meta.dirname, '../../../examples/whatsapp-chiara.zip');
export const MAIL = join(import.meta.dirname, '../../../examples/mail-bluff.eml');

type Say = (id: string, args?: Record<string, FluentVariable>) => string;

/** A file that a test invents. */
interface Handed {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

interface Fixtures {
  /** Sentences in the language of the project. */
  say: Say;
  /** Requests that went anywhere but to the page's own host; every test ends by looking at it. */
  outside: string[];
  /** What the browser may complain of, where a test breaks something on purpose. */
  provoked: RegExp | null;
}

/** A phone of some years ago: this many times slower. */
const SLOW = 4;
const slowed = new WeakMap<Page, CDPSession>();

/** The examiner need not be as slow as the page. */
async function atFullSpeed<Value>(page: Page, work: () => Promise<Value>): Promise<Value> {
  const session = slowed.get(page);
  await session?.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const value = await work();
  await session?.send('Emulation.setCPUThrottlingRate', { rate: SLOW });
  return value;
}

/** Requests are watched twice: by Playwright, and below it by the browser's own network log. */
export const test = plain.extend<Fixtures>({
  say: async ({ locale }, use) => use(sayer(locale?.startsWith('en') ? 'en' : 'it')),
  provoked: [null, { option: true }],
  outside: [
    async ({ context, page, baseURL, isMobile, provoked }, use) => {
      const outside: string[] = [];
      const origin = new URL(baseURL ?? '').origin;
      const note = (address: string): void => {
        if (!address.startsWith(`${origin}/`) && !/^(data|blob|about):/.test(address)) outside.push(address);
      };
      context.on('request', (request) => note(request.url()));
      const network = await context.newCDPSession(page);
      await network.send('Network.enable');
      network.on('Network.requestWillBeSent', ({ request }) => note(request.url));
      network.on('Network.webSocketCreated', ({ url }) => note(url));
      if (isMobile) {
        slowed.set(page, network);
        await network.send('Emulation.setCPUThrottlingRate', { rate: SLOW });
      }
      const mistakes: string[] = [];
      page.on('pageerror', (error) => mistakes.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') mistakes.push(message.text());
      });
      await use(outside);
      expect(outside).toEqual([]);
      expect(mistakes.filter((mistake) => !provoked?.test(mistake))).toEqual([]);
    },
    { auto: true },
  ],
});

export function sayer(language: 'it' | 'en'): Say {
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const part of ['page', 'case'] as const) bundle.addResource(new FluentResource(messages(language, part)));
  return (id, args) => {
    const pattern = bundle.getMessage(id)?.value;
    if (!pattern) throw new Error(`no sentence ${id}`);
    return bundle.formatPattern(pattern, args ?? null);
  };
}

export async function open(page: Page): Promise<void> {
  await page.goto('./');
  await expect(page.locator('main h1')).toBeVisible();
}

/** Opens the page, and waits until it is kept for when there is no network. */
export async function ready(page: Page): Promise<void> {
  await open(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
}

export function heading(page: Page, name: string): Locator {
  return page.getByRole('heading', { level: 1, name, exact: true });
}

export function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

/** Goes to a page through the index, as everybody can. */
export async function goTo(page: Page, say: Say, name: string): Promise<void> {
  await button(page, say('page-menu-link')).click();
  await expect(heading(page, say('page-menu-title'))).toBeFocused();
  await button(page, say(`page-menu-to-${name}`)).click();
  await expect(heading(page, say('page-menu-title'))).toBeHidden();
}

/**
 * What must hold on every screen. The examiner's rules know neither language nor speed: it looks at the widest light screen
 * and at the narrowest dark one, and costs more than all the rest.
 */
export async function examine(page: Page): Promise<void> {
  if (['desktop-it', 'phone-en'].includes(test.info().project.name)) await examineRules(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, 'sideways scrolling').toBe(0);
  expect(await page.title()).toBe('Appunti');
  expect(await smallTargets(page)).toEqual([]);
  // Every sentence arrived: a missing one would show its id.
  expect(await page.locator('body').innerText()).not.toMatch(/\b(page|warn|fact|kind|stage|tactic|proof|why|counter|prosecution|notice|screen)-[a-z]+[-_]|\{ ?\$/);
}

async function examineRules(page: Page): Promise<void> {
  const builder = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  const axe = await atFullSpeed(page, () => builder.analyze());
  const found = axe.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  expect(found).toEqual([]);
}

/** Buttons and fields under 44 CSS pixels; links inside a sentence may be smaller. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const targets = [...document.querySelectorAll<HTMLElement>('button, .primary, .secondary, summary, input:not(.unseen, [type=checkbox], [type=radio]), .tick, .option, textarea')];
    return targets
      .filter((target) => target.checkVisibility())
      .filter((target) => target.getBoundingClientRect().height < 43.5)
      .map((target) => target.outerHTML.slice(0, 100));
  });
}

/** Answers the age question, where it stands. */
export async function answerAge(page: Page, say: Say, band: string): Promise<void> {
  await page.getByLabel(say(`page-age-${band}`), { exact: true }).check();
  await button(page, say('page-continue')).click();
}

/** From the first screen to a case that was read. */
export async function readExample(page: Page, say: Say, file: string | Handed = EXAMPLE): Promise<void> {
  await open(page);
  await goTo(page, say, 'evidence');
  await answerAge(page, say, 'adult');
  await page.locator('input[type=file]').setInputFiles(file);
  await button(page, say('page-evidence-read')).click();
  await expect(heading(page, say('page-happening-title'))).toBeFocused({ timeout: 50_000 });
}
