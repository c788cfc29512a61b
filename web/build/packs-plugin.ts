import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { Language } from '../src/engine/protocol.ts';
import { firstWords, readFirstSteps } from './first-steps.ts';
import { compiled, messageFiles, type Bundled } from './messages.ts';

const PREFIX = 'virtual:packs/';
const GENERATED = join(import.meta.dirname, '../src/generated');

/** Sentences as modules (`virtual:packs/it/start` and so on), first steps as files of data, one a language. */
export function packs(): Plugin {
  return {
    name: 'argine-packs',
    enforce: 'pre',
    config() {
      const steps = readFirstSteps();
      for (const language of ['it', 'en'] as Language[]) {
        writeFileSync(join(GENERATED, `first-words.${language}.json`), JSON.stringify(firstWords(steps, language)));
      }
    },
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const [language, part] = id.slice(PREFIX.length + 1).split('/') as [Language, Bundled];
      for (const file of messageFiles()) this.addWatchFile(file);
      // A string that is parsed: quicker than script of this length.
      return `export default JSON.parse(${JSON.stringify(compiled(language, part))});`;
    },
  };
}
