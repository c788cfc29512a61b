declare module 'virtual:packs/*' {
  import type { Pattern } from '@fluent/bundle/esm/ast.js';
  /** Names and patterns of Fluent. */
  const sentences: [string, Pattern][];
  export default sentences;
}
declare module 'virtual:engine-facts' {
  /** Compressed size of the engine; none where it was not built. */
  export const engineBytes: number | null;
  /** Compressed size of the module that makes PDFs; none where it was not built. */
  export const papersBytes: number | null;
  /** The same unpacked, as it is counted while it comes. */
  export const papersUnpacked: number | null;
}
