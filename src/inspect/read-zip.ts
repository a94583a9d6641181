import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate';
import { oneFile, RefusedError, type Sink, type Skipped, type Unread } from './sink.ts';

/** Whether bytes begin as a zip archive does; one that holds nothing begins with its end. */
export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));
}

/**
 * Read the files of a zip archive one after another as they stand in it, without holding any of them whole. Folders and the notes that
 * macOS adds are passed over; what is no log is told in `skipped`.
 *
 * @throws RefusedError where nothing in it could be read, or it unpacks to more than `most` bytes
 */
export async function readZip(name: string, chunks: AsyncIterable<Uint8Array>, sink: Sink, skipped: Skipped[], most: number): Promise<void> {
  let [unpacked, read, problem] = [0, 0, null as Unread | null];
  const before = skipped.length;
  const unzip = new Unzip((entry) => {
    if (entry.name.endsWith('/') || entry.name.startsWith('__MACOSX/') || entry.name.endsWith('.DS_Store')) return;
    const take = oneFile(`${name}: ${entry.name}`, sink);
    let refused = false;
    entry.ondata = (error, bytes, final) => {
      if (refused || problem !== null || sink.isOver()) return;
      if (error) problem = 'damaged-zip';
      else if ((unpacked += bytes.length) > most) problem = 'too-large';
      else {
        try {
          take(bytes);
          if (final) take(null);
          if (final) read++;
        } catch (refusal) {
          if (!(refusal instanceof RefusedError)) throw refusal;
          refused = true;
          skipped.push({ name: entry.name, reason: refusal.reason });
        }
      }
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  const push = (chunk: Uint8Array, last: boolean): void => {
    try {
      unzip.push(chunk, last);
    } catch {
      problem ??= 'damaged-zip';
    }
    if (problem !== null) throw new RefusedError(problem);
  };
  for await (const chunk of chunks) {
    if (sink.isOver()) return;
    push(chunk, false);
  }
  if (sink.isOver()) return;
  push(new Uint8Array(0), true);
  if (read === 0) throw new RefusedError(skipped.splice(before)[0]?.reason ?? 'damaged-zip');
}
