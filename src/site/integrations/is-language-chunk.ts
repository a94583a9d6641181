/**
 * Return whether a built file is the chunk of interface texts of a language; the bundler names it
 * after their folder.
 */
export function isLanguageChunk(file: string, language: string): boolean {
  return new RegExp(`^(?:\\w+-)?${language}\\.`).test(file);
}
