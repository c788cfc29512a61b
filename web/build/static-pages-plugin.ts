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
      // Two addresses: without script the host empties the storage on the way out (docs in README); with script the page
      // has done what was to be done, and a case that the person keeps must stay.
      for (const folder of ['esci', 'meteo']) {
        this.emitFile({ type: 'asset', fileName: `${folder}/index.html`, source: weatherPage(`../${style}`) });
      }
    },
  };
}
