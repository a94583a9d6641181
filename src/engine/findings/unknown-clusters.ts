/**
 * Groups unknown lines by template, as Drain does (He et al. 2017): equal words stay, words that
 * vary become `<*>`.
 *
 * 1. A line is split at white space. Obvious values are masked at once: text in double quotes,
 *    words with a digit, long hexadecimal words.
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
/** A line may join a cluster if at most this many of ten words differ. */
const MAX_DIFFERENT_PER_TEN = 3;
/** A template must keep at least this many of ten words that its first line fixed. */
const MIN_FIXED_PER_TEN = 5;
const VALUE = '<*>';

/** Lines with the same template. */
export interface Cluster extends UnknownLine {
  /** The words of the template, null for one that varies. */
  words: (string | null)[];
  /** Words of its first line that were not masked. */
  fixed: number;
}

/** Groups unknown lines by their text without values, in the order of their first lines. */
export class Clusters {
  /** Lines that were dropped because there were too many clusters. */
  folded = 0;
  readonly #clusters: Cluster[] = [];
  /** By the number of words and the first two of them. */
  readonly #leaves = new Map<string, Cluster[]>();
  readonly #cache = new Map<string, Cluster>();

  /**
   * Add a record.
   *
   * @returns its cluster, or null if there were too many
   */
  addRecord(text: string, line: number, endLine = line, isNewer = false): Cluster | null {
    const masked = maskValues(text);
    const cluster = this.#cache.get(masked) ?? this.#findOrOpen(masked, line);
    if (!cluster) {
      this.folded++;
      return null;
    }
    if (this.#cache.size < MAX_CACHED) this.#cache.set(masked, cluster);
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

  #findOrOpen(template: string, line: number): Cluster | undefined {
    const words = template.split(' ');
    const key = [words.length, ...words.slice(0, 2)].join(' ');
    const leaf = this.#leaves.get(key) ?? [];
    const nearest = findNearest(leaf, words);
    if (nearest || this.#clusters.length >= MAX_CLUSTERS) return nearest;
    const fixed = words.filter((word) => word !== VALUE).length;
    const cluster: Cluster = { template, count: 0, line, lines: [], words, fixed };
    this.#leaves.set(key, leaf);
    leaf.push(cluster);
    this.#clusters.push(cluster);
    return cluster;
  }
}

/**
 * Find the cluster that shares most fixed words with a line, if it shares enough, and widen it to
 * the line.
 */
function findNearest(clusters: readonly Cluster[], words: readonly string[]): Cluster | undefined {
  const maxDifferent = Math.floor((MAX_DIFFERENT_PER_TEN * words.length) / 10);
  let best: Cluster | undefined;
  let bestEqual = 0;
  for (const cluster of clusters) {
    let equalWords = 0;
    let differentWords = 0;
    for (let at = 0; at < words.length && differentWords <= maxDifferent; at++) {
      const word = cluster.words[at];
      if (word === null) continue;
      if (word !== words[at]) differentWords++;
      else if (word !== VALUE) equalWords++;
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
  if (best) {
    best.words = best.words.map((word, at) => (word === words[at] ? word : null));
    best.template = best.words.map((word) => word ?? VALUE).join(' ');
  }
  return best;
}

/** Printable ASCII except `"'(),:;<=>[]{|}`, which surround values. */
const VALUE_CHARACTER = '[-!#-&*+./\\w?@\\\\^`~]';
/**
 * Text in double quotes, or a word. It may contain colons after a part with a digit:
 * `10.0.0.1:443`.
 */
const PIECES = new RegExp(
  String.raw`"(?:[^"\\]|\\.)*"|(?=${VALUE_CHARACTER}*\d)${VALUE_CHARACTER}+(?::${VALUE_CHARACTER}+)*|${VALUE_CHARACTER}+`,
  'g',
);

/** Replace obvious values in the first line of a text with `<*>` and normalize its spaces. */
export function maskValues(text: string): string {
  const [line = ''] = text.slice(0, MAX_TEMPLATE).split('\n', 1);
  return line
    .replace(PIECES, maskValue)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** Mask a piece that is a value. A full stop at its end ends a sentence. */
function maskValue(piece: string): string {
  if (piece.startsWith('"')) return piece === '""' ? piece : `"${VALUE}"`;
  return /\d|^[a-f]{8,}$/.test(piece) ? VALUE + (/\.+$/.exec(piece)?.[0] ?? '') : piece;
}
