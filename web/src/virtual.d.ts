declare module 'virtual:packs/*' {
  import type { Pattern } from '@fluent/bundle/esm/ast.js';
  /** Names and patterns of Fluent. */
  const sentences: [string, Pattern][];
  export default sentences;
}
declare module 'virtual:engine-facts' {
  /** Compressed size of the engine; none where it was not built. */
  export const engineBytes: number | null;
  export const papersBytes: number | null;
}
