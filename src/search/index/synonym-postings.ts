import type { Synonyms } from '../tokenize/synonyms.ts';
import { ascending, type Postings } from './postings.ts';

/**
 * Add postings for each concept: the fields that name it in words or in hiragana. They are found
 * from the words of the concepts, because there are far fewer of these than fields.
 *
 * @returns for each concept, the fields where several words name it together
 */
export function addSynonymPostings(
  postings: Postings,
  concepts: readonly Synonyms[],
  fields: readonly { text: string }[],
): Map<string, number[]> {
  const inHiragana = hiraganaOf(concepts, fields);
  const spanned = new Map<string, number[]>();
  for (const { key, patterns } of concepts) {
    const alone: number[][] = [];
    const together: number[][] = [];
    for (const { keys, literal } of patterns) {
      if (keys.length === 1) alone.push(postings.get(keys[0] ?? '') ?? []);
      else
        together.push(
          keys.length > 1
            ? keys.map((own) => postings.get(own) ?? []).reduce(common)
            : inHiragana.filter(({ plain }) => plain.includes(literal)).map(({ at }) => at),
        );
    }
    const spans = union(together);
    const all = union([...alone, spans]);
    if (all.length > 0) postings.set(key, all);
    if (spans.length > 0) spanned.set(key, spans);
  }
  return spanned;
}

function union(lists: number[][]): number[] {
  const [first = [], ...others] = lists.filter(({ length }) => length > 0);
  return others.length === 0 ? first : ascending(first.concat(...others));
}

/** Return the few fields that contain hiragana of any concept, with their normalized text. */
function hiraganaOf(
  concepts: readonly Synonyms[],
  fields: readonly { text: string }[],
): { at: number; plain: string }[] {
  const literals = concepts.flatMap(({ patterns }) =>
    patterns.flatMap(({ keys, literal }) => (keys.length === 0 ? [literal] : [])),
  );
  const any = new RegExp(literals.join('|'));
  return fields.flatMap(({ text }, at) => {
    const plain = text.normalize('NFKC');
    return any.test(plain) ? [{ at, plain }] : [];
  });
}

/** Intersect two ascending lists. */
function common(list: number[], other: number[]): number[] {
  const both: number[] = [];
  let at = 0;
  for (const number of list) {
    while ((other[at] ?? Infinity) < number) at++;
    if (other[at] === number) both.push(number);
  }
  return both;
}
