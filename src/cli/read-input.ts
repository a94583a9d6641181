import { open } from 'node:fs/promises';
import { readFile, RefusedError, type Sink, type SkippedFile } from '../intake/index.ts';
import type { TerminalText } from '../i18n/terminal.ts';
import { recoverPathBytes } from './recover-path.ts';

/**
 * A file that cannot be read as a log. The message is for the user and contains the unescaped file
 * name.
 */
export class InputError extends Error {
  /** Its type, if it is not a log, such as an image. */
  readonly type: OtherType | null;
  constructor(message: string, type: OtherType | null) {
    super(message);
    this.type = type;
  }
}

/** Reasons to refuse a file that is not damaged, but not a log either. */
const OTHER_TYPES = ['zip', 'evtx', 'image', 'archive', 'binary'] as const;

/** A type of file that is not a log. */
export type OtherType = (typeof OTHER_TYPES)[number];

/** Bytes per read. */
const CHUNK = 1 << 18;

/** Bytes of standard input that are kept. */
const MAX_KEPT = 1 << 26;

/** Reads standard input, more than once if it is not too long to be kept. */
export class StandardInput {
  #kept: Buffer[] | null = null;
  #size = 0;

  /** Whether it cannot be read again. */
  get isLost(): boolean {
    return this.#size > MAX_KEPT;
  }

  /** Read it from its beginning. */
  async *chunks(): AsyncGenerator<Uint8Array> {
    if (this.#kept) return yield* this.#kept;
    this.#kept = [];
    for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
      this.#size += chunk.length;
      if (this.isLost) this.#kept = [];
      else this.#kept.push(chunk);
      yield chunk;
    }
  }
}

/**
 * Read a file, or the given standard input, in chunks. Gzip and zip are recognized by their first
 * bytes.
 *
 * @returns the files of an archive that were not read
 * @throws InputError if the file is missing, a folder, unreadable or binary
 */
export async function readInput(
  file: string,
  sink: Sink,
  text: TerminalText,
  standardInput: StandardInput | null,
): Promise<SkippedFile[]> {
  const skipped: SkippedFile[] = [];
  try {
    await readFile(file, standardInput?.chunks() ?? fileChunks(file), sink, skipped);
  } catch (error) {
    throw new InputError(
      `${file}${text.colon}${reasonOf(error as NodeJS.ErrnoException, text)}`,
      error instanceof RefusedError
        ? (OTHER_TYPES.find((type) => type === error.reason) ?? null)
        : null,
    );
  }
  return skipped;
}

/**
 * Read a file into one reused buffer: a new buffer per chunk would keep part of a long file in
 * memory.
 */
async function* fileChunks(file: string): AsyncGenerator<Uint8Array> {
  const handle = await open(recoverPathBytes(file));
  try {
    const chunk = Buffer.allocUnsafeSlow(CHUNK);
    for (;;) {
      const { bytesRead } = await handle.read(chunk, 0, CHUNK);
      if (bytesRead === 0) return;
      yield chunk.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

function reasonOf(error: NodeJS.ErrnoException, text: TerminalText): string {
  if (error instanceof RefusedError) return text.unreadable[error.reason];
  const reasons: Record<string, string> = {
    ENOENT: text.missing,
    ENOTDIR: text.missing,
    EACCES: text.forbidden,
    EISDIR: text.folder,
  };
  return (
    reasons[error.code ?? ''] ??
    (error.code === undefined ? error.message : `${text.unreadable.gone}${text.aside(error.code)}`)
  );
}
