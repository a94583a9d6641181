import { chunksOf } from './chunks-of.ts';
import type { Unread } from './protocol.ts';
import { MAX_UNPACKED, oneFile, RefusedError, type Sink } from './sink.ts';

/** Whether bytes begin as a zip archive does. */
export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;
}

/**
 * Read the files of a zip archive one after another as they stand in it, without holding any of them whole. Folders and the notes that
 * macOS adds are passed over; what is no log is told in `skipped`.
 *
 * @throws RefusedError where nothing in it could be read, or it unpacks to too much
 */
export async function readZip(file: File, sink: Sink, skipped: { name: string; reason: Unread }[]): Promise<void> {
  const { Unzip, UnzipInflate, UnzipPassThrough } = await import('fflate');
  let [unpacked, read, problem] = [0, 0, null as Unread | null];
  const before = skipped.length;
  const unzip = new Unzip((entry) => {
    if (entry.name.endsWith('/') || entry.name.startsWith('__MACOSX/') || entry.name.endsWith('.DS_Store')) return;
    const take = oneFile(`${file.name}: ${entry.name}`, sink);
    let refused = false;
    entry.ondata = (error, bytes, final) => {
      if (refused || problem !== null || sink.isOver()) return;
      if (error) problem = 'damaged-zip';
      else if ((unpacked += bytes.length) > MAX_UNPACKED) problem = 'too-large';
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
  const push = (bytes: Uint8Array, isLast: boolean): void => {
    unzip.push(bytes, isLast);
    if (problem !== null) throw new RefusedError(problem);
  };
  try {
    for await (const chunk of chunksOf(file.stream())) {
      if (sink.isOver()) return;
      push(chunk, false);
    }
    push(new Uint8Array(0), true);
  } catch (error) {
    throw error instanceof RefusedError ? error : new RefusedError('damaged-zip');
  }
  if (read === 0) throw new RefusedError(skipped.splice(before)[0]?.reason ?? 'damaged-zip');
}
