import type { Plugin } from 'vite';
import type { Language } from '../src/engine/protocol.ts';
import { firstWords, readFirstSteps } from './first-steps.ts';
import { plainPages, weatherPage, withoutScript } from './static-pages.ts';

const LANGUAGES: Language[] = ['it', 'en'];

/** Real pages for browsers without script: every step, rule and number, in the page's own style. And the page to leave to. */
export function staticPages(): Plugin {
  return {
    name: 'argine-static-pages',
    transformIndexHtml: (html) =>
      html.replace('<!-- without-script -->', withoutScript(firstWords(readFirstSteps(), 'it'))),
    generateBundle(_, bundle) {
      const style = Object.keys(bundle).find((name) => /index-.*\.css$/.test(name));
      if (!style) return;
      for (const language of LANGUAGES) {
        for (const { path, html } of plainPages(firstWords(readFirstSteps(), language), language, `../${style}`)) {
          this.emitFile({ type: 'asset', fileName: path, source: html });
        }
      }
      this.emitFile({ type: 'asset', fileName: 'esci/index.html', source: weatherPage(`../${style}`) });
    },
  };
}
