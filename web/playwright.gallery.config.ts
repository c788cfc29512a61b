import { defineConfig } from '@playwright/test';
import { baseURL, launchOptions, served } from './playwright.config.ts';

/** Draws `docs/images/page` anew: `npm run gallery`. Needs `cwebp` (Debian: webp). Look at every picture afterwards. */
export default defineConfig({
  testDir: 'tests/gallery',
  workers: 2,
  timeout: 180_000,
  reporter: 'list',
  outputDir: 'test-results',
  webServer: served,
  use: { baseURL, launchOptions },
  projects: [
    { name: 'phone-it', use: { locale: 'it-IT', viewport: { width: 360, height: 640 } } },
    { name: 'phone-en-dark', use: { locale: 'en-GB', viewport: { width: 360, height: 640 }, colorScheme: 'dark' } },
    { name: 'desk-it', use: { locale: 'it-IT', viewport: { width: 1120, height: 760 } } },
  ],
});
