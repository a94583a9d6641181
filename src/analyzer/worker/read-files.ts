import { readFile, RefusedError, type Sink, type SkippedFile } from '../../intake/index.ts';
import { fileChunks } from './file-chunks.ts';
import { sortOldestFirst } from './sort-files.ts';

/**
 * Read files one after another in chunks, the oldest log first, until the signal aborts.
 *
 * @returns the files that could not be read
 * @throws RefusedError if none could be read
 */
export async function readFiles(
  files: File[],
  sink: Omit<Sink, 'isDone'>,
  signal: AbortSignal,
): Promise<SkippedFile[]> {
  const skipped: SkippedFile[] = [];
  let begun = 0;
  const counting: Sink = {
    ...sink,
    beginFile: (name) => {
      begun++;
      sink.beginFile(name);
    },
    isDone: () => signal.aborted,
  };
  for (const file of await sortOldestFirst(files, signal)) {
    if (signal.aborted) break;
    try {
      await readFile(file.name, fileChunks(file, signal), counting, skipped);
    } catch (error) {
      const refusal = error instanceof DOMException ? new RefusedError('gone') : error;
      if (!(refusal instanceof RefusedError) || files.length === 1) throw refusal;
      skipped.push({ name: file.name, reason: refusal.reason });
    }
  }
  const [first] = skipped;
  if (first && begun === 0 && !signal.aborted) throw new RefusedError(first.reason);
  return skipped;
}
