import { NO_TAG } from '../headers/tags.ts';
import { MIN_WINDOW } from '../normalize/truncated-line.ts';
import type { StandaloneMessages } from '../records/standalone-messages.ts';
import { DirectMappedCache } from './direct-mapped-cache.ts';
import { MessageFingerprint, type LiteralWordFilter } from './message-fingerprint.ts';

/** For shorter logs, setting up the cache costs more than it saves. */
const SHORT = 128;

/**
 * Caches the shapes of lines that have no effect while no record is open. Most of a system journal
 * consists of such lines from other programs.
 */
export class IgnoredLineCache {
  readonly #messages: StandaloneMessages;
  /**
   * Shape of the last line looked up. Lines as wide as a window, which the window may have cut,
   * have other shapes than shorter ones.
   */
  readonly #shape: MessageFingerprint;
  #hasShape = false;
  #shapes = new DirectMappedCache<true>();
  #lookups = 0;
  /**
   * Number of adopted names when the cache was last cleared. It is cleared when another name is
   * adopted, because lines with that name are no longer ignored.
   */
  #adopted = 0;

  constructor(words: LiteralWordFilter, messages: StandaloneMessages) {
    this.#shape = new MessageFingerprint(words);
    this.#messages = messages;
  }

  /**
   * Return whether a line is known to have no effect.
   *
   * @param isCandidate whether the line may be ignored: it is plain ASCII without entities, and no
   * record is open
   */
  isIgnorable(bytes: Uint8Array, from: number, to: number, isCandidate: boolean): boolean {
    if (this.#messages.adopted !== this.#adopted) {
      this.#adopted = this.#messages.adopted;
      this.#shapes = new DirectMappedCache();
    }
    this.#hasShape =
      isCandidate &&
      ++this.#lookups > SHORT &&
      this.#shape.computeShape(bytes, from, to, to - from >= MIN_WINDOW);
    return this.#hasShape && this.#shapes.findValue(0, NO_TAG, this.#shape) !== undefined;
  }

  /** Cache the line last looked up, from the second occurrence of its shape on. */
  cacheLastLine(): void {
    if (this.#hasShape && this.#shapes.noteMiss(0, NO_TAG, this.#shape))
      this.#shapes.storeValue(true);
  }
}
