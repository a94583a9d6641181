import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/**
 * Check that every list of the thesaurus matches some page, has each word once, and names existing
 * guides, and that no slip is a word of a page.
 */
export function checkThesaurus({ thesaurus, guides, entries, elsewhere }: Content): Problem[] {
  const slugs = new Set(guides.map(({ slug }) => slug));
  const heads = [
    ...guides.flatMap(({ slug, prose }) => [
      slug,
      ...Object.values(prose).flatMap(({ head }) => [head.title, head.summary, ...head.symptoms]),
    ]),
    ...entries.flatMap(({ yaml, prose }) => [
      ...yaml.templates.map(({ text }) => text),
      prose.en.head.summary,
      prose.ja.head.summary,
    ]),
    ...elsewhere.flatMap(({ title, words }) => [title.en, title.ja, ...words]),
  ];
  const searchable = heads.map(fold).join('\n');
  const leadsNowhere = (words: string[]): boolean => !words.some((word) => isIn(word, searchable));
  const named = new Map<string, string>();
  const corrections = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { file, same, also, slips, codes, speakers, files } of thesaurus) {
    const add = (found: string, write: string): void => void problems.push({ file, found, write });
    for (const words of same) {
      if (leadsNowhere(words))
        add(
          `the list ${quote(words)}, none of which appears in a title, symptom, summary or message`,
          'a list with a word that a page uses, or no list',
        );
      for (const word of new Set(words.map(fold))) {
        if (words.filter((other) => fold(other) === word).length > 1)
          add(`"${word}" twice in one list (ignoring width and case)`, 'each word once');
        if (named.has(word))
          add(
            `"${word}" in two lists, also in ${named.get(word)}`,
            'one list per meaning, or a longer phrase in one of them',
          );
        named.set(word, file);
      }
    }
    for (const { words, also: others } of also)
      if (leadsNowhere(others))
        add(
          `${quote(words)} also asks for ${quote(others)}, ` +
            'which appears in no title, symptom, summary or message',
          'words that a page uses after also',
        );
    for (const [word, typed] of Object.entries(slips)) {
      for (const slip of typed) {
        if (isIn(slip, searchable) || word.includes(slip))
          add(
            `"${slip}" as a slip for "${word}", but a page uses "${slip}"`,
            'only text that is always a mistake',
          );
        if (corrections.has(slip))
          add(
            `"${slip}" as a slip for "${word}", and for "${corrections.get(slip)}"`,
            'it once, for the word that is meant more often',
          );
        corrections.set(slip, word);
      }
    }
    for (const { code, guides: slugsOfCode } of codes)
      for (const slug of slugsOfCode)
        if (!slugs.has(slug))
          add(
            `the code ${code} names the guide ${slug}, which does not exist`,
            'the folder name of a guide',
          );
    for (const { guide } of speakers)
      if (!slugs.has(guide))
        add(
          `a speaker names the guide ${guide}, which does not exist`,
          'the folder name of a guide',
        );
    for (const { guides: slugsOfFile, misspelt } of files)
      for (const slug of [...slugsOfFile, ...misspelt])
        if (!slugs.has(slug))
          add(`a file names the guide ${slug}, which does not exist`, 'the folder name of a guide');
  }
  return problems;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/**
 * Report whether all words of a phrase occur; they need not be adjacent, and endings may follow.
 */
function isIn(phrase: string, searchable: string): boolean {
  return fold(phrase)
    .split(/\s+/)
    .every((word) => searchable.includes(word));
}

function quote(words: string[]): string {
  return words
    .slice(0, 3)
    .map((word) => `"${word}"`)
    .join(', ');
}
