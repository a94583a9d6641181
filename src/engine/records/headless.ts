/** What a line means that has no head: a message that stands alone, or the end of the agent behind a prefix that is not known. */
import { ALONE, findChain, readChain, type Chain, type ReadOptions } from '../chain.ts';
import { isNamedIn, isOwn } from '../findings/recognition.ts';
import { findHeads, undress, type Header, type Undressed } from '../heads/header.ts';
import { Writers } from '../heads/writer.ts';
import type { CompiledProduct, Matcher } from '../matcher.ts';
import { Quotes, skipIndent, type Slice } from '../slices.ts';
import { endsTooSoon } from './cut-line.ts';

/** Literal characters of a message: a word by chance is none. */
const MIN_ALONE = 6;
const MIN_END = 12;
const MIN_OWN = 20;
/** Names that are adopted. */
const MAX_ADOPTED = 16;

/** Reads messages that have no head. */
export class Headless {
  readonly options: ReadOptions;
  readonly #matcher: Matcher;
  readonly #product: CompiledProduct;
  /** Names that no program of the product has, and under which a head of it was seen: a container's ID, or what passes its output on. */
  readonly #adopted = new Set<string>();
  readonly #writers: Writers;
  /** Who wrote the lines at hand, where one before them names it. */
  writer: string | null = null;

  constructor(matcher: Matcher, product: CompiledProduct) {
    this.#matcher = matcher;
    this.#product = product;
    this.#writers = new Writers(product.writers);
    this.options = { ...ALONE, catalogs: product.plainCatalogs };
  }

  /** How many names were adopted. */
  get adopted(): number {
    return this.#adopted.size;
  }

  /** Whether another program wrote a line. */
  isForeign({ program }: Undressed): boolean {
    return (
      program !== null && !this.#product.programs.includes(program) && !this.#adopted.has(program)
    );
  }

  /** Whether a program wrote a line that has nothing to tell of the product. */
  isForeignToAll(state: Undressed): boolean {
    return this.isForeign(state) && !this.#product.helpers.includes(state.program ?? '');
  }

  /** Take the names that a head of the product stands behind for ones of the product's. */
  adopt({ program, sender }: Undressed): void {
    for (const name of [program, sender])
      if (
        name !== null &&
        !this.#product.programs.includes(name) &&
        this.#adopted.size < MAX_ADOPTED
      )
        this.#adopted.add(name);
  }

  /** See who wrote what follows. @returns whether the line names it */
  hears(line: Slice): boolean {
    const writer = this.#writers.namedIn(line);
    this.writer = writer ?? this.writer;
    return writer !== null;
  }

  /** Whether a line is from somebody by whom nothing of the product was seen yet. */
  isStranger({ program, sender: named }: Undressed): boolean {
    const sender = named ?? (program === null ? this.writer : null);
    return (
      sender !== null &&
      !this.#adopted.has(sender) &&
      !this.#product.helpers.includes(sender) &&
      !this.#product.programs.some((program) => sender.includes(program))
    );
  }

  /** Whether a line may be another program's that has the same name in front: what goes on with a message of the product behind a name of its own is indented there. */
  isDoubtful(state: Undressed): boolean {
    return (
      state.program !== null && this.#adopted.has(state.program) && skipIndent(state) === state.from
    );
  }

  /** Whether a message may stand alone behind the name in front of it: one that the product shares with others, or of a stranger, must be its own sentence. */
  mayStandAlone(state: Undressed, chain: Chain): boolean {
    const { rule } = chain;
    const isOwnSentence = isOwn(chain, this.#product.ownCatalogs);
    if (!this.isStranger(state))
      return state.program === null || !this.#adopted.has(state.program) || isOwnSentence;
    // Before anybody was seen to be the product, its end may be the first that is heard of it.
    const mayBeFirst =
      this.adopted === 0 &&
      rule.ends &&
      rule.entry.id !== this.#product.crash &&
      (rule.catalog & this.#product.ownCatalogs) !== 0;
    return !rule.nested && (mayBeFirst || isOwnSentence);
  }

  /** Read a message that stands alone behind its indentation. */
  read(line: Slice): Chain | null {
    const chain = this.readWithoutTag({ ...line, from: skipIndent(line) }, 0);
    return chain && chain.literal >= MIN_ALONE ? chain : null;
  }

  readWithoutTag({ bytes, from, to }: Slice, level: number): Chain | null {
    return readChain(
      this.#matcher,
      bytes,
      from,
      to,
      level === 0 ? this.options : { ...this.options, level },
    );
  }

  /** Whether a message of the product follows a head. */
  knows({ bytes, from, to, level, tag }: Header): boolean {
    return readChain(this.#matcher, bytes, from, to, { ...this.options, level, tag }) !== null;
  }

  /** Whether a line has a head of the product, or a sentence that only it writes. */
  readonly isOwn = (line: Slice): boolean => {
    if (findHeads(this.#product, this.#matcher.tags, line).length > 0) return true;
    return undress(this.#product, line).some((state) => {
      const chain = this.read(state);
      return chain !== null && isOwn(chain, this.#product.ownCatalogs);
    });
  };

  /** Whether a line of the product's with something before it is nothing by itself, and was cut too soon. */
  isCut(states: readonly Undressed[]): boolean {
    return (
      states.length > 1 &&
      !states.some((state) => this.isForeignToAll(state)) &&
      endsTooSoon(this.#matcher, states) &&
      !states.some((state) => this.read(state))
    );
  }

  /**
   * Where a message begins that is looked for behind a prefix that is not known, or -1: one that ends the agent or a command, or a
   * sentence by which only the product says that something is wrong, as somebody quotes it, or behind a head that nobody knows.
   */
  findBehind({ bytes, from, to }: Slice, mayEnd: boolean, mayTell: boolean): number {
    const chain = findChain(this.#matcher, bytes, from, to, { ...this.options, loose: true });
    if (chain === null) return -1;
    const {
      ends,
      entry: { role },
    } = chain.rule;
    if (mayEnd && ends && chain.literal >= MIN_END) return chain.from;
    const isFault = role === 'cause' || role === 'consequence';
    return mayTell && isFault && chain.literal >= MIN_OWN && isOwn(chain, this.#product.ownCatalogs)
      ? chain.from
      : -1;
  }

  /** Where a sentence begins by which only the product says that it ends, or a panic whose trace names it, or -1. */
  findOwnEnd({ bytes, from, to }: Slice): number {
    const chain = findChain(this.#matcher, bytes, from, to, { ...this.options, loose: true });
    return chain?.rule.ends && this.isOwnEnd(chain, to) ? chain.from : -1;
  }

  /** Whether only the product ends with a message, or the line up to `to` names it. */
  isOwnEnd(chain: Chain, to: number): boolean {
    return (
      (chain.literal >= MIN_OWN && isOwn(chain, this.#product.ownCatalogs)) ||
      isNamedIn(this.#product, { bytes: chain.bytes, from: chain.from, to })
    );
  }

  /** Where such a sentence begins behind another message, as when a paste has lost its line breaks, or -1. */
  findEndBehind(text: Header): number {
    const { bytes, from, to, level, tag } = text;
    let link = readChain(this.#matcher, bytes, from, to, {
      ...this.options,
      level,
      tag,
      loose: true,
    });
    while (link?.below && !link.foreign) link = link.below;
    if (link && (link.foreign || link.bytes !== bytes)) return -1;
    const known = link ? (link.rest?.from ?? link.end) : from + 1;
    const at = this.findOwnEnd({ bytes, from: Math.min(known, to), to });
    return at < 0 || new Quotes(text).hold(at) ? -1 : at;
  }
}
