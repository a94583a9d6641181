/**
 * Notes which hosts, pods and containers wrote messages of the product, and under which program's
 * name, while a log is read. If there are several sources, or products, the log is read once more,
 * each source by itself (split-log.ts).
 */
import type { ByteRange } from '../lines/byte-range.ts';
import type { StrippedLine } from '../headers/envelopes.ts';
import { SourceColumn } from './source-column.ts';

/** The most names that are kept. */
const MAX_NAMES = 1_000;
/** The most names of other programs: a report lists them. */
const MAX_OTHERS = 3;
/** The longest name of a host (DNS), in characters. */
const MAX_LENGTH = 253;

/** A line and what its envelopes say about it. */
interface SourceLine {
  readonly text: ByteRange;
  readonly variants: readonly StrippedLine[];
}

export class SourceNames {
  readonly #names = new Set<string>();
  /** The names of programs and containers in front of the product's messages. */
  readonly writers = new Set<string>();
  /** Other products of the site whose program is named in front of a line. */
  readonly rivals = new Set<string>();
  /** Whether there are lines of other programs or containers. */
  hasOthers = false;
  /** The first programs whose names are in front of such lines. */
  readonly others = new Set<string>();
  readonly #column: SourceColumn;
  #line: SourceLine | null = null;

  /** @param fields columns of a CSV file that name the source */
  constructor(fields: readonly string[]) {
    this.#column = new SourceColumn(fields);
  }

  /** The names, in order of their first message. */
  get names(): string[] {
    return [...this.#names];
  }

  /** Note the line that is read next. */
  beginLine(line: SourceLine): void {
    this.#line = line;
    this.#column.seeLine(line.text);
  }

  /** Note that a line is another program's. */
  noteOther({ program }: StrippedLine): void {
    this.hasOthers = true;
    if (program !== null && this.others.size < MAX_OTHERS) this.others.add(program);
  }

  /** Note that the current line, given without its envelopes, holds a message of the product. */
  noteMessage({ source, program, sender }: StrippedLine): void {
    const writer = program ?? sender;
    if (writer !== null && this.writers.size < MAX_NAMES) this.writers.add(writer);
    const line = this.#line;
    this.#add(
      source ??
        (line &&
          (this.#column.readSource(line.text) ??
            // If the header was made from fields of JSON or CSV, another field may name the source.
            line.variants.find(({ forms, source }) => forms === null && source !== null)?.source ??
            null)),
    );
  }

  #add(name: string | null): void {
    if (name !== null && name.length <= MAX_LENGTH && this.#names.size < MAX_NAMES)
      this.#names.add(name);
  }
}
