import type { Plugin } from 'vite';
import type { Language } from '../src/engine/protocol.ts';
import { firstWords, readFirstSteps } from './first-steps.ts';
import { messageFiles, messages, type Part } from './messages.ts';

const PREFIX = 'virtual:packs/';

/** Sentences and first steps as modules: `virtual:packs/it/page`, `virtual:packs/it/case`, `virtual:packs/it/first-words`. */
export function packs(): Plugin {
  return {
    name: 'argine-packs',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const [language, part] = id.slice(PREFIX.length + 1).split('/') as [Language, Part | 'first-words'];
      for (const file of messageFiles()) this.addWatchFile(file);
      // As a string that the browser parses: quicker than the same as a literal, and smaller once compressed.
      const content = part === 'first-words' ? JSON.stringify(firstWords(readFirstSteps(), language)) : messages(language, part);
      return `export default ${part === 'first-words' ? `JSON.parse(${JSON.stringify(content)})` : JSON.stringify(content)};`;
    },
  };
}
