/**
 * Finds messages without a header. The name of a program or container in front of a message decides
 * whether it may be the product's.
 */
import { STANDALONE, findChain, readChain, totalLiteralOf } from '../chains/chain.ts';
import { lastOwnLink, type Chain, type ReadOptions } from '../chains/chain-links.ts';
import { namesProduct, isProductChain, isProductExcerpt } from '../findings/recognition.ts';
import { findHeaders } from '../headers/embedded-headers.ts';
import { stripEnvelopes, type StrippedLine } from '../headers/envelopes.ts';
import { isImageLine } from '../headers/event-source.ts';
import type { Header } from '../headers/header.ts';
import type { CompiledProduct } from '../headers/compiled-product.ts';
import { NO_TAG } from '../headers/tags.ts';
import type { ProductMatcher } from '../templates/matcher.ts';
import { QuoteTracker, skipIndent, type ByteRange } from '../lines/byte-range.ts';
import { trimmedEnd } from '../lines/bytes.ts';

/**
 * Fewest literal bytes of a standalone message, of an exit, and of a sentence that only the product
 * prints. Fewer may match by chance.
 */
const MIN_ALONE = 6;
const MIN_EXIT = 12;
const MIN_OWN = 20;
/** The first bytes of kana and kanji in UTF-8. */
const JAPANESE = { first: 0xe3, last: 0xe9 };
/** Characters that precede a value: `:`, `=`, `(`, `[`, `/`, `\` and quotation marks. */
const OPENING_MARKS = [58, 61, 40, 91, 47, 92, 34, 39, 96];
/** Most names that are adopted. */
const MAX_ADOPTED = 16;

/** Reads messages without a header. */
export class StandaloneMessages {
  readonly options: ReadOptions;
  readonly #matcher: ProductMatcher;
  readonly #product: CompiledProduct;
  /**
   * Names that were seen in front of the product's headers, although they are not its own: a
   * container ID, or a program that forwards its output.
   */
  readonly #adopted = new Set<string>();
  /** The event source that an earlier line named for the lines after it, or null. */
  eventSource: string | null = null;

