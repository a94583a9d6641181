import { open } from 'node:fs/promises';
import { readFile, RefusedError, type Sink, type SkippedFile } from '../intake/index.ts';
import type { TerminalText } from '../i18n/terminal.ts';
import { recoverPathBytes } from './recover-path.ts';

/**
 * A file that cannot be read as a log. The message is for the user and contains the unescaped file
 * name.
 */
export class InputError extends Error {}

/** Bytes per read. */
const CHUNK = 1 << 18;

/**
 * Read a file, or standard input for `-`, in chunks. Gzip and zip are recognized by their first
 * bytes.
 *
 * @returns the files of an archive that were not read
 * @throws InputError if the file is missing, a folder, unreadable or binary
 */
export async function readInput(
  file: string,
  sink: Sink,
  text: TerminalText,
): Promise<SkippedFile[]> {
  const skipped: SkippedFile[] = [];
  try {
    await readFile(file, file === '-' ? process.stdin : fileChunks(file), sink, skipped);
  } catch (error) {
    throw new InputError(`${file}${text.colon}${reasonOf(error as NodeJS.ErrnoException, text)}`);
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
