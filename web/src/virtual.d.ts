declare module 'virtual:packs/it/page' {
  const source: string;
  export default source;
}
declare module 'virtual:packs/en/page' {
  const source: string;
  export default source;
}
declare module 'virtual:packs/it/case' {
  const source: string;
  export default source;
}
declare module 'virtual:packs/en/case' {
  const source: string;
  export default source;
}
declare module 'virtual:engine-facts' {
  /** Compressed size of the engine; none where it was not built. */
  export const engineBytes: number | null;
  export const papersBytes: number | null;
}
