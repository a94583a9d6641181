const TIME = /\d{4}[/-]\d\d[/-]\d\d[ T]\d\d:\d\d:\d\d/;
const HEAD = 1 << 14;

/**
 * Put files into the order of the first times in them; what has none keeps its place. Rotated files are chosen in the order of their
 * names, the newest first, and what a fault came to is told by the order of things.
 */
export async function oldestFirst(files: readonly File[]): Promise<File[]> {
  if (files.length < 2) return [...files];
  const times = await Promise.all(files.map(firstTime));
  const dated = files.flatMap((file, at) => (times[at] === null ? [] : { file, time: times[at] ?? '' })).sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
  return files.map((file, at) => (times[at] === null ? file : (dated.shift()?.file ?? file)));
}

/** The first time in a file, packed or not, as digits; null where there is none, and where the file cannot be read: who reads it says why. */
async function firstTime(file: File): Promise<string | null> {
  const head = await headOf(file).catch(() => new Uint8Array(0));
  // UTF-16 has a NUL beside each of these characters.
  const [time] = TIME.exec(new TextDecoder('latin1').decode(head).replaceAll('\0', '')) ?? [];
  return time?.replaceAll(/\D/g, '') ?? null;
}

async function headOf(file: File): Promise<Uint8Array> {
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  if (head[0] !== 0x1f || head[1] !== 0x8b) return head;
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const { value } = await reader.read();
  await reader.cancel();
  return value?.subarray(0, HEAD) ?? new Uint8Array(0);
}
