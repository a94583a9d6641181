/**
 * Decides which product a log belongs to.
 *
 * Proof is text that only the product prints: a message under one of its tags, a sentence of its
 * own, or a chain of two sentences that others print too, but not together. Without proof, a
 * standalone message counts only if the log names the product, because every program prints `exit
 * status 1` or `permission denied`. A log that names a sibling of the product instead belongs to
 * the sibling, however similar the rest is.
 */
import { captureOf, type Chain } from '../chains/chain-links.ts';
import type { CompiledProduct } from '../headers/compiled-product.ts';
import type { Header } from '../headers/header.ts';
import { LEVEL_OF_NUMBER } from '../headers/levels.ts';
import { OTHER_TAG } from '../headers/tags.ts';
import type { ByteRange } from '../lines/byte-range.ts';
import { indexOfBytes } from '../lines/bytes.ts';

const DEBUG = LEVEL_OF_NUMBER.indexOf('DEBUG');
/** The fewest literal bytes of a sentence. */
const MIN_LITERAL = 10;

/**
 * How certain it is that a log is the product's. none: it has no message of the product. likely: it
 * has a message that other programs may print too. named: it also names the product. proven: it has
 * text that only the product prints.
 */
export const PROOFS = { none: 0, likely: 1, named: 2, proven: 3 } as const;

export type Proof = (typeof PROOFS)[keyof typeof PROOFS];

export class ProductRecognition {
  /** Whether the log is a short paste, which may contain no other proof than one message. */
  isShort = false;
  readonly #product: CompiledProduct;
  #isProven = false;
  /** The first line that names the product, before it is proven. */
  #namedAt: number | null = null;
  /** Whether some line begins with the name of a program that may be the product's. */
  #isSigned = false;
  /** Whether some line begins with the name of the product's own program. */
  #isFromOwnProgram = false;
  #isPossible = false;
  /** Whether an unknown message under a tag of the product is about a problem or for debugging. */
  #isTagged = false;
  /** Whether a short paste contains a message that almost no other program prints. */
  #isExcerpt = false;
  #sibling: string | null = null;

  constructor(product: CompiledProduct) {
    this.#product = product;
  }

