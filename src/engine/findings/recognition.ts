/**
 * Decides which product a log belongs to.
 *
 * Proof is text that only the product prints: a message under one of its tags, a sentence of its
 * own, or one chain with two sentences that others print too. Without proof, a standalone message
 * counts only together with the product's name, because every program prints `exit status 1` or
 * `permission denied`. A log that names a sibling instead belongs to the sibling, however similar
 * the rest is.
 */
import type { Chain } from '../chains/chain-links.ts';
import type { CompiledProduct } from '../headers/header.ts';
import type { ByteRange } from '../lines/byte-range.ts';
import { encode, indexOfBytes } from '../lines/bytes.ts';

/** A message with the number of its tag. */
export interface TaggedMessage extends ByteRange {
  tag: number;
}

/** The fewest literal bytes of a sentence. */
const MIN_LITERAL = 10;

export class ProductRecognition {
  readonly #product: CompiledProduct;
  readonly #siblings: readonly (readonly [string, Uint8Array])[];
  #isProven = false;
  #isNamed = false;
  /** Whether some line followed the name of a program that is not known to be another one. */
  #isSigned = false;
  #isPossible = false;
  #sibling: string | null = null;

  constructor(product: CompiledProduct) {
    this.#product = product;
    this.#siblings = Object.entries(product.siblings).map(([words, name]) => [name, encode(words)]);
  }

  /** Whether the log belongs to the product. */
  get isProduct(): boolean {
    return (
      (this.#isNamed || this.#sibling === null) &&
      (this.#isProven || (this.#isNamed && this.#isPossible))
    );
  }

  /** Whether further messages can no longer change the result. */
  get isSettled(): boolean {
    return this.#isProven;
  }

  /** The sibling that the log names without naming the product. */
  get sibling(): string | null {
    return this.#isNamed ? null : this.#sibling;
  }

  /** Evaluate a message and its chain. */
  seeMessage(level: number, text: TaggedMessage, chain: Chain | null): void {
    if (this.#isProven) return;
    if (chain === null) {
      // An unknown message may be a newer agent's, but its tag is no proof: any program may use it.
      this.#isPossible ||= level >= this.#product.problemLevel && text.tag >= 0;
      return this.seeText(text);
    }
    if ((chain.rule.catalog & this.#product.plainCatalogs) === 0) return;
    this.#isPossible ||=
      level > 0 || chain.literal >= MIN_LITERAL || (this.#isSigned && chain.rule.ends);
    this.#isProven =
      (level > 0 && text.tag >= 0) ||
      isProductChain(chain, this.#product.ownCatalogs) ||
      holds(text, this.#product.ownBytes);
    if (!this.#isProven) this.seeText(text);
  }

  /**
   * Look for names in text that is not known to be another program's.
   *
   * @param isSigned whether a program's name precedes the text
   */
  seeText(text: ByteRange, isSigned = false): void {
    this.#isSigned ||= isSigned;
    if (this.#isProven || this.#isNamed) return;
    const { bytes, from, to } = text;
    this.#isNamed = namesProduct(this.#product, text);
    this.#sibling ??=
      this.#siblings.find(([, words]) => indexOfBytes(bytes, words, from, to, to) >= 0)?.[0] ??
      null;
  }
}

/** Return whether a text names the product or its server. */
export function namesProduct({ nameBytes }: CompiledProduct, text: ByteRange): boolean {
  return holds(text, nameBytes);
}

/** First words of a crash in Go. */
const CRASH = ['panic: ', 'fatal error: '].map(encode);
/** The start of another program's stack trace. */
const MAIN_PACKAGE = ['main.main()', 'created by main.'].map(encode);

/** Return whether a text contains the output of a crash. */
export function hasCrashOutput(text: ByteRange): boolean {
  return holds(text, CRASH);
}

/**
 * Return whether another program crashed: the stack trace contains none of the product's sources.
 *
 * @param isInside whether text of another program comes before
 */
export function isCrashOfOtherProgram(
  { crash, ownBytes }: CompiledProduct,
  text: ByteRange,
  chain: Chain | null,
  isInside: boolean,
): boolean {
  return (
    chain !== null &&
    chain.rule.entry.id === crash &&
    (isInside || holds(text, MAIN_PACKAGE)) &&
    !holds(text, ownBytes)
  );
}

function holds({ bytes, from, to }: ByteRange, needles: readonly Uint8Array[]): boolean {
  return needles.some((needle) => indexOfBytes(bytes, needle, from, to, to) >= 0);
}

/**
 * Return whether a chain contains a sentence that only the product prints, or two that others print
 * too.
 */
export function isProductChain(chain: Chain, ownCatalogs: number): boolean {
  let common = 0;
  for (let link: Chain | null = chain; link; link = link.isBelowForeign ? null : link.below) {
    const { entry, catalog, literal, nested } = link.rule;
    if ((catalog & ownCatalogs) === 0 || literal < MIN_LITERAL) continue;
    if (entry.common !== true) return true;
    if (!nested) common++;
  }
  return common > 1;
}
