import { readFile, RefusedError, type Sink, type Skipped } from '../intake/index.ts';
import { fileChunks } from './file-chunks.ts';
import { oldestFirst } from './oldest-first.ts';

/**
 * Read files one after another in chunks, the oldest log first, until the signal aborts.
 *
 * @returns the files that could not be read
 * @throws RefusedError if none could be read
 */
export async function readFiles(
  files: File[],
  sink: Omit<Sink, 'isOver'>,
  signal: AbortSignal,
): Promise<Skipped[]> {
  const skipped: Skipped[] = [];
  let begun = 0;
  const counting: Sink = {
    ...sink,
    begin: (name) => {
      begun++;
      sink.begin(name);
    },
    isOver: () => signal.aborted,
  };
  for (const file of await oldestFirst(files, signal)) {
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