  /** Whether the log belongs to the product. */
  get isProduct(): boolean {
    return (
      (this.isNamed || this.#sibling === null) &&
      (this.#isProven || this.#isTagged || this.#isExcerpt || (this.isNamed && this.#isPossible))
    );
  }

  /** How certain it is that the log belongs to the product. */
  get proof(): Proof {
    if (!this.isProduct) return PROOFS.none;
    if (this.#isProven) return PROOFS.proven;
    return this.isNamed ? PROOFS.named : PROOFS.likely;
  }

  /** Whether a line names the product. */
  get isNamed(): boolean {
    return this.#namedAt !== null;
  }

  /** The line that names the product, if only that shows whose log it is; null otherwise. */
  get namedAt(): number | null {
    return this.proof === PROOFS.named ? this.#namedAt : null;
  }

  /** Whether the log is only probably the product's, so that no answer is certain. */
  get isLikely(): boolean {
    return this.#isExcerpt && !this.#isProven && !this.#isTagged && !this.isNamed;
  }

  /** Whether further messages can no longer change the result. */
  get isSettled(): boolean {
    return this.#isProven;
  }

  /** The sibling that the log names, if it does not name the product. */
  get sibling(): string | null {
    return this.isNamed ? null : this.#sibling;
  }

  /** Evaluate a message and its chain. */
  seeMessage(line: number, header: Header, chain: Chain | null): void {
    if (this.#isProven) return;
    if (chain === null) return this.#seeUnknown(line, header);
    if ((chain.rule.catalog & this.#product.plainCatalogs) === 0) return;
    this.#isPossible ||=
      header.level > 0 || chain.literal >= MIN_LITERAL || (this.#isSigned && chain.rule.ends);
    this.#isProven =
      (header.level > 0 && header.tag >= 0) ||
      isProductChain(chain, this.#product.ownCatalogs) ||
      hasOwnValue(chain) ||
      holds(header, this.#product.ownBytes);
    this.#isExcerpt ||= this.isShort && isProductExcerpt(chain, this.#product);
    if (!this.#isProven) this.seeText(line, header);
  }

  /**
   * Evaluate a message that no template matches, such as one of a newer program, or one printed for
   * debugging. A level and a tag prove that its header is the product's. In a long log, a date is
   * needed as well.
   */
  #seeUnknown(line: number, header: Header): void {
    const { level, tag, time } = header;
    const isProblem = level >= this.#product.problemLevel;
    const isForDebugging = this.isShort && level > 0 && level <= DEBUG;
    // After the program's own name, unknown tags count as well: of a plugin or a new version.
    const isTagged = tag >= 0 || (this.#isFromOwnProgram && tag === OTHER_TAG);
    this.#isPossible ||= isProblem && (isTagged || !this.#product.isTagged);
    this.#isTagged ||= isTagged && (isProblem || isForDebugging) && (time > 0 || this.isShort);
    this.seeText(line, header);
  }

  /** Note that the name of the product's own program precedes the next message. */
  seeOwnProgram(): void {
    this.#isFromOwnProgram = true;
  }

  /**
   * Look for the names of the product and its siblings in a text that may be the product's.
   *
   * @param isSigned whether a program's name precedes the text
   */
  seeText(line: number, text: ByteRange, isSigned = false): void {
    this.#isSigned ||= isSigned;
    if (this.#isProven || this.isNamed) return;
    const { bytes, from, to } = text;
    if (namesProduct(this.#product, text)) this.#namedAt = line;
    this.#sibling ??=
      this.#product.siblingWords.find(
        ([, words]) => indexOfBytes(bytes, words, from, to, to) >= 0,
      )?.[0] ?? null;
  }
}

/** Return whether a text names the product or its server. */
export function namesProduct({ nameBytes }: CompiledProduct, text: ByteRange): boolean {
  return holds(text, nameBytes);
}

/** Return whether a text contains the output of a crash. */
export function hasCrashOutput({ crashMarks }: CompiledProduct, text: ByteRange): boolean {
  return holds(text, crashMarks);
}

/**
 * Return whether another program crashed: the stack trace names no source file of the product.
 *
 * @param isInside whether text of another program comes before
 */
export function isCrashOfOtherProgram(
  { crash, otherCrashMarks, ownBytes }: CompiledProduct,
  text: ByteRange,
  chain: Chain | null,
  isInside: boolean,
): boolean {
  return (
    chain !== null &&
    chain.rule.entry.id === crash &&
    (isInside || holds(text, otherCrashMarks)) &&
    !holds(text, ownBytes)
  );
}

function holds({ bytes, from, to }: ByteRange, needles: readonly Uint8Array[]): boolean {
  return needles.some((needle) => indexOfBytes(bytes, needle, from, to, to) >= 0);
}

/**
 * Return whether a chain begins with an entry that people paste alone, or has two sentences outside
 * the catalogs of common messages: the first from a catalog of the product, and one of them not
 * known from other programs.
 */
export function isProductExcerpt(
  chain: Chain,
  { ownCatalogs, commonCatalogs }: CompiledProduct,
): boolean {
  if (chain.rule.entry['by-hand'] === true && literalOf(chain) >= MIN_LITERAL) return true;
  const sentences = ownLinksOf(chain).filter(
    (link) => (link.rule.catalog & commonCatalogs) === 0 && literalOf(link) >= MIN_LITERAL,
  );
  return (
    sentences.length > 1 &&
    (chain.rule.catalog & ownCatalogs) !== 0 &&
    sentences.some(({ rule }) => rule.entry.common !== true)
  );
}

/** Return whether the first link of a chain has a value that only the product's messages have. */
function hasOwnValue(chain: Chain): boolean {
  const { entry, holes } = chain.rule;
  return Object.entries(entry['own-values'] ?? {}).some(([name, values]) => {
    const value = captureOf(
      chain,
      holes.findIndex((hole) => hole.name === name),
    );
    return value !== null && (values.includes('*') || values.includes(value));
  });
}

/** Return the links of a chain that are not in text of another program. */
function ownLinksOf(chain: Chain): Chain[] {
  const links: Chain[] = [];
  for (let link: Chain | null = chain; link; link = link.isBelowForeign ? null : link.below)
    links.push(link);
  return links;
}

/** Count the literal bytes of one link, which are fewer than its template's if it is truncated. */
function literalOf({ literal, below, isBelowForeign }: Chain): number {
  return literal - (below && !isBelowForeign ? below.literal : 0);
}

/**
 * Return whether a chain contains a sentence that only the product prints, or two that others print
 * too, but not together. A tool that people run by hand prints its cause itself, so this counts.
 */
export function isProductChain(chain: Chain, ownCatalogs: number): boolean {
  let common = 0;
  const { below, isBelowForeign, rule } = chain;
  const links = ownLinksOf(chain);
  if (below && isBelowForeign && rule.entry['by-hand'] === true) links.push(...ownLinksOf(below));
  for (const link of links) {
    const { entry, catalog, nested } = link.rule;
    if ((catalog & ownCatalogs) === 0 || literalOf(link) < MIN_LITERAL) continue;
    if (entry.common !== true) return true;
    if (!nested) common++;
  }
  return common > 1;
}
