/**
 * Groups unknown lines by template, as Drain does (He et al. 2017): equal words stay, words that
 * vary become `<*>`.
 *
 * 1. A line is split at white space. Obvious values are masked at once: text in double quotes,
 *    words with a digit, long hexadecimal words. Words are stored as hashes, so lines of a known
 *    kind are not copied.
 * 2. A line with the same masked words as an earlier one joins its cluster after one lookup.
 * 3. Otherwise the number of words and the first two words lead to a few clusters (a tree of fixed
 *    depth). The line joins the one with which it shares most words, if it shares enough, and the
 *    words that differ become `<*>`. If it shares too few, it starts a cluster of its own.
 *
 * Templates are only ever widened, so the same lines in the same order give the same result. All
 * memory is bounded.
 */
import { listLines } from '../counted-lines.ts';
import type { UnknownLine } from '../../model/report.ts';

const MAX_CLUSTERS = 500;
/** Characters of a line that are read. */
const MAX_TEMPLATE = 300;
/** Most masked lines whose cluster is cached. */
const MAX_CACHED = 4096;
/**
 * The most words of ten that may differ, and the fewest of ten fixed words of its first line that a
 * template must keep.
 */
const MAX_DIFFERENT_PER_TEN = 3;
const MIN_FIXED_PER_TEN = 5;
const MIN_HEX = 8;
const VALUE = '<*>';

/** Hashes of an empty word and of a value, and the marker of a word that varies. */
const EMPTY = 0x811c9dc5 | 0;
const MASKED = 0x2545f491;
const VARIES = 0;

/** Lines with the same template. */
export interface Cluster extends UnknownLine {
  hashes: Int32Array;
  /** Words of its first line that were not masked. */
  fixed: number;
}

/** Groups unknown lines by their text without values, in the order of their first lines. */
export class Clusters {
  /** Lines that were dropped because there were too many clusters. */
  folded = 0;
  readonly #clusters: Cluster[] = [];
  readonly #leaves = new Map<number, Cluster[]>();
  readonly #cache = new Map<number, Cluster>();
  /** Hashes of the words of the current line. */
  readonly #words = new Int32Array(MAX_TEMPLATE / 2 + 1);
  #length = 0;

