/**
 * Groups unknown lines by their text without obvious values: text in double quotes, words with a
 * digit and long hexadecimal words become `<*>`. All memory is bounded.
 */
import { listLines } from '../counted-lines.ts';
import type { UnknownLine } from '../../model/report.ts';

const MAX_CLUSTERS = 500;
/** Characters of a line that are read. */
const MAX_TEMPLATE = 300;
const VALUE = '<*>';

/** Lines with the same text without values. */
export type Cluster = UnknownLine;

/** Groups unknown lines, in the order of their first lines. */
export class Clusters {
  /** Lines that were dropped because there were too many clusters. */
  folded = 0;
  readonly #clusters = new Map<string, Cluster>();

  /**
   * Add a record.
   *
   * @returns its cluster, or null if there were too many
   */
  addRecord(text: string, line: number, endLine = line, isNewer = false): Cluster | null {
    const template = maskValues(text);
    const known = this.#clusters.get(template);
    if (!known && this.#clusters.size >= MAX_CLUSTERS) {
      this.folded++;
      return null;
    }
    const cluster = known ?? { template, count: 0, line, lines: [] };
    if (!known) this.#clusters.set(template, cluster);
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
    return [...this.#clusters.values()].map((cluster) => ({
      ...cluster,
      lines: withLines ? cluster.lines.toSorted((a, b) => a - b) : [],
    }));
  }
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
