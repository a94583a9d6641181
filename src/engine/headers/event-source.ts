/**
 * Finds the source of the lines that follow: an event list names it in a line of its own or in an
 * XML element, and `tail` prints the file name.
 */
import { skipIndent, type ByteRange } from '../lines/byte-range.ts';
import { decode, encode } from '../lines/bytes.ts';

/** Reads lines that name an event source. */
export class EventSources {
  /** First bytes of such lines; other lines need not be decoded. */
  readonly #firsts: ReadonlySet<number | undefined>;
  readonly #pattern: RegExp;

  /** @param labels the words in front of the colon */
  constructor(labels: readonly string[]) {
    this.#firsts = new Set([...'<=', ...labels].map((label) => encode(label)[0]));
    this.#pattern = new RegExp(
      `^(?:(?:${labels.join('|')})\\s*:\\s*(.+)|==> (?=\\S*(?:/|\\.log))(\\S+) <==|.*?<Provider Name=['"]([^'"]+))`,
    );
  }

  /** Return the source that a line names, or null. */
  readSource(line: ByteRange): string | null {
    const { bytes, to } = line;
    const at = skipIndent(line);
    if (!this.#firsts.has(bytes[at])) return null;
    const [, ...names] = this.#pattern.exec(decode(bytes, at, to)) ?? [];
    return names.find((name) => name !== undefined)?.trim() ?? null;
  }
}
