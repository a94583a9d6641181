/**
 * Unknown lines to templates, like Drain: equal words stay, words that vary become `<*>`.
 *
 * 1. A line is cut into words at white space. What is certainly a value is masked at once: the inside of double quotes, words with a
 *    digit, long hexadecimal words. A word is kept as a number (its hash), so nothing is copied of a line whose kind is known.
 * 2. A line with the same masked words as an earlier one goes where that one went: one look-up.
 * 3. Else the number of words and the first two lead to a few templates (a tree of fixed depth). The line joins the one with which it
 *    shares most words, if these are enough; the words that differ become `<*>`. Else it opens a template of its own.
 *
 * A template is only ever widened, so the same lines in the same order give the same templates. All that is kept is bounded.
 */
import { LineLog, MAX_LINES } from './findings/line-log.ts';
import type { UnknownLine } from './report.ts';

const MAX_CLUSTERS = 500;
/** Characters of a line that are read. */
const MAX_TEMPLATE = 300;
/** Different lines whose place is remembered. */
const MAX_REMEMBERED = 4096;
/** Of ten words, so many may differ; of ten fixed words of its first line, so many a template keeps. */
const MAY_DIFFER = 3;
const MUST_STAY = 5;
const MIN_HEX = 8;
const VALUE = '<*>';

/** Hash of an empty word, of a value, and what stands for a word that varies. */
const EMPTY = 0x811c9dc5 | 0;
const MASKED = 0x2545f491;
const VARIES = 0;

/** Lines of one template. */
export interface Cluster extends Omit<UnknownLine, 'lines'> {
  /** The item of its last line in the log of lines, and how many it has there. */
  lastLine: number;
  lineCount: number;
  hashes: Int32Array;
  /** Words of its first line that were no values. */
  fixed: number;
}

/** Groups unknown lines by their text with the values taken out, in the order of their first line. */
export class Clusters {
  /** Lines that had no place: the templates are full. */
  folded = 0;
  readonly #clusters: Cluster[] = [];
  readonly #leaves = new Map<number, Cluster[]>();
  readonly #remembered = new Map<number, Cluster>();
  readonly #lineLog = new LineLog();
  /** The words of the line at hand. */
  readonly #words = new Int32Array(MAX_TEMPLATE / 2 + 1);
  #length = 0;

