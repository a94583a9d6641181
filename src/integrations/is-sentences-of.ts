/** Whether a built file holds the sentences of a language: the bundler names it after their folder. */
export function isSentencesOf(file: string, language: string): boolean {
  return new RegExp(`^(?:\\w+-)?${language}\\.`).test(file);
}
