import { MIN_WINDOW } from '../normalize/truncated-line.ts';
import type { StandaloneMessages } from '../records/standalone-messages.ts';
import { shapeOf, type LiteralWords } from './line-shape.ts';
import { RecordCache, type Hash64 } from './record-cache.ts';

/** For shorter logs, setting up the cache costs more than it saves. */
const SHORT = 128;

/**
 * Caches the shapes of lines that have no effect while no record is open. Most of a system journal
 * consists of such lines from other programs.
 */
export class IgnoredLineCache {
  readonly #messages: StandaloneMessages;
  readonly #words: LiteralWords;
  /** The shape of the last line looked up, or null if it has none. */
  #shape: Hash64 | null = null;
  #shapes = new RecordCache<true>();
  #lookups = 0;
  /**
   * Number of adopted names when the cache was last cleared. It is cleared when another name is
   * adopted, because lines with that name are no longer ignored.
   */
  #adopted = 0;

  constructor(words: LiteralWords, messages: StandaloneMessages) {
    this.#words = words;
    this.#messages = messages;
  }

  /**
   * Return whether a line is known to have no effect.
   *
   * @param mayBe whether the line may be ignored: it is plain ASCII without entities, and no record
   * is open
   */
  isIgnorable(bytes: Uint8Array, from: number, to: number, mayBe: boolean): boolean {
    if (this.#messages.adopted !== this.#adopted) {
      this.#adopted = this.#messages.adopted;
      this.#shapes = new RecordCache();
    }
    this.#shape = null;
    if (!mayBe || ++this.#lookups <= SHORT) return false;
    this.#shape = shapeOf(this.#words, bytes, from, to);
    return (
      this.#shape !== null && this.#shapes.findValue(kindOf(from, to), 0, this.#shape) === true
    );
  }

  /** Cache the line last looked up, from the second occurrence of its shape on. */
  cacheLastLine(from: number, to: number): void {
    if (this.#shape !== null) this.#shapes.storeValue(kindOf(from, to), 0, this.#shape, true);
  }
}

/**
 * Return the kind of a line. One as wide as a window, which the window may have cut, is read in
 * another way than a shorter one of the same shape.
 */
function kindOf(from: number, to: number): number {
  return to - from >= MIN_WINDOW ? 1 : 0;
}
