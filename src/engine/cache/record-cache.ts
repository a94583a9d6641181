/**
 * Caches the meaning of one-line records by the hash of the message (direct-mapped-cache.ts) and by
 * its shape (message-fingerprint.ts).
 */
import { unmatchedRestOf } from '../chains/chain.ts';
import type { Chain } from '../chains/chain-links.ts';
import { MAX_REST } from '../findings/finding-table.ts';
import type { Header } from '../headers/header.ts';
import { DirectMappedCache, type Hash64 } from './direct-mapped-cache.ts';
import type { RecordSink } from '../records/record-sink.ts';
import { MessageFingerprint, type LiteralWordFilter } from './message-fingerprint.ts';

export class RecordCache<Known> {
  readonly #sink: RecordSink<Known>;
  readonly #messages = new DirectMappedCache<Known>();
  readonly #shapes = new DirectMappedCache<Known>();
  /** The shape last looked up. */
  readonly #shape: MessageFingerprint;
  #hasShape = false;

  constructor(sink: RecordSink<Known>, words: LiteralWordFilter) {
    this.#sink = sink;
    this.#shape = new MessageFingerprint(words);
  }

  /** If the same message was seen before, pass it to the sink. Return whether it was. */
  replayMessage(line: number, { level, tag, time }: Header, hash: Hash64): boolean {
    this.#hasShape = false;
    const known = this.#messages.findValue(level, tag, hash);
    if (known !== undefined) this.#sink.repeatRecord(line, time, known);
    return known !== undefined;
  }

  /**
   * If a message of the same shape was seen before, pass this one, which ends at `to`, to the sink.
   * Return whether it was.
   */
  replayShape(line: number, { level, tag, time, bytes, from }: Header, to: number): boolean {
    this.#hasShape =
      this.#sink.isSameForShape !== undefined &&
      this.#shapes.isWorthLookup() &&
      this.#shape.computeShape(bytes, from, to, to - from > MAX_REST);
    const known = this.#hasShape ? this.#shapes.findValue(level, tag, this.#shape) : undefined;
    if (known !== undefined) this.#sink.repeatRecord(line, time, known);
    return known !== undefined;
  }

  /** Cache the meaning of a message from its second occurrence on. */
  cacheMessage(known: Known | null, { level, tag }: Header, hash: Hash64): void {
    if (known !== null && this.#messages.noteMiss(level, tag, hash))
      this.#messages.storeValue(known);
  }

  /**
   * Cache the meaning of a message for the shape last looked up, unless only the start of the
   * message was read: its shape then does not identify it.
   */
  cacheShape(
    known: Known | null,
    chain: Chain | null,
    { level, tag, from }: Header,
    to: number,
  ): void {
    if (
      known === null ||
      !this.#hasShape ||
      (to - from > MAX_REST && (chain === null || unmatchedRestOf(chain) !== null))
    )
      return;
    if (!this.#shapes.noteMiss(level, tag, this.#shape)) return;
    if (this.#sink.isSameForShape?.(known, chain)) this.#shapes.storeValue(known);
  }
}
