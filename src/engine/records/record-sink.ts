import type { Chain } from '../chain.ts';
import type { Tagged } from '../findings/recognition.ts';
import type { Shape } from './shape.ts';

/** What gets the records. Lines are physical, from 1; the time is packed (times.ts); the text's bytes may change after the call. */
export interface RecordSink<Known> {
  /** Take a record in. @returns what to hand on when the same message comes again, or null where it must be read again */
  add(
    line: number,
    endLine: number,
    level: number,
    time: number,
    text: Tagged,
    chain: Chain | null,
  ): Known | null;
  /** Take a record of one line in whose message came before. */
  again(line: number, time: number, known: Known): void;
  /** What to hand on when a message of the same shape comes; this one begins at `start`. Null where that may mean another thing. */
  withShape?(known: Known, chain: Chain | null, start: number, shape: Shape): Known | null;
  /** Take a record of one line in whose message is such a one. */
  alike?(
    line: number,
    time: number,
    known: Known,
    bytes: Uint8Array,
    start: number,
    shape: Shape,
  ): void;
}
