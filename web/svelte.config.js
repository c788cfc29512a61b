/** The compiler's defaults; runes everywhere, so that state is always written the same way. */
export default { compilerOptions: { runes: true } };
