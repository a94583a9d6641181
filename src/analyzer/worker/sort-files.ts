import { ByteReader, isGzip } from '../../intake/index.ts';
import { unlessAborted } from './file-chunks.ts';

const TIME = /\d{4}[/-]\d\d[/-]\d\d[ T]\d\d:\d\d:\d\d/;
const START_BYTES = 1 << 14;

/** Files read in parallel. */
const PARALLEL_READS = 32;

/**
 * Sort files by the first time in each; files without one keep their position. Rotated files are
 * usually selected by name, newest first, and the state of a fault depends on the order of events.
 */
export async function sortOldestFirst(
  files: readonly File[],
  signal: AbortSignal,
): Promise<File[]> {
  if (files.length < 2) return [...files];
  const times: (string | null)[] = [];
  while (times.length < files.length && !signal.aborted) {
    times.push(
      ...(await Promise.all(
        files
          .slice(times.length, times.length + PARALLEL_READS)
          .map((file) => firstTime(file, signal)),
      )),
    );
  }
  const dated = files
    .flatMap((file, at) => (times[at] == null ? [] : { file, time: times[at] }))
    .sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
  return files.map((file, at) => (times[at] == null ? file : (dated.shift()?.file ?? file)));
}

/**
 * Return the digits of the first time in a file, gzipped or not; null if there is none or the file
 * cannot be read, which is reported when it is read in full.
 */
async function firstTime(file: File, signal: AbortSignal): Promise<string | null> {
  const head = await readStart(file, signal).catch(() => new Uint8Array(0));
  // In UTF-16 each of these characters has a NUL byte next to it.
  const [time] = TIME.exec(new TextDecoder('latin1').decode(head).replaceAll('\0', '')) ?? [];
  return time?.replaceAll(/\D/g, '') ?? null;
}

async function readStart(file: File, signal: AbortSignal): Promise<Uint8Array> {
  const buffer = await unlessAborted(file.slice(0, START_BYTES).arrayBuffer(), signal);
  const head = new Uint8Array(buffer ?? new ArrayBuffer(0));
  if (!isGzip(head)) return head;
  const { gunzip } = await import('../../intake/packed.ts');
  const { value } = await gunzip(new ByteReader(oneChunk(head))).next();
  return value?.subarray(0, START_BYTES) ?? new Uint8Array(0);
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
