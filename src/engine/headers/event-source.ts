/**
 * Finds the source of the lines that follow: an event list names it in a line of its own or in an
 * XML element, `tail` prints the file name, and `kubectl describe` the name of each container.
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
    const container = containerOf(line, at);
    if (container !== null) return container;
    if (!this.#firsts.has(bytes[at])) return null;
    const [, ...names] = this.#pattern.exec(decode(bytes, at, to)) ?? [];
    return names.find((name) => name !== undefined)?.trim() ?? null;
  }
}

const SPACE = 32;
const COLON = 58;
const FIRST_OF_IMAGE = 73;
/** The name of a container, as `kubectl describe` prints it above the container's properties. */
const CONTAINER = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?:$/;

/** Return whether a line names the image of the container that is described. */
export function isImageLine(line: ByteRange): boolean {
  const at = skipIndent(line);
  return line.bytes[at] === FIRST_OF_IMAGE && decode(line.bytes, at, line.to).startsWith('Image: ');
}

/** Return the name of the container that the lines after this one describe, or null. */
function containerOf({ bytes, from, to }: ByteRange, at: number): string | null {
  if (at !== from + 2 || bytes[from] !== SPACE || bytes[to - 1] !== COLON) return null;
  const text = decode(bytes, at, to);
  return CONTAINER.test(text) ? text.slice(0, -1) : null;
}
