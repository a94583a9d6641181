import { detectFileType, type RefusedType } from './file-type.ts';

/** Why a file or an archive was refused. */
export type RefusalReason =
  RefusedType | 'gzip' | 'damaged-zip' | 'unpacks-too-large' | 'too-large' | 'gone';

/** One of several files that could not be read. */
export interface SkippedFile {
  name: string;
  reason: RefusalReason;
}

/** Thrown for a file that is not a log or cannot be unpacked. */
export class RefusedError extends Error {
  readonly reason: RefusalReason;
  constructor(reason: RefusalReason) {
    super(reason);
    this.reason = reason;
  }
}

/** Receives the text of the files. */
export interface Sink {
  beginFile(name: string): void;
  writeBytes(bytes: Uint8Array): void;
  /** Whether no more input is wanted. */
  isDone(): boolean;
  /** Awaited between pieces of work, to yield to other tasks. */
  yieldToTasks(): Promise<void>;
}

/**
 * Return a function that passes the chunks of one file to the sink, once the first chunk shows that
 * it may be a log. Pass null at the end of the file; it adds a missing final newline.
 *
 * @throws RefusedError if the file is not a log
 */
export function createFileWriter(name: string, sink: Sink): (bytes: Uint8Array | null) => void {
  let begun = false;
  let endsInNewline = true;
  return (bytes) => {
    if (bytes === null) {
      if (!endsInNewline) sink.writeBytes(Uint8Array.of(10));
      return;
    }
    if (bytes.length === 0) return;
    if (!begun) {
      const refusal = detectFileType(bytes);
      if (refusal) throw new RefusedError(refusal);
      sink.beginFile(name);
    }
    begun = true;
    endsInNewline = bytes.at(-1) === 10;
    sink.writeBytes(bytes);
  };
}
