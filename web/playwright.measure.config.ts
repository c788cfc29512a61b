import { defineConfig } from '@playwright/test';
import { baseURL, launchOptions, served } from './playwright.config.ts';

/** Times, one at a time, on a machine that does nothing else: `npm run measure`. */
export default defineConfig({
  testDir: 'tests/measure',
  workers: 1,
  timeout: 180_000,
  reporter: 'list',
  outputDir: 'test-results',
  webServer: served,
  use: { baseURL, launchOptions, locale: 'it-IT', viewport: { width: 360, height: 640 } },
});
