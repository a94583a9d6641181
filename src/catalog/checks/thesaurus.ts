import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/** Every list of the thesaurus leads somewhere, says each word once, and names guides that exist; no slip is a word of a page. */
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
  const mended = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { file, same, also, slips, codes, speakers, files } of thesaurus) {
    const add = (found: string, write: string): void => void problems.push({ file, found, write });
    for (const words of same) {
      if (leadsNowhere(words))
        add(
          `the list ${quote(words)}, none of which stands in a title, a symptom, a summary or a message`,
          'a word of a page into the list, or no list',
        );
      for (const word of new Set(words.map(fold))) {
        if (words.filter((other) => fold(other) === word).length > 1)
          add(`"${word}" twice in one list (width and case do not count)`, 'each word once');
        if (named.has(word))
          add(
            `"${word}" in two lists, also in ${named.get(word)}`,
            'one list for one meaning, or a longer phrase in one of them',
          );
        named.set(word, file);
      }
    }
    for (const { words, also: others } of also)
      if (leadsNowhere(others))
        add(
          `${quote(words)} also asks for ${quote(others)}, which stands in no title, symptom, summary or message`,
          'words of a page after also',
        );
    for (const [word, typed] of Object.entries(slips)) {
      for (const slip of typed) {
        if (isIn(slip, searchable) || word.includes(slip))
          add(
            `"${slip}" as a slip for "${word}", which stands on a page`,
            'only what nobody means',
          );
        if (mended.has(slip))
          add(
            `"${slip}" as a slip for "${word}", and for "${mended.get(slip)}"`,
            'it once, for the word that is meant more often',
          );
        mended.set(slip, word);
      }
    }
    for (const { code, guides: of } of codes)
      for (const slug of of)
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
    for (const { guides: of, misspelt } of files)
      for (const slug of [...of, ...misspelt])
        if (!slugs.has(slug))
          add(`a file names the guide ${slug}, which does not exist`, 'the folder name of a guide');
  }
  return problems;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Words of a phrase may stand apart, and an ending may follow. */
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
