/**
 * Finds the meaning of a record: its lines are read as they are, and joined in every way in which a
 * terminal or a mail program may have wrapped them. The reading that explains most wins.
 */
import { foreignLiteralOf, readChain, unmatchedRestOf } from '../chains/chain.ts';
import { addTraceCauses, readExceptions } from '../chains/trace-causes.ts';
import type { Chain, ReadOptions } from '../chains/chain-links.ts';
import { hasCrashOutput } from '../findings/recognition.ts';
import type { Part } from '../templates/fit.ts';
import type { HeaderForm } from '../headers/header-form.ts';
import type { Header } from '../headers/header.ts';
import type { ProductMatcher } from '../templates/matcher.ts';
import { trimmedEnd } from '../lines/bytes.ts';
import { possibleTexts, type FurtherLine } from '../normalize/joined-lines.ts';

/** A message that ends with a colon lacks its cause. */
const COLON = 58;

/** A record that may still get more lines. */
export interface OpenRecord {
  /** The ways in which its header can be read, the most likely first. */
  headers: Header[];
  /** The lines after the first. */
  furtherLines: FurtherLine[];
  line: number;
  endLine: number;
  allowsTrailingText: boolean;
  /**
   * Envelopes stripped from its first line, expected on the other lines too; null if one was JSON
   * or CSV.
   */
  envelopes: readonly HeaderForm[] | null;
  /** Whether it began inside text of another program. */
  isInForeignText: boolean;
  /** The column of the colon in front of it, if it is the value of a field in an aligned list. */
  labelColumn: number | null;
  /** The meaning of the lines so far, computed on demand. */
  read: RecordReading | null;
}

/** The reading of a record that explains most. */
export interface RecordReading {
  header: Header;
  chain: Chain | null;
}

/** Interprets the records of a log. */
export class RecordInterpreter {
  readonly #matcher: ProductMatcher;
  readonly options: ReadOptions;

  constructor(matcher: ProductMatcher, options: ReadOptions) {
    this.#matcher = matcher;
    this.options = options;
  }

  /** Return the meaning of the lines so far. */
  meaningOf(open: OpenRecord): RecordReading {
    return (open.read ??= this.#readTrace(open, this.#readLines(open)));
  }

  /** Read the causes in a stack trace; its root cause replaces the unknown output of a crash. */
  #readTrace({ furtherLines }: OpenRecord, read: RecordReading): RecordReading {
    const { product } = this.#matcher;
    const { compiledTrace: trace, problemLevel } = product;
    if (!trace || furtherLines.length === 0) return read;
    const exceptions = readExceptions(trace, furtherLines);
    const chain = addTraceCauses(this.#matcher, trace, read.chain, exceptions);
    return chain || !hasCrashOutput(product, read.header)
      ? { ...read, chain }
      : { chain, header: { ...read.header, ...exceptions.at(-1), level: problemLevel } };
  }

  #readLines(open: OpenRecord): RecordReading {
    let best: RecordReading | null = null;
    for (const header of open.headers) {
      for (const text of possibleTexts(header, open.furtherLines)) {
        const chain = readChain(this.#matcher, text, {
          ...this.options,
          level: header.level,
          tag: header.tag,
          loose: open.allowsTrailingText,
        });
        if (!best || explainsMore(chain, best.chain))
          best = { header: { ...header, ...text }, chain };
      }
    }
    return best as RecordReading;
  }
}

/** Return whether the record ends where a cause should follow. The next line then continues it. */
export function lacksCause({ headers, furtherLines }: OpenRecord): boolean {
  const last = furtherLines.at(-1) ?? (headers[0] as Header);
  return (
    furtherLines.length < 40 && last.bytes[trimmedEnd(last.bytes, last.from, last.to) - 1] === COLON
  );
}

/**
 * Return whether the last message of a chain is complete: it ends in a literal or in a value of a
 * fixed form.
 */
export function isComplete(chain: Chain): boolean {
  let link = chain;
  while (link.below) link = link.below;
  const { hole } = link.rule.program.parts.at(-1) as Part;
  return link.rest === null && !chain.isTruncated && (hole === null || hole.bounded);
}

/**
 * Return whether `chain` explains more than `best`. What counts is, in this order: no unmatched
 * rest, more literal bytes, more literal bytes in another program's text.
 */
export function explainsMore(chain: Chain | null, best: Chain | null): boolean {
  if (!chain || !best) return chain !== null && best === null;
  const [isKnown, wasKnown] = [unmatchedRestOf(chain) === null, unmatchedRestOf(best) === null];
  if (isKnown !== wasKnown) return isKnown && chain.literal >= best.literal;
  return (
    chain.literal > best.literal ||
    (chain.literal === best.literal && foreignLiteralOf(chain) > foreignLiteralOf(best))
  );
}
