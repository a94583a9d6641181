/**
 * Finds the known message that is most similar to an unknown line, and the words that differ. This
 * is only a hint for the reader (a newer version may have reworded it); nothing is concluded from
 * it.
 *
 * 1. A template is reduced to its fixed words, at least MIN_WORDS, with gaps for its holes.
 * 2. Only templates that share enough words with the line are compared, each word weighted by its
 *    rarity among the templates.
 * 3. Words must be in the same order. A gap accepts any words; elsewhere at most a few may be
 *    replaced, missing or added.
 * 4. A template is more similar if it shares more words; in a tie, if fewer words differ. If
 *    templates of two entries are equally similar, there is no result, because the line differs in
 *    the very word that distinguishes them.
 */
import type { Catalog } from '../../model/catalog.ts';
import { isIn } from '../templates/matcher.ts';
import { maskValues } from './unknown-clusters.ts';
import type { SimilarMessage } from '../../model/report.ts';
import { parseTemplate } from '../templates/template.ts';

interface KnownTemplate {
  entry: string;
  template: string;
  /** Fixed words as written; null for a gap. */
  words: (string | null)[];
  fixed: number;
  weight: number;
}

/** The templates with a word, and its weight. */
interface Word {
  templates: number[];
  weight: number;
  isRare: boolean;
}

interface Index {
  templates: KnownTemplate[];
  words: Map<string, Word>;
}

/**
 * Fixed words that a template needs, and the differences allowed: one per WORDS_PER_DIFFERENCE
 * words, at most MAX_DIFFERENCES.
 */
const MIN_WORDS = 4;
const MIN_WORDS_IN_SENTENCE = 5;
const WORDS_PER_DIFFERENCE = 4;
const MAX_DIFFERENCES = 2;
/** Share of a template's weight that the line must contain. */
const MIN_SHARE = 0.6;
/**
 * A word in at most this share of the entries is rare. Line and template must share a rare word.
 */
const RARE = 0.02;
/** Maximum number of words of a line, and of templates, that are compared. */
const MAX_WORDS = 80;
const MAX_COMPARED = 24;

const INDEXES = new WeakMap<Catalog, Index>();

/**
 * Find the known message that an unknown line matches except for one or two words, or return null.
 *
 * @param isInSentence whether other words may come before and after the message
 */
export function findSimilarMessage(
  matcher: { catalog: Catalog },
  text: string,
  isInSentence = false,
): SimilarMessage | null {
  const index = indexOf(matcher.catalog);
  const found = readWords(maskValues(text)).slice(0, MAX_WORDS);
  const matches: (SimilarMessage & { words: KnownTemplate['words']; shared: number })[] = [];
  for (const { entry, template, words, fixed } of candidates(index, found)) {
    if (isInSentence && fixed < MIN_WORDS_IN_SENTENCE) continue;
    const differs = compare(
      isInSentence ? [null, ...words, null] : words,
      found,
      Math.min(MAX_DIFFERENCES, Math.floor(fixed / WORDS_PER_DIFFERENCE)),
    );
    if (differs)
      matches.push({
        words,
        entry,
        template,
        differs,
        shared: fixed - differs.filter(({ known }) => known !== '').length,
      });
  }
  matches.sort((a, b) => b.shared - a.shared || a.differs.length - b.differs.length);
  const [best] = matches;
  if (!best) return null;
  const rival = matches.find(({ entry }) => entry !== best.entry);
  const isTied =
    rival?.shared === best.shared &&
    (rival.differs.length === best.differs.length || (best.differs.length === 0 && !isInSentence));
  return isTied || differsInDistinctiveWord(index, best.words, best.differs)
    ? null
    : { entry: best.entry, template: best.template, differs: best.differs };
}

/**
 * Compare a text with one template.
 *
 * @returns the words that differ, and how many fixed words the template has
 */
export function differencesTo(
  template: string,
  text: string,
): { differs: SimilarMessage['differs']; fixed: number } {
  const words = wordsOf(template);
  const found = readWords(maskValues(text)).slice(0, MAX_WORDS);
  return {
    differs: compare(words, found, Infinity) ?? [],
    fixed: words.filter((word) => word !== null).length,
  };
}

/**
 * Return whether the template's rarest word differs, so that the line is another message of the
 * same form.
 */
function differsInDistinctiveWord(
  { words }: Index,
  known: KnownTemplate['words'],
  differs: SimilarMessage['differs'],
): boolean {
  const weightOf = (word: string): number => words.get(normalize(word))?.weight ?? 0;
  const other = new Set(differs.map((difference) => normalize(difference.known)));
  const kept = [...distinct(known)].filter((word) => !other.has(word));
  return Math.max(0, ...[...other].map(weightOf)) > Math.max(...kept.map(weightOf));
}

