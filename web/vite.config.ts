import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { engineFacts } from './build/engine-facts.ts';
import { packs } from './build/packs-plugin.ts';
import { serviceWorker } from './build/service-worker-plugin.ts';
import { staticPages } from './build/static-pages-plugin.ts';

/** Relative addresses everywhere: the page is served under a random path by `argine open`, and in any folder of a host. */
export default defineConfig({
  base: './',
  plugins: [svelte(), packs(), engineFacts(), staticPages(), serviceWorker()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    // No `data:` scripts or styles: the content policy refuses them.
    assetsInlineLimit: 0,
    rollupOptions: {
      input: { index: 'index.html', 'service-worker': 'src/service-worker.ts' },
      output: {
        entryFileNames: (chunk) => (chunk.name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  preview: { host: '127.0.0.1', strictPort: true },
});
