import { refuse, type Refusal } from './file-type.ts';

/** Why a file or an archive was refused. */
export type Unread = Refusal | 'gzip' | 'damaged-zip' | 'unpacks-too-large' | 'too-large' | 'gone';

/** One of several files that could not be read. */
export interface Skipped {
  name: string;
  reason: Unread;
}

/** Thrown for a file that is not a log or cannot be unpacked. */
export class RefusedError extends Error {
  readonly reason: Unread;
  constructor(reason: Unread) {
    super(reason);
    this.reason = reason;
  }
}

/** Receives the text of the files. */
export interface Sink {
  begin(name: string): void;
  push(bytes: Uint8Array): void;
  /** Whether no more input is wanted. */
  isOver(): boolean;
  /** Awaited between pieces of work, to yield to other tasks. */
  turn(): Promise<void>;
}

/**
 * Return a function that passes the chunks of one file to the sink, once the first chunk shows that
 * it may be a log. Pass null at the end of the file; it adds a missing final newline.
 *
 * @throws RefusedError if the file is not a log
 */
export function oneFile(name: string, sink: Sink): (bytes: Uint8Array | null) => void {
  let begun = false;
  let endsInNewline = true;
  return (bytes) => {
    if (bytes === null) {
      if (!endsInNewline) sink.push(Uint8Array.of(10));
      return;
    }
    if (bytes.length === 0) return;
    if (!begun) {
      const refusal = refuse(bytes);
      if (refusal) throw new RefusedError(refusal);
      sink.begin(name);
    }
    begun = true;
    endsInNewline = bytes.at(-1) === 10;
    sink.push(bytes);
  };
}
