/**
 * Strip common English endings, so that `plugins` matches `plugin` and `stopped` matches `stop`,
 * and spell `-ise` as `-ize`. The result is a key, not a word.
 */
export function stem(word: string): string {
  if (/^\d+s$/.test(word)) return word.slice(0, -1);
  if (word.length < 4 || /\d/.test(word)) return word;
  const singular = word.endsWith('s')
    ? word
        .replace(/ies$/, 'y')
        .replace(/(?<=ss|sh|ch|x)es$/, '')
        .replace(/(?<=[^su])s$/, '')
    : word;
  const american = singular.replace(/(?<=[a-z]{3})is(?=(?:e|ed|ing|ation)$)/, 'iz');
  const bare = american
    .replace(/(?<=[a-z]{3})(?:ing|ed)$|(?<=[a-z]{4})ment$/, '')
    .replace(/(?<=[a-z]{4})ly$/, '');
  return bare.replace(/([bdgmnprt])\1$/, '$1').replace(/(?<=[a-z]{3})e$/, '');
}
