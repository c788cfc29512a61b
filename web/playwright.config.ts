import { defineConfig } from '@playwright/test';

const PORT = 4180;

/** The system's own Chromium; nothing is downloaded. */
export const launchOptions = {
  executablePath: process.env.ARGINE_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
};

export const served = {
  command: `node tests/serve.mjs ${PORT}`,
  url: `http://127.0.0.1:${PORT}/una-cartella/`,
  reuseExistingServer: false,
};

export const baseURL = served.url;

const phone = { isMobile: true, hasTouch: true };

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: 'list',
  outputDir: 'test-results',
  webServer: served,
  use: { baseURL, launchOptions, trace: 'off' },
  projects: [
    { name: 'desktop-it', use: { locale: 'it-IT', viewport: { width: 1280, height: 800 } } },
    {
      name: 'phone-it',
      use: { ...phone, locale: 'it-IT', viewport: { width: 360, height: 640 } },
      testMatch: ['walk.spec.ts', 'case.spec.ts', 'plain.spec.ts', 'questions.spec.ts', 'pictures.spec.ts', 'safety.spec.ts', 'shared.spec.ts', 'screen.spec.ts'],
    },
    {
      name: 'desktop-en',
      use: { locale: 'en-GB', viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
      testMatch: ['walk.spec.ts', 'case.spec.ts', 'questions.spec.ts', 'screen.spec.ts'],
    },
    // The width of a page enlarged fourfold on a small screen.
    {
      name: 'phone-en',
      use: { ...phone, locale: 'en-GB', viewport: { width: 320, height: 568 }, colorScheme: 'dark' },
      testMatch: ['walk.spec.ts', 'case.spec.ts', 'plain.spec.ts', 'papers.spec.ts', 'pictures.spec.ts', 'questions.spec.ts'],
    },
  ],
});
