/**
 * The block at the end of a support report, from which the report can be reopened.
 *
 *     shindan-report/1
 *     lVPBbtQwEP2VUU4gJVbiZLNJJA4gceDAqULqgQ…
 *     shindan-end/9f3ab211
 *
 * It is packed because mail programs wrap plain log lines at 76 columns, replace quotes and turn
 * addresses into links. Packed text survives that. It is also a tenth as long, so that nobody has
 * to scroll past a second copy of lines that the report quotes.
 *
 * The markers are lines of their own, not part of the Markdown fence: text copied from a rendered
 * page has no fence.
 */
import { fromBase64, toBase64 } from './base64.ts';
import { checksum } from './checksum.ts';
import { PAYLOAD_MARK } from './file-signatures.ts';
import { packExcerpt, unpackExcerpt, type Excerpt } from './excerpt.ts';
import type { PayloadFault } from '../model/inspection.ts';

/** The only format that is written and read. */
const FORMAT = 1;
/** Line width; even with three levels of mail quotes a line stays within 76 columns. */
const WIDTH = 64;
/** Maximum number of blocks tried; a mail thread quotes its first message repeatedly. */
const MAX_BLOCKS = 10;
const LINE = new RegExp(`.{1,${WIDTH}}`, 'g');
/** Mail quotes and invisible characters before a line. */
const QUOTED = /^[\s>|\u200b]+/;
const BEGIN = /^shindan-report\/(\d{1,6})$/;
const END = /^shindan-end\/([0-9a-f]{8})$/;
const FENCE = /^(?:`{3,}|~{3,})/;

/** Encode an excerpt as the lines of a block, without a fence. */
export async function encodePayload(excerpt: Excerpt): Promise<string[]> {
  const bytes = await packExcerpt(excerpt);
  return [
    `${PAYLOAD_MARK}${FORMAT}`,
    ...(toBase64(bytes).match(LINE) ?? []),
    `shindan-end/${checksum(bytes)}`,
  ];
}

/**
 * Find a block in a text: alone, in its report, or quoted in mail. Return the first readable one,
 * else the fault of the first one; null if there is none.
 */
export function findPayload(text: string): Excerpt | PayloadFault | null {
  if (!text.includes(PAYLOAD_MARK)) return null;
  const lines = text.split('\n').map((line) => line.replace(QUOTED, '').trimEnd());
  const begins = lines.flatMap((line, at) => (BEGIN.test(line) ? [at] : []));
  let fault: PayloadFault | null = null;
  for (const at of begins.slice(0, MAX_BLOCKS)) {
    const format = Number(BEGIN.exec(lines[at] as string)?.[1]);
    const found =
      format === FORMAT
        ? readBlock(lines, at + 1)
        : ({ problem: 'unknown-format', format } as const);
    if ('rows' in found) return found;
    fault ??= found;
  }
  return fault;
}

function readBlock(lines: string[], from: number): Excerpt | PayloadFault {
  let packed = '';
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] as string;
    const sum = END.exec(line)?.[1];
    if (sum !== undefined) return unpack(packed, sum);
    if (FENCE.test(line) || BEGIN.test(line)) break;
    packed += line;
  }
  return { problem: 'truncated' };
}

function unpack(packed: string, sum: string): Excerpt | PayloadFault {
  const bytes = fromBase64(packed.replace(/[\s=\u200b]/g, ''));
  if (!bytes || checksum(bytes) !== sum) return { problem: 'damaged' };
  const excerpt = unpackExcerpt(bytes);
  return typeof excerpt === 'string' ? { problem: excerpt } : excerpt;
}
