import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';
import { translations } from '../translations.ts';

type Thesaurus = Content['thesaurus'];

/**
 * Check that every list of the thesaurus matches some page and has each word once, and that no slip
 * is a word of a page.
 */
export function checkThesaurus(content: Content): Problem[] {
  const searchable = searchableText(content);
  return [
    ...checkSynonyms(content.thesaurus, searchable),
    ...checkSlips(content.thesaurus, searchable),
  ];
}

function searchableText({ guides, entries, elsewhere }: Content): string {
  const heads = [
    ...guides.flatMap(({ slug, prose }) => [
      slug,
      ...Object.values(prose).flatMap(({ head }) => [head.title, head.summary, ...head.symptoms]),
    ]),
    ...entries.flatMap(({ yaml, prose }) => [
      ...yaml.templates.map(({ text }) => text),
      ...translations(prose).map(({ head }) => head.summary),
    ]),
    ...elsewhere.flatMap(({ title, words }) => [...Object.values(title), ...words]),
  ];
  return heads.map(fold).join('\n');
}

function checkSynonyms(thesaurus: Thesaurus, searchable: string): Problem[] {
  const listed = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { file, words } of thesaurus.flatMap(({ file, same }) =>
    same.map((words) => ({ file, words })),
  )) {
    const add = (found: string, write: string): void => void problems.push({ file, found, write });
    if (leadsNowhere(words, searchable))
      add(
        `the list ${quote(words)}, none of which appears in a title, symptom, summary or message`,
        'a list with a word that a page uses, or no list',
      );
    for (const word of new Set(words.map(fold))) {
      if (words.filter((other) => fold(other) === word).length > 1)
        add(`"${word}" twice in one list (ignoring width and case)`, 'each word once');
      if (listed.has(word))
        add(
          `"${word}" in two lists, also in ${listed.get(word)}`,
          'one list per meaning, or a longer phrase in one of them',
        );
      listed.set(word, file);
    }
  }
  return problems;
}

function checkSlips(thesaurus: Thesaurus, searchable: string): Problem[] {
  const corrections = new Map<string, string>();
  const problems: Problem[] = [];
  const all = thesaurus.flatMap(({ file, slips }) =>
    Object.entries(slips).flatMap(([word, typed]) => typed.map((slip) => ({ file, word, slip }))),
  );
  for (const { file, word, slip } of all) {
    const found = `"${slip}" as a slip for "${word}"`;
    if (isIn(slip, searchable) || word.includes(slip))
      problems.push({
        file,
        found: `${found}, but ${isIn(slip, searchable) ? 'a page' : 'the word'} contains "${slip}"`,
        write: 'only text that is always a mistake',
      });
    if (corrections.has(slip))
      problems.push({
        file,
        found: `${found}, and for "${corrections.get(slip)}"`,
        write: 'each slip once, for the word that is meant more often',
      });
    corrections.set(slip, word);
  }
  return problems;
}

function leadsNowhere(words: string[], searchable: string): boolean {
  return !words.some((word) => isIn(word, searchable));
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/**
 * Return whether all words of a phrase occur; they need not be adjacent, and endings may follow.
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