function indexOf(catalog: Catalog): Index {
  const known = INDEXES.get(catalog);
  if (known) return known;
  const templates: KnownTemplate[] = [];
  // Messages that are never printed into the log cannot be an unknown line of it.
  const notLogged = catalog.products.flatMap((product) => product['not-logged']);
  const entries = catalog.entries.filter(
    ({ id }) => !notLogged.some((catalog) => isIn(id, catalog)),
  );
  for (const entry of entries) {
    for (const { text } of entry.templates) {
      const words = wordsOf(text);
      const fixed = words.filter((word) => word !== null).length;
      if (fixed >= MIN_WORDS)
        templates.push({ entry: entry.id, template: text, words, fixed, weight: 0 });
    }
  }
  const words = new Map<string, Word>();
  templates.forEach((known, at) => {
    for (const word of distinct(known.words)) {
      const place = words.get(word);
      if (place) place.templates.push(at);
      else words.set(word, { templates: [at], weight: 0, isRare: false });
    }
  });
  for (const word of words.values()) {
    const count = new Set(word.templates.map((at) => templates[at]?.entry)).size;
    word.weight = Math.log(1 + entries.length / count);
    word.isRare = count <= RARE * entries.length;
  }
  for (const known of templates)
    for (const word of distinct(known.words)) known.weight += words.get(word)?.weight ?? 0;
  const index = { templates, words };
  INDEXES.set(catalog, index);
  return index;
}

/** Return the templates that share enough of their weight with a line, the most similar first. */
function candidates({ templates, words }: Index, found: readonly string[]): KnownTemplate[] {
  const shared = new Map<number, number>();
  const rare = new Set<number>();
  for (const text of distinct(found)) {
    const word = words.get(text);
    for (const at of word?.templates ?? []) {
      shared.set(at, (shared.get(at) ?? 0) + (word?.weight ?? 0));
      if (word?.isRare) rare.add(at);
    }
  }
  return [...shared]
    .flatMap(([at, weight]) => {
      const known = templates[at];
      return known && rare.has(at) && weight >= MIN_SHARE * known.weight ? [{ known, weight }] : [];
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_COMPARED)
    .map(({ known }) => known);
}

/**
 * Return the fixed words of a template. A word that touches a hole is part of the gap, and so is
 * one that would be masked in a line.
 */
function wordsOf(template: string): (string | null)[] {
  const text = parseTemplate(template)
    .map((part) => (typeof part === 'string' ? part : GAP))
    .join('');
  const words = text
    .split(/\s+/)
    .flatMap((word): (string | null)[] =>
      word === '' ? [] : word.includes(GAP) ? [null] : readWords(maskValues(word)).map(fixedWord),
    );
  return words.filter((word, at) => word !== null || words[at - 1] !== null);
}

const GAP = '\u0000';

function fixedWord(word: string): string | null {
  return word.includes('<*>') ? null : word;
}

/**
 * Split a masked text into words without surrounding punctuation. A masked value is kept as `<*>`.
 */
function readWords(text: string): string[] {
  return text.split(' ').flatMap((word) => {
    const bare = word.replace(/^[^\p{L}\p{N}<]+|[^\p{L}\p{N}>]+$/gu, '');
    return bare === '' ? [] : [bare];
  });
}

function distinct(words: readonly (string | null)[]): Set<string> {
  return new Set(words.flatMap((word) => (word === null ? [] : normalize(word))));
}

function normalize(word: string): string {
  return word.toLowerCase();
}

/**
 * Return the fewest word differences between a line and a template, or null if there are more than
 * `limit`. Rows of the table are the template's words, columns the line's.
 */
function compare(
  known: readonly (string | null)[],
  found: readonly string[],
  limit: number,
): SimilarMessage['differs'] | null {
  const width = found.length + 1;
  const cost = new Int32Array((known.length + 1) * width);
  const step = (row: number, column: number): number => {
    const word = known[row - 1];
    const here = row * width + column;
    const above = row > 0 ? (cost[here - width] ?? 0) : Infinity;
    const left = column > 0 ? (cost[here - 1] ?? 0) : Infinity;
    if (word === null) return Math.min(above, left);
    const across =
      row > 0 && column > 0
        ? (cost[here - width - 1] ?? 0) + (isEqual(word, found[column - 1]) ? 0 : 1)
        : Infinity;
    return Math.min(across, above + 1, left + 1);
  };
  for (let row = 0; row <= known.length; row++) {
    for (let column = 0; column < width; column++)
      if (row + column > 0) cost[row * width + column] = step(row, column);
  }
  if ((cost.at(-1) ?? 0) > limit) return null;
  return trace(known, found, cost, width);
}

function trace(
  known: readonly (string | null)[],
  found: readonly string[],
  cost: Int32Array,
  width: number,
): SimilarMessage['differs'] {
  const differs: SimilarMessage['differs'] = [];
  let [row, column] = [known.length, found.length];
  while (row > 0 || column > 0) {
    const here = cost[row * width + column] ?? 0;
    const word = known[row - 1];
    const other = found[column - 1];
    if (row > 0 && word === null) {
      // Keep the gap as short as possible, so that a word beside it counts as replaced, not as
      // missing.
      if (cost[(row - 1) * width + column] === here) row--;
      else column--;
      continue;
    }
    const across = row > 0 && column > 0 ? (cost[(row - 1) * width + column - 1] ?? 0) : Infinity;
    if (across + (isEqual(word, other) ? 0 : 1) === here) {
      if (!isEqual(word, other)) differs.unshift({ known: word ?? '', found: other ?? '' });
      row--;
      column--;
    } else if (row > 0 && (cost[(row - 1) * width + column] ?? 0) + 1 === here) {
      differs.unshift({ known: word ?? '', found: '' });
      row--;
    } else {
      differs.unshift({ known: '', found: other ?? '' });
      column--;
    }
  }
  return differs;
}

function isEqual(known: string | null | undefined, found: string | undefined): boolean {
  return typeof known === 'string' && found !== undefined && normalize(known) === normalize(found);
}
