import { refuse, type Refusal } from './refuse.ts';

/** Why something was not read. */
export type Unread = Refusal | 'gzip' | 'damaged-zip' | 'unpacks-too-large' | 'too-large' | 'gone';

/** One of several files that was not read. */
export interface Skipped {
  name: string;
  reason: Unread;
}

/** A file that is not a log, or cannot be unpacked. */
export class RefusedError extends Error {
  readonly reason: Unread;
  constructor(reason: Unread) {
    super(reason);
    this.reason = reason;
  }
}

/** Who takes what was read. */
export interface Sink {
  begin(name: string): void;
  push(bytes: Uint8Array): void;
  /** Nobody waits for more. */
  isOver(): boolean;
  /** Awaited between pieces of work, so that others get a turn. */
  turn(): Promise<void>;
}

/** Hand the chunks of one file on, once the first has shown that it may be a log; null ends it, with a line break so that the next file begins a line. */
export function oneFile(name: string, sink: Sink): (bytes: Uint8Array | null) => void {
  let begun = false;
  let ends = true;
  return (bytes) => {
    if (bytes === null) {
      if (!ends) sink.push(Uint8Array.of(10));
      return;
    }
    if (bytes.length === 0) return;
    if (!begun) {
      const refusal = refuse(bytes);
      if (refusal) throw new RefusedError(refusal);
      sink.begin(name);
    }
    begun = true;
    ends = bytes.at(-1) === 10;
    sink.push(bytes);
  };
}
