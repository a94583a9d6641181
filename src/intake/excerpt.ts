import { Inflate } from 'fflate';
import { concatBytes } from '../engine/lines/bytes.ts';

/** Redacted lines of a log, with what is needed to diagnose them again but no results. */
export interface Excerpt {
  /** The version of the catalog that the sender's answers came from. */
  catalog: string;
  /** Number of lines of the whole log. */
  total: number;
  /** In log order; without line breaks. */
  rows: { line: number; text: string }[];
  /** Whether so many lines of faults are omitted that outages cannot be followed. */
  isThin: boolean;
}

/** Maximum unpacked size in bytes, against decompression bombs. */
export const MAX_UNPACKED = 1_000_000;
/** Bytes inflated at a time; they expand to at most half a megabyte before the size is checked. */
const STEP = 512;
/** The engine counts lines in 31 bits. */
const MAX_LINE = 2 ** 31 - 1;
const HEAD = /^([0-9a-f]{1,40}) (\d{1,10}) ([\d,-]*)( thin)?$/;
const RANGE = /^(\d{1,10})(?:-(\d{1,10}))?$/;

/**
 * Pack an excerpt: a header `<catalog> <total> 1-6,40`, with ` thin` at its end if the excerpt is
 * thin, then the lines, all deflated.
 */
export async function packExcerpt({ catalog, total, rows, isThin }: Excerpt): Promise<Uint8Array> {
  const ranges = rangesOf(rows.map(({ line }) => line));
  const head = `${catalog} ${total} ${ranges}${isThin ? ' thin' : ''}`;
  // Packing uses the platform's API, to keep the library's compressor out of the bundle. Unpacking
  // needs the library, because only the library can be stopped at a size limit.
  const packed = new Blob([[head, ...rows.map(({ text }) => text)].join('\n')])
    .stream()
    .pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** Unpack an untrusted excerpt; `too-large` if it exceeds MAX_UNPACKED, `damaged` if invalid. */
export function unpackExcerpt(bytes: Uint8Array): Excerpt | 'damaged' | 'too-large' {
  const unpacked = inflate(bytes);
  if (typeof unpacked === 'string') return unpacked;
  const [first = '', ...texts] = new TextDecoder().decode(unpacked).split('\n');
  const [, catalog = '', written = '', ranges = '', thin] = HEAD.exec(first) ?? [];
  const total = Number(written);
  const numbers = catalog === '' ? null : numbersOf(ranges, texts.length);
  if (
    !numbers ||
    numbers.length !== texts.length ||
    total > MAX_LINE ||
    (numbers.at(-1) ?? 0) > total
  )
    return 'damaged';
  return {
    catalog,
    total,
    rows: texts.map((text, index) => ({ line: numbers[index] as number, text })),
    isThin: thin !== undefined,
  };
}

function inflate(bytes: Uint8Array): Uint8Array | 'damaged' | 'too-large' {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const inflater = new Inflate((piece) => {
    size += piece.length;
    pieces.push(piece);
  });
  try {
    for (let at = 0; at < bytes.length && size <= MAX_UNPACKED; at += STEP)
      inflater.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  } catch {
    return 'damaged';
  }
  return size > MAX_UNPACKED ? 'too-large' : concatBytes(pieces);
}

function rangesOf(numbers: number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? from : `${from}-${to}`)).join();
}

/** Expand ranges to at most `most` + 1 numbers; null if they are malformed or not ascending. */
function numbersOf(ranges: string, most: number): number[] | null {
  const numbers: number[] = [];
  for (const range of ranges === '' ? [] : ranges.split(',')) {
    const [, first, last = first] = RANGE.exec(range) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (!(from > (numbers.at(-1) ?? 0) && to >= from)) return null;
    for (let number = from; number <= to && numbers.length <= most; number++) numbers.push(number);
  }
  return numbers;
}
