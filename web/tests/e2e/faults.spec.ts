// The engine does not come, or dies in the middle: a plain sentence, nothing lost, numbers in sight, another try.

import type { Page } from '@playwright/test';
import { EXAMPLE, answerAge, button, examine, expect, goTo, heading, open, test } from './page.ts';

const MODULE = '**/*.wasm';

// What a worker asks for is only seen here where no service worker answers it.
test.use({ serviceWorkers: 'block', provoked: /Failed to load resource/ });

async function give(page: Page, say: (id: string) => string, files: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]): Promise<void> {
  await open(page);
  await goTo(page, say, 'evidence');
  await answerAge(page, say, 'adult');
  await page.locator('input[type=file]').setInputFiles(files);
  await button(page, say('page-evidence-read')).click();
}

async function nothingIsLost(page: Page, say: (id: string) => string): Promise<void> {
  await expect(page.locator('.files li')).toHaveCount(1);
  await expect(page.getByRole('link', { name: '112', exact: true })).toBeInViewport();
  await expect(button(page, say('page-crisis-link'))).toBeInViewport();
  await expect(button(page, say('page-evidence-read'))).toBeEnabled();
  await examine(page);
}

/** Waits until a worker holds its lock: of one that dies before, the page learns nothing, and a person presses Stop. */
async function workerLives(page: Page): Promise<void> {
  const held = (): Promise<number> => page.evaluate(async () => (await navigator.locks.query()).held?.length ?? 0);
  await expect.poll(held).toBe(1);
}

async function secondTry(page: Page, say: (id: string) => string): Promise<void> {
  await page.unroute(MODULE);
  await button(page, say('page-evidence-read')).click();
  await expect(heading(page, say('page-happening-title'))).toBeFocused({ timeout: 50_000 });
}

for (const [what, answer] of [
  ['is not there', { status: 404, body: '' }],
  ['arrives broken', { status: 200, contentType: 'application/wasm', body: Buffer.from('0061736d01000000ff', 'hex') }],
] as const) {
  test(`the engine ${what}`, async ({ page, say }) => {
    await page.route(MODULE, (route) => route.fulfill(answer));
    await give(page, say, EXAMPLE);
    await expect(page.getByRole('alert')).toHaveText(say('page-engine-failed'));
    await nothingIsLost(page, say);
    await secondTry(page, say);
  });
}

test('the network goes away on the way', async ({ page, say }) => {
  await page.route(MODULE, (route) => route.abort('connectionreset'));
  await give(page, say, EXAMPLE);
  await expect(page.getByRole('alert')).toHaveText(say('page-engine-failed'));
  await nothingIsLost(page, say);
  await secondTry(page, say);
});

test('the memory is not enough for a file', async ({ page, say }) => {
  await page.route(MODULE, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: withLittleMemory(await response.body()) });
  });
  const line = '14/11/26, 21:12 - Lea: ciao, come stai oggi\n';
  await give(page, say, { name: 'chat.txt', mimeType: 'text/plain', buffer: Buffer.from(line.repeat(600_000)) });
  await expect(page.getByRole('alert')).toHaveText(say('page-engine-ended'), { timeout: 50_000 });
  await nothingIsLost(page, say);
  // The largest file away, and it goes on.
  await page.locator('.files button').first().click();
  await page.locator('input[type=file]').setInputFiles(EXAMPLE);
  await secondTry(page, say);
});

test('the worker dies on the way without a word', async ({ page, say }) => {
  await page.route(MODULE, () => undefined);
  await give(page, say, EXAMPLE);
  await workerLives(page);
  await page.workers()[0]?.evaluate(() => self.close());
  await expect(page.getByRole('alert')).toHaveText(say('page-engine-failed'));
  await nothingIsLost(page, say);
  await secondTry(page, say);
});

test('the worker dies in the middle without a word', async ({ page, say }) => {
  const SCRIPT = '**/worker-*.js';
  // After its first sign of reading it is silent, and ends.
  const silence = `const tell = self.postMessage.bind(self);
    self.postMessage = (words, ...rest) => { if (words.progress) { self.close(); self.postMessage = () => undefined; } else tell(words, ...rest); };\n`;
  await page.route(SCRIPT, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: silence + (await response.text()) });
  });
  await give(page, say, EXAMPLE);
  await expect(page.getByRole('alert')).toHaveText(say('page-engine-ended'));
  await nothingIsLost(page, say);
  await page.unroute(SCRIPT);
  await secondTry(page, say);
});

test('it takes too long, and is stopped', async ({ page, say }) => {
  // It never arrives.
  await page.route(MODULE, () => undefined);
  await give(page, say, EXAMPLE);
  await button(page, say('page-stop')).click();
  await expect(page.getByRole('alert')).toHaveText(say('page-stopped'));
  await nothingIsLost(page, say);
  await secondTry(page, say);
});

/** The module with room for a few megabytes more than it starts with: its one memory gets an upper limit. */
function withLittleMemory(module: Buffer): Buffer {
  const MEMORY = 5;
  const PAGES = 256;
  for (let at = 8; at < module.length; ) {
    const [size, body] = number(module, at + 1);
    if (module[at] === MEMORY) {
      // One memory, its flags, how much it starts with.
      const [least] = number(module, body + 2);
      const limits = Buffer.from([1, 1, ...leb(least), ...leb(least + PAGES)]);
      return Buffer.concat([module.subarray(0, at), Buffer.from([MEMORY, ...leb(limits.length)]), limits, module.subarray(body + size)]);
    }
    at = body + size;
  }
  throw new Error('the module has no memory of its own');
}

/** An unsigned number of a module (LEB128), and the place after it. */
function number(module: Buffer, from: number): [number, number] {
  let value = 0;
  for (let at = from, shift = 0; ; at++, shift += 7) {
    const byte = module[at] ?? 0;
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return [value, at + 1];
  }
}

function leb(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...leb(value >>> 7)];
}