  /** Take lines in. @returns where they went, or null where there was no place */
  add(text: string, line: number, endLine = line, isNewer = false): Cluster | null {
    this.#length = readWords(text, this.#words, null);
    const key = this.#mixWords(this.#length);
    let cluster = this.#remembered.get(key);
    if (!cluster || !this.#fits(cluster)) {
      cluster = this.#findNearest() ?? this.#open(text, line);
      if (!cluster) {
        this.folded++;
        return null;
      }
      if (this.#remembered.size < MAX_REMEMBERED) this.#remembered.set(key, cluster);
    }
    this.count(cluster, line, endLine, isNewer);
    return cluster;
  }

  /** Take lines in that go where others went. */
  count(cluster: Cluster, line: number, endLine: number, isNewer: boolean): void {
    cluster.count++;
    if (isNewer) cluster.isNewer = true;
    for (let at = line; at <= endLine && cluster.lineCount < MAX_LINES; at++, cluster.lineCount++)
      cluster.lastLine = this.#lineLog.add(at, cluster.lastLine);
  }

  list({ withLines }: { withLines: boolean }): UnknownLine[] {
    return this.#clusters.map(({ template, count, line, isNewer, lastLine }) => ({
      template,
      count,
      line,
      lines: withLines ? this.#lineLog.list(lastLine) : [],
      ...(isNewer && { isNewer }),
    }));
  }

  #mixWords(count: number): number {
    let hash = this.#length;
    for (let at = 0; at < count; at++)
      hash = Math.imul((hash << 5) ^ (hash >>> 27) ^ (this.#words[at] ?? 0), 0x9e3779b1);
    return hash;
  }

  /** Two lines may have the same hash by chance; the words decide. */
  #fits({ hashes }: Cluster): boolean {
    if (hashes.length !== this.#length) return false;
    for (let at = 0; at < hashes.length; at++)
      if (hashes[at] !== VARIES && hashes[at] !== this.#words[at]) return false;
    return true;
  }

  /** Find the template that shares most fixed words with the line, if these are enough, and widen it. */
  #findNearest(): Cluster | undefined {
    const most = Math.floor((MAY_DIFFER * this.#length) / 10);
    let best: Cluster | undefined;
    let bestEqual = 0;
    for (const cluster of this.#leaves.get(this.#mixWords(Math.min(2, this.#length))) ?? []) {
      if (cluster.hashes.length !== this.#length) continue;
      let equal = 0;
      let differ = 0;
      for (let at = 0; at < this.#length && differ <= most; at++) {
        const hash = cluster.hashes[at];
        if (hash === VARIES) continue;
        if (hash !== this.#words[at]) differ++;
        else if (hash !== MASKED) equal++;
      }
      if (
        differ > most ||
        equal <= bestEqual ||
        (differ > 0 && equal * 10 < MUST_STAY * cluster.fixed)
      )
        continue;
      best = cluster;
      bestEqual = equal;
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
      lastLine: -1,
      lineCount: 0,
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

/** Put `<*>` in the place of what is certainly a value, in the first line of a text; words stand one space apart. */
export function maskValues(text: string): string {
  const words: string[] = [];
  readWords(text, new Int32Array(MAX_TEMPLATE / 2 + 1), words);
  return words.join(' ');
}

/** Read the words of a text's first line into `hashes`, and as masked text into `words` where it is given: how many there are. */
function readWords(text: string, hashes: Int32Array, words: string[] | null): number {
  const end = Math.min(text.length, MAX_TEMPLATE);
  let count = 0;
  let at = 0;
  // After one that nothing closes, quotes are looked for no more: the time stays linear.
  let hasQuotes = true;
  for (;;) {
    while (at < end && isSpace(text.charCodeAt(at)) && text.charCodeAt(at) !== 10) at++;
    if (at >= end || text.charCodeAt(at) === 10) return count;
    let hash = EMPTY;
    let word = '';
    while (at < end) {
      const from = at;
      const code = text.charCodeAt(at);
      if (isSpace(code)) break;
      if (!isValueCode(code)) {
        const close = code === 34 && hasQuotes ? endOfQuotes(text, at + 1, end) : -1;
        if (code === 34 && close < 0) hasQuotes = false;
        at = close < 0 ? at + 1 : close + 1;
        hash = mix(hash, code);
        if (close > from + 1) hash = mix(hash, MASKED);
        if (close > from) hash = mix(hash, code);
        if (words) word += close > from + 1 ? `"${VALUE}"` : text.slice(from, at);
        continue;
      }
      let plain = hash;
      let hasDigit = false;
      let isHex = true;
      for (; at < end; at++) {
        const letter = text.charCodeAt(at);
        if (
          !isValueCode(letter) &&
          !(letter === 58 && hasDigit && at + 1 < end && isValueCode(text.charCodeAt(at + 1)))
        )
          break;
        plain = mix(plain, letter);
        if (letter >= 48 && letter <= 57) hasDigit = true;
        else if (letter < 97 || letter > 102) isHex = false;
      }
      const isMasked = hasDigit || (isHex && at - from >= MIN_HEX);
      // A full stop ends a sentence, not a value.
      if (isMasked) while (text.charCodeAt(at - 1) === 46) at--;
      const isWhole = isMasked && hash === EMPTY;
      hash = isMasked ? mix(hash, MASKED) : plain;
      if (isWhole && (at >= end || isSpace(text.charCodeAt(at)))) hash = MASKED;
      if (words) word += isMasked ? VALUE : text.slice(from, at);
      if (isMasked)
        for (; at < end && text.charCodeAt(at) === 46; at++) {
          hash = mix(hash, 46);
          if (words) word += '.';
        }
    }
    hashes[count++] = hash === VARIES ? EMPTY : hash;
    words?.push(word);
  }
}

function endOfQuotes(text: string, from: number, end: number): number {
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

/** Printable ASCII but `"'(),:;<=>[]{|}`, which stand around values. */
function isValueCode(code: number): boolean {
  return code < 127 && VALUE_CODES[code] === 1;
}

const VALUE_CODES = Uint8Array.from({ length: 128 }, (_, code) =>
  code > 32 && code < 127 && !`"'(),:;<=>[]{|}`.includes(String.fromCharCode(code)) ? 1 : 0,
);