  constructor(matcher: ProductMatcher) {
    this.#matcher = matcher;
    this.#product = matcher.product;
    this.options = { ...STANDALONE, catalogs: this.#product.plainCatalogs };
  }

  /** The number of adopted names. */
  get adopted(): number {
    return this.#adopted.size;
  }

  /** Return whether another program wrote a line. */
  isFromOtherProgram({ program }: StrippedLine): boolean {
    return (
      program !== null && !this.#product.programs.includes(program) && !this.#adopted.has(program)
    );
  }

  /** Return whether a line is from another program that never writes about the product. */
  isUnrelated(variant: StrippedLine): boolean {
    return (
      this.isFromOtherProgram(variant) && !this.#product.helpers.includes(variant.program ?? '')
    );
  }

  /** Adopt the names in front of a product header as the product's own. */
  adopt({ program, sender }: Pick<StrippedLine, 'program' | 'sender'>): void {
    for (const name of [program, sender])
      if (
        name !== null &&
        !this.#product.programs.includes(name) &&
        this.#adopted.size < MAX_ADOPTED
      )
        this.#adopted.add(name);
  }

  /**
   * Return whether a line is from the product's container: the name of the container was adopted,
   * or one of the headers precedes a message of the product that is too long to match by chance.
   */
  isOwnContainer({ sender }: StrippedLine, headers: readonly Header[]): boolean {
    if (sender !== null && this.#adopted.has(sender)) return true;
    return headers.some((header) => {
      const { level, tag } = header;
      if (tag === NO_TAG) return false;
      const chain = readChain(this.#matcher, header, { ...this.options, level, tag });
      return (
        chain !== null &&
        (chain.rule.catalog & this.#product.ownCatalogs) !== 0 &&
        totalLiteralOf(chain) >= MIN_OWN
      );
    });
  }

  /**
   * Note the event source that a line names for the lines after it. If a line shows that the image
   * of that source is the product's, adopt the source.
   *
   * @returns whether the line does either
   */
  noteEventSource(line: ByteRange): boolean {
    const source = this.#product.eventSources.readSource(line);
    if (this.eventSource !== null && isImageLine(line) && namesProduct(this.#product, line)) {
      this.adopt({ program: null, sender: this.eventSource });
      return true;
    }
    this.eventSource = source ?? this.eventSource;
    return source !== null;
  }

  /** Return whether a line comes from a source that has not printed any product header yet. */
  isFromUnknownSource({ program, sender: named }: StrippedLine): boolean {
    const sender = named ?? (program === null ? this.eventSource : null);
    return (
      sender !== null &&
      !this.#adopted.has(sender) &&
      !this.#product.helpers.includes(sender) &&
      !this.#product.programs.some((program) => sender.includes(program))
    );
  }

  /**
   * Return whether a line may belong to another program that shares the adopted name in front of
   * it. Continuation lines of the product are indented after that name.
   */
  mayBeFromOtherProgram(variant: StrippedLine): boolean {
    return (
      variant.program !== null &&
      this.#adopted.has(variant.program) &&
      skipIndent(variant) === variant.from
    );
  }

  /**
   * Return whether a message is the product's, given the name in front of it. If other programs use
   * that name too, or it is unknown, the message must be a sentence that only the product prints.
   */
  mayStandAlone(variant: StrippedLine, chain: Chain): boolean {
    const { rule } = chain;
    const isOwnSentence = isProductChain(chain, this.#product.ownCatalogs);
    if (!this.isFromUnknownSource(variant))
      return variant.program === null || !this.#adopted.has(variant.program) || isOwnSentence;
    // Until a name is adopted, an exit may be the product's first message.
    const mayBeFirst =
      this.adopted === 0 &&
      rule.ends &&
      rule.entry.id !== this.#product.crash &&
      (rule.catalog & this.#product.ownCatalogs) !== 0;
    return !rule.nested && (mayBeFirst || isOwnSentence);
  }

  /** Read a standalone message, skipping its indentation. */
  readMessage(line: ByteRange): Chain | null {
    const chain = this.readWithoutTag({ ...line, from: skipIndent(line) }, 0);
    return chain && chain.literal >= MIN_ALONE ? chain : null;
  }

  readWithoutTag(text: ByteRange, level: number): Chain | null {
    return readChain(this.#matcher, text, { ...this.options, level });
  }

  /** Return whether a message of the product follows a header. */
  hasKnownMessage(header: Header): boolean {
    const { level, tag } = header;
    return readChain(this.#matcher, header, { ...this.options, level, tag }) !== null;
  }

  /** Return whether a line has a product header, or a sentence that only the product writes. */
  readonly isProductLine = (line: ByteRange): boolean => {
    const [header] = findHeaders(this.#product, line);
    if (header && !new QuoteTracker(line).containPosition(header.at)) return true;
    return stripEnvelopes(this.#product, line).some((variant) => {
      const chain = this.readMessage(variant);
      return chain !== null && isProductChain(chain, this.#product.ownCatalogs);
    });
  };

  /**
   * Find a message after an unknown prefix, such as an unknown header or the words before a
   * quotation. It must report that the program or a command exits, or a fault in a sentence that
   * only the product prints.
   *
   * @param mayBeExit whether to look for messages with which the program or a command exits
   * @param mayBeFault whether to look for faults
   * @returns where it begins, or -1
   */
  findAfterPrefix(text: ByteRange, mayBeExit: boolean, mayBeFault: boolean): number {
    const chain = this.findMessage(text);
    if (chain === null) return -1;
    const {
      ends,
      entry: { role },
    } = chain.rule;
    if (mayBeExit && ends && chain.literal >= MIN_EXIT) return chain.from;
    const isFault = role === 'cause' || role === 'consequence';
    return mayBeFault &&
      isFault &&
      chain.literal >= MIN_OWN &&
      isProductChain(chain, this.#product.ownCatalogs)
      ? chain.from
      : -1;
  }

  /** Find a message that begins at any word of a line, and maybe ends before the line does. */
  findMessage(text: ByteRange, catalogs = this.options.catalogs): Chain | null {
    return findChain(this.#matcher, text, { ...this.options, catalogs, loose: true });
  }

  /** Leave out the Japanese words that follow a message in a sentence, unless they belong to it. */
  withoutJapaneseAfter(text: ByteRange): ByteRange {
    const end = startOfJapanese(text);
    if (end === text.to) return text;
    const alone = { ...text, to: trimmedEnd(text.bytes, text.from, end) };
    return totalLiteralOf(this.findMessage(alone)) < totalLiteralOf(this.findMessage(text))
      ? text
      : alone;
  }

  /**
   * Find a message in a sentence of a short paste, as in "We got … on web01": one of the product's
   * own catalogs, if only the product prints it or the sentence names the product, or a fault of
   * any catalog if the words before it name the product.
   *
   * @returns where it begins, or -1
   */
  findInSentence(line: ByteRange): number {
    const { ownCatalogs } = this.#product;
    const isNamed = namesProduct(this.#product, line);
    const isFault = (chain: Chain): boolean => chain.rule.entry.role !== 'info';
    const own = this.findMessage(line, ownCatalogs);
    if (
      own &&
      totalLiteralOf(own) >= MIN_OWN &&
      (isProductChain(own, ownCatalogs) ||
        isProductExcerpt(own, this.#product) ||
        (isNamed && isFault(own)))
    )
      return own.from;
    const fault = isNamed ? this.findMessage(line) : null;
    return fault &&
      isFault(fault) &&
      totalLiteralOf(fault) >= MIN_OWN &&
      namesProduct(this.#product, { ...line, to: fault.from })
      ? fault.from
      : -1;
  }

  /**
   * Find the product's own exit sentence, or a panic whose trace names the product.
   *
   * @returns where it begins, or -1
   */
  findProductExit(text: ByteRange): number {
    const chain = this.findMessage(text);
    return chain?.rule.ends && this.isProductExit(chain, text.to) ? chain.from : -1;
  }

  /**
   * Return whether only the product prints this exit message, or the text up to `to` names the
   * product.
   */
  isProductExit(chain: Chain, to: number): boolean {
    return (
      (chain.literal >= MIN_OWN && isProductChain(chain, this.#product.ownCatalogs)) ||
      namesProduct(this.#product, { bytes: chain.bytes, from: chain.from, to })
    );
  }

  /**
   * Find an exit sentence after another message, as in a paste that lost its line breaks.
   *
   * @returns where it begins, or -1
   */
  findExitAfterMessage(text: Header): number {
    const { bytes, from, to, level, tag } = text;
    const chain = readChain(this.#matcher, text, { ...this.options, level, tag, loose: true });
    const link = chain && lastOwnLink(chain);
    if (link && (link.isBelowForeign || link.bytes !== bytes)) return -1;
    const known = link ? (link.rest?.from ?? link.end) : from + 1;
    const at = this.findProductExit({ bytes, from: Math.min(known, to), to });
    return at < 0 || new QuoteTracker(text).containPosition(at) ? -1 : at;
  }
}

/**
 * Return where Japanese follows the words of a message, as in `exit status 1と出ます`, or the end.
 * After a colon or an opening mark it is a value.
 */
function startOfJapanese({ bytes, from, to }: ByteRange): number {
  for (let at = from + 1; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < JAPANESE.first || byte > JAPANESE.last) continue;
    const before = bytes[trimmedEnd(bytes, from, at) - 1] ?? 0;
    return OPENING_MARKS.includes(before) ? to : at;
  }
  return to;
}
