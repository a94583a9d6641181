import type { Chain } from '../chains/chain-links.ts';
import type { Header } from '../headers/header.ts';

/**
 * Receives the records. Line numbers are those of the log, from 1. Times are packed
 * (timestamps.ts). The bytes of the header may change after the call.
 */
export interface RecordSink<Known> {
  /**
   * Add a record.
   *
   * @returns what to pass to `repeatRecord` when the same message recurs, or null if it must be
   * parsed again
   */
  addRecord(line: number, endLine: number, header: Header, chain: Chain | null): Known | null;
  /** Add a one-line record whose message was seen before. */
  repeatRecord(line: number, time: number, known: Known): void;
  /** Return whether later messages of the same shape mean the same. */
  isSameForShape?(known: Known, chain: Chain | null): boolean;
}
