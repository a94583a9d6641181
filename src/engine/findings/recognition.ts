/**
 * Whose log it is.
 *
 * Proof is what only the product writes: a message under a tag that it uses, a sentence of its own, or two sentences in one chain that
 * others print too. Where there is none, a message that may stand alone counts only beside the product's name, for `exit status 1`
 * and `permission denied` are said by every program. A log that names a sibling instead is the sibling's, however alike the rest is.
 */
import type { Chain } from '../chain.ts';
import type { CompiledProduct } from '../matcher.ts';
import type { Slice } from '../slices.ts';
import { encode, find } from '../text.ts';

/** A message with the number of the tag that it stood under. */
export interface Tagged extends Slice {
  tag: number;
}

/** A shorter sentence is no sentence. */
const MIN_LITERAL = 10;

export class Recognition {
  readonly #product: CompiledProduct;
  readonly #siblings: readonly (readonly [string, Uint8Array])[];
  #isProven = false;
  #isNamed = false;
  /** A line stands behind the name of a program, and of no other one. */
  #isSigned = false;
  #isPossible = false;
  #sibling: string | null = null;

  constructor(product: CompiledProduct) {
    this.#product = product;
    this.#siblings = Object.entries(product.siblings).map(([words, name]) => [name, encode(words)]);
  }

  /** The log is known to be the product's. */
  get isProduct(): boolean {
    return (
      (this.#isNamed || this.#sibling === null) &&
      (this.#isProven || (this.#isNamed && this.#isPossible))
    );
  }

  /** No further message changes whose log it is. */
  get isSettled(): boolean {
    return this.#isProven;
  }

  /** The other program that the log names and the product is not. */
  get sibling(): string | null {
    return this.#isNamed ? null : this.#sibling;
  }

  /** Take in a message of a log, and what it is known as. */
  see(level: number, text: Tagged, chain: Chain | null): void {
    if (this.#isProven) return;
    if (chain === null) {
      // A newer agent says things that nobody knows, under tags that everybody may use.
      this.#isPossible ||= level >= this.#product.problemLevel && text.tag >= 0;
      return this.seeText(text);
    }
    if ((chain.rule.catalog & this.#product.plainCatalogs) === 0) return;
    this.#isPossible ||=
      level > 0 || chain.literal >= MIN_LITERAL || (this.#isSigned && chain.rule.ends);
    this.#isProven =
      (level > 0 && text.tag >= 0) ||
      isOwn(chain, this.#product.ownCatalogs) ||
      holds(text, this.#product.ownBytes);
    if (!this.#isProven) this.seeText(text);
  }

  /** Look for names in a text that no other program is known to have written; `isSigned` where a program's name stands before it. */
  seeText(text: Slice, isSigned = false): void {
    this.#isSigned ||= isSigned;
    if (this.#isProven || this.#isNamed) return;
    const { bytes, from, to } = text;
    this.#isNamed = isNamedIn(this.#product, text);
    this.#sibling ??=
      this.#siblings.find(([, words]) => find(bytes, words, from, to, to) >= 0)?.[0] ?? null;
  }
}

/** Whether a text names the product or its server. */
export function isNamedIn({ nameBytes }: CompiledProduct, text: Slice): boolean {
  return holds(text, nameBytes);
}

/** How Go begins to say that a program crashed. */
const CRASH = ['panic: ', 'fatal error: '].map(encode);
/** Where another program's stack trace begins. */
const MAIN = ['main.main()', 'created by main.'].map(encode);

/** Whether a text holds what a crash prints. */
export function isOfCrash(text: Slice): boolean {
  return holds(text, CRASH);
}

/** Whether a program crashed that is not the product: its stack trace names none of the product's sources. `isInside` where another program's text goes before. */
export function isCrashOfOther(
  { crash, ownBytes }: CompiledProduct,
  text: Slice,
  chain: Chain | null,
  isInside: boolean,
): boolean {
  return (
    chain !== null &&
    chain.rule.entry.id === crash &&
    (isInside || holds(text, MAIN)) &&
    !holds(text, ownBytes)
  );
}

function holds({ bytes, from, to }: Slice, needles: readonly Uint8Array[]): boolean {
  return needles.some((needle) => find(bytes, needle, from, to, to) >= 0);
}

/** Whether a chain holds a sentence that nobody else prints, or two that may be somebody's one by one. */
export function isOwn(chain: Chain, ownCatalogs: number): boolean {
  let common = 0;
  for (let link: Chain | null = chain; link; link = link.foreign ? null : link.below) {
    const { entry, catalog, literal, nested } = link.rule;
    if ((catalog & ownCatalogs) === 0 || literal < MIN_LITERAL) continue;
    if (entry.common !== true) return true;
    if (!nested) common++;
  }
  return common > 1;
}
