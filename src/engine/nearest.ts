/**
 * The known message that an unknown line is most like, with the words that differ. It is a hint for a reader (the wording of a newer
 * version), never an answer: nothing follows from it.
 *
 * 1. A template is its fixed words, with gaps where its holes are; it needs enough of them to be recognised.
 * 2. Of all templates those are compared that share enough with the line, each word weighed by how rare it is among the templates.
 * 3. Words must stand in the same order. A gap takes any words; elsewhere at most a few may be other, missing or too many.
 * 4. The template that shares more words is nearer, then the one that differs in fewer. Where those of two entries are equally near,
 *    nothing is said: the word that tells them apart is the one that differs.
 */
import type { Catalog } from './catalog.ts';
import { maskValues } from './cluster.ts';
import type { Nearest } from './report.ts';
import { parseTemplate } from './template.ts';

interface Known {
  entry: string;
  template: string;
  /** Fixed words as written; null for a gap. */
  words: (string | null)[];
  fixed: number;
  weight: number;
}

/** Where a word stands, and how much it tells. */
interface Word {
  templates: number[];
  weight: number;
  isRare: boolean;
}

interface Index {
  templates: Known[];
  words: Map<string, Word>;
}

/** Fixed words that a template needs, and how many of them may differ: one of each so many, at most two. */
const MIN_WORDS = 4;
const WORDS_A_DIFFERENCE = 4;
const MAX_DIFFERENCES = 2;
/** Share of a template's weight that must stand in the line. */
const MIN_SHARE = 0.6;
/** A word is rare that at most this share of the entries has; one of these must be shared. */
const RARE = 0.02;
/** Words of a line that are compared, and templates that are compared word by word. */
const MAX_WORDS = 80;
const MAX_COMPARED = 24;

const INDEXES = new WeakMap<Catalog, Index>();

/** Find the known message whose words an unknown line shares but for one or two, or null. */
export function nearest(matcher: { catalog: Catalog }, text: string): Nearest | null {
  const index = indexOf(matcher.catalog);
  const found = readWords(maskValues(text)).slice(0, MAX_WORDS);
  const near: (Nearest & { words: Known['words']; shared: number })[] = [];
  for (const { entry, template, words, fixed } of candidates(index, found)) {
    const differs = compare(
      words,
      found,
      Math.min(MAX_DIFFERENCES, Math.floor(fixed / WORDS_A_DIFFERENCE)),
    );
    if (differs)
      near.push({
        words,
        entry,
        template,
        differs,
        shared: fixed - differs.filter(({ known }) => known !== '').length,
      });
  }
  near.sort((a, b) => b.shared - a.shared || a.differs.length - b.differs.length);
  const [best] = near;
  if (!best) return null;
  const rival = near.find(({ entry }) => entry !== best.entry);
  const isTied =
    rival?.shared === best.shared &&
    (rival.differs.length === best.differs.length || best.differs.length === 0);
  return isTied || differsInWhatTells(index, best.words, best.differs)
    ? null
    : { entry: best.entry, template: best.template, differs: best.differs };
}

/** Whether the word that tells a template apart is the one that the line has not: it is then another message of the same make. */
function differsInWhatTells(
  { words }: Index,
  known: Known['words'],
  differs: Nearest['differs'],
): boolean {
  const weightOf = (word: string): number => words.get(normal(word))?.weight ?? 0;
  const other = new Set(differs.map((difference) => normal(difference.known)));
  const kept = [...distinct(known)].filter((word) => !other.has(word));
  return Math.max(0, ...[...other].map(weightOf)) > Math.max(...kept.map(weightOf));
}

function indexOf(catalog: Catalog): Index {
  const known = INDEXES.get(catalog);
  if (known) return known;
  const templates: Known[] = [];
  for (const entry of catalog.entries) {
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
    const entries = new Set(word.templates.map((at) => templates[at]?.entry)).size;
    word.weight = Math.log(1 + catalog.entries.length / entries);
    word.isRare = entries <= RARE * catalog.entries.length;
  }
  for (const known of templates)
    for (const word of distinct(known.words)) known.weight += words.get(word)?.weight ?? 0;
  const index = { templates, words };
  INDEXES.set(catalog, index);
  return index;
}

/** The templates that share enough of their weight with a line, those that share most first. */
function candidates({ templates, words }: Index, found: readonly string[]): Known[] {
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

/** The fixed words of a template; a word that a hole touches is part of the gap. */
function wordsOf(template: string): (string | null)[] {
  const text = parseTemplate(template)
    .map((part) => (typeof part === 'string' ? part : GAP))
    .join('');
  const words = text
    .split(/\s+/)
    .flatMap((word): (string | null)[] =>
      word === '' ? [] : word.includes(GAP) ? [null] : readWords(maskValues(word)),
    );
  return words.filter((word, at) => word !== null || words[at - 1] !== null);
}

const GAP = '\u0000';

/** The words of a masked text without the marks around them; a value is no word. */
function readWords(text: string): string[] {
  return text.split(' ').flatMap((word) => {
    const bare = word.replace(/^[^\p{L}\p{N}<]+|[^\p{L}\p{N}>]+$/gu, '');
    return bare === '' ? [] : [bare];
  });
}

function distinct(words: readonly (string | null)[]): Set<string> {
  return new Set(words.flatMap((word) => (word === null ? [] : normal(word))));
}

function normal(word: string): string {
  return word.toLowerCase();
}

/**
 * The fewest words in which a line differs from a template, or null where these are more than `limit`. Rows are the template's words,
 * columns the line's.
 */
function compare(
  known: readonly (string | null)[],
  found: readonly string[],
  limit: number,
): Nearest['differs'] | null {
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
): Nearest['differs'] {
  const differs: Nearest['differs'] = [];
  let [row, column] = [known.length, found.length];
  while (row > 0 || column > 0) {
    const here = cost[row * width + column] ?? 0;
    const word = known[row - 1];
    const other = found[column - 1];
    if (row > 0 && word === null) {
      // The gap takes as little as it can: a word beside it is another word, not a missing one.
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
  return typeof known === 'string' && found !== undefined && normal(known) === normal(found);
}