  /**
   * Add a record.
   *
   * @returns its cluster, or null if there were too many
   */
  addRecord(text: string, line: number, endLine = line, isNewer = false): Cluster | null {
    this.#length = readWords(text, this.#words, null);
    const key = this.#mixWords(this.#length);
    let cluster = this.#cache.get(key);
    if (!cluster || !this.#fits(cluster)) {
      cluster = this.#findNearest() ?? this.#open(text, line);
      if (!cluster) {
        this.folded++;
        return null;
      }
      if (this.#cache.size < MAX_CACHED) this.#cache.set(key, cluster);
    }
    this.countRecord(cluster, line, endLine, isNewer);
    return cluster;
  }

  /** Add a record to a cluster that is known to fit. */
  countRecord(cluster: Cluster, line: number, endLine: number, isNewer: boolean): void {
    cluster.count++;
    if (isNewer) cluster.isNewer = true;
    listLines(cluster.lines, line, endLine);
  }

  listClusters({ withLines }: { withLines: boolean }): UnknownLine[] {
    return this.#clusters.map(({ template, count, line, isNewer, header, lines }) => ({
      template,
      count,
      line,
      lines: withLines ? lines.toSorted((a, b) => a - b) : [],
      ...(isNewer && { isNewer }),
      ...(header && { header }),
    }));
  }

  #mixWords(count: number): number {
    let hash = this.#length;
    for (let at = 0; at < count; at++)
      hash = Math.imul((hash << 5) ^ (hash >>> 27) ^ (this.#words[at] ?? 0), 0x9e3779b1);
    return hash;
  }

  /** Compare the words as well, because hashes of lines may collide. */
  #fits({ hashes }: Cluster): boolean {
    if (hashes.length !== this.#length) return false;
    for (let at = 0; at < hashes.length; at++)
      if (hashes[at] !== VARIES && hashes[at] !== this.#words[at]) return false;
    return true;
  }

  /**
   * Find the cluster that shares most fixed words with the line, if it shares enough, and widen it.
   */
  #findNearest(): Cluster | undefined {
    const maxDifferent = Math.floor((MAX_DIFFERENT_PER_TEN * this.#length) / 10);
    let best: Cluster | undefined;
    let bestEqual = 0;
    for (const cluster of this.#leaves.get(this.#mixWords(Math.min(2, this.#length))) ?? []) {
      if (cluster.hashes.length !== this.#length) continue;
      let equalWords = 0;
      let differentWords = 0;
      for (let at = 0; at < this.#length && differentWords <= maxDifferent; at++) {
        const hash = cluster.hashes[at];
        if (hash === VARIES) continue;
        if (hash !== this.#words[at]) differentWords++;
        else if (hash !== MASKED) equalWords++;
      }
      if (
        differentWords > maxDifferent ||
        equalWords <= bestEqual ||
        (differentWords > 0 && equalWords * 10 < MIN_FIXED_PER_TEN * cluster.fixed)
      )
        continue;
      best = cluster;
      bestEqual = equalWords;
    }
    if (best && !this.#fits(best)) this.#widen(best);
    return best;
  }

  #widen(cluster: Cluster): void {
    const words = cluster.template.split(' ');
    for (let at = 0; at < this.#length; at++) {
      if (cluster.hashes[at] === VARIES || cluster.hashes[at] === this.#words[at]) continue;
      cluster.hashes[at] = VARIES;
      words[at] = VALUE;
    }
    cluster.template = words.join(' ');
  }

  #open(text: string, line: number): Cluster | undefined {
    if (this.#clusters.length >= MAX_CLUSTERS) return undefined;
    const hashes = this.#words.slice(0, this.#length);
    const cluster: Cluster = {
      template: maskValues(text),
      count: 0,
      line,
      lines: [],
      hashes,
      fixed: hashes.filter((hash) => hash !== MASKED).length,
    };
    const key = this.#mixWords(Math.min(2, this.#length));
    const leaf = this.#leaves.get(key);
    if (leaf) leaf.push(cluster);
    else this.#leaves.set(key, [cluster]);
    this.#clusters.push(cluster);
    return cluster;
  }
}

/** Replace obvious values in the first line of a text with `<*>` and normalize its spaces. */
export function maskValues(text: string): string {
  const words: string[] = [];
  readWords(text, new Int32Array(MAX_TEMPLATE / 2 + 1), words);
  return words.join(' ');
}

/**
 * Read the words of a text's first line into `hashes` and, masked, into `words` if given. Return
 * their number.
 */
function readWords(text: string, hashes: Int32Array, words: string[] | null): number {
  const reader = new WordReader(text, words !== null);
  let count = 0;
  while (reader.readWord()) {
    hashes[count++] = reader.hash === VARIES ? EMPTY : reader.hash;
    words?.push(reader.word);
  }
  return count;
}

/** Reads the words of a text's first line one by one, and masks obvious values. */
class WordReader {
  /** The hash of the last word, and the word with its values masked if it is kept. */
  hash = EMPTY;
  word = '';
  #at = 0;
  /**
   * False after an unclosed quotation mark: searching for the end of each further one would take
   * quadratic time.
   */
  #hasQuotes = true;
  readonly #text: string;
  readonly #end: number;
  readonly #keepsWords: boolean;

  constructor(text: string, keepsWords: boolean) {
    this.#text = text;
    this.#end = Math.min(text.length, MAX_TEMPLATE);
    this.#keepsWords = keepsWords;
  }

  /**
   * Read the next word.
   *
   * @returns whether there is one
   */
  readWord(): boolean {
    const text = this.#text;
    while (this.#at < this.#end && isSpace(text.charCodeAt(this.#at)) && !this.#isAtLineBreak())
      this.#at++;
    if (this.#at >= this.#end || this.#isAtLineBreak()) return false;
    this.hash = EMPTY;
    this.word = '';
    while (this.#at < this.#end) {
      const code = text.charCodeAt(this.#at);
      if (isSpace(code)) break;
      if (isValueCode(code)) this.#readValue();
      else this.#readMark(code);
    }
    return true;
  }

  #isAtLineBreak(): boolean {
    return this.#text.charCodeAt(this.#at) === 10;
  }

  /** Read a punctuation mark, or a text in double quotes. */
  #readMark(code: number): void {
    const from = this.#at;
    const close =
      code === 34 && this.#hasQuotes ? findClosingQuote(this.#text, from + 1, this.#end) : -1;
    if (code === 34 && close < 0) this.#hasQuotes = false;
    this.#at = Math.max(from, close) + 1;
    this.hash = mix(this.hash, code);
    if (close > from + 1) this.hash = mix(this.hash, MASKED);
    if (close > from) this.hash = mix(this.hash, code);
    if (this.#keepsWords)
      this.word += close > from + 1 ? `"${VALUE}"` : this.#text.slice(from, this.#at);
  }

  /** Read a run of letters and digits, which is masked if it is a value. */
  #readValue(): void {
    const text = this.#text;
    const from = this.#at;
    let at = from;
    let plain = this.hash;
    let hasDigit = false;
    let isHex = true;
    for (; at < this.#end; at++) {
      const letter = text.charCodeAt(at);
      if (!isValueCode(letter) && !(letter === 58 && hasDigit && this.#isValueAt(at + 1))) break;
      plain = mix(plain, letter);
      if (letter >= 48 && letter <= 57) hasDigit = true;
      else if (letter < 97 || letter > 102) isHex = false;
    }
    this.#at = at;
    if (hasDigit || (isHex && at - from >= MIN_HEX)) return this.#maskValue();
    this.hash = plain;
    if (this.#keepsWords) this.word += text.slice(from, at);
  }

  #isValueAt(at: number): boolean {
    return at < this.#end && isValueCode(this.#text.charCodeAt(at));
  }

  /** Mask the value that was just read. A full stop ends a sentence, not a value. */
  #maskValue(): void {
    const text = this.#text;
    const end = this.#at;
    let at = end;
    while (text.charCodeAt(at - 1) === 46) at--;
    const isWhole =
      this.hash === EMPTY && at === end && (at >= this.#end || isSpace(text.charCodeAt(at)));
    this.hash = isWhole ? MASKED : mix(this.hash, MASKED);
    if (this.#keepsWords) this.word += VALUE + text.slice(at, end);
    for (; at < end; at++) this.hash = mix(this.hash, 46);
  }
}

function findClosingQuote(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) return at;
    if (code === 92) at++;
    else if (code === 10) return -1;
  }
  return -1;
}

function mix(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

function isSpace(code: number): boolean {
  return code <= 32 || code === 0x3000;
}

/** Printable ASCII except `"'(),:;<=>[]{|}`, which surround values. */
function isValueCode(code: number): boolean {
  return code < 127 && VALUE_CODES[code] === 1;
}

const VALUE_CODES = Uint8Array.from({ length: 128 }, (_, code) =>
  code > 32 && code < 127 && !`"'(),:;<=>[]{|}`.includes(String.fromCharCode(code)) ? 1 : 0,
);
