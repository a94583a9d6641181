/**
 * The block at the end of a report for support, from which the report is opened again.
 *
 *     shindan-report/1
 *     lVPBbtQwEP2VUU4gJVbiZLNJJA4gceDAqULqgQ…
 *     shindan-end/9f3ab211
 *
 * It is packed, though plain lines could be read: mail wraps a line of a log at 76 columns, turns its quotes and makes links of its
 * addresses, and then it is another line. What is between the marks survives all that, is a tenth as long, and nobody has to
 * scroll past the log twice: the lines that matter are quoted above, and the sender sees all of them before the report is sent.
 * The marks are part of the text and not of the fence around it, because who copies a block from a rendered page gets no fence.
 */
import { fromBase64, toBase64 } from './base64.ts';
import { checksum } from './checksum.ts';
import { packExcerpt, unpackExcerpt, type Excerpt } from './excerpt.ts';
import type { BlockFault } from './report.ts';

/** The one format that is written and read. */
const FORMAT = 1;
/** With three quote marks before it a line is still within 76 columns. */
const WIDTH = 64;
/** A thread of mail quotes its first letter again and again. */
const MAX_BLOCKS = 10;
const LINE = new RegExp(`.{1,${WIDTH}}`, 'g');
/** What mail puts before a line, and what cannot be seen. */
const QUOTED = /^[\s>|\u200b]+/;
const MARK = 'shindan-report/';
const BEGIN = /^shindan-report\/(\d{1,6})$/;
const END = /^shindan-end\/([0-9a-f]{8})$/;
const FENCE = /^(?:`{3,}|~{3,})/;

/** Write an excerpt as the lines of a block, without a fence. */
export async function writeBlock(excerpt: Excerpt): Promise<string[]> {
  const bytes = await packExcerpt(excerpt);
  return [
    `${MARK}${FORMAT}`,
    ...(toBase64(bytes).match(LINE) ?? []),
    `shindan-end/${checksum(bytes)}`,
  ];
}

/** Find the block in a text: alone, in its report, or quoted in mail. The first that can be read, else what is wrong with the first; null where there is none. */
export function findBlock(text: string): Excerpt | BlockFault | null {
  if (!text.includes(MARK)) return null;
  const lines = text.split('\n').map((line) => line.replace(QUOTED, '').trimEnd());
  const begins = lines.flatMap((line, at) => (BEGIN.test(line) ? [at] : []));
  let fault: BlockFault | null = null;
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

function readBlock(lines: string[], from: number): Excerpt | BlockFault {
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

function unpack(packed: string, sum: string): Excerpt | BlockFault {
  const bytes = fromBase64(packed.replace(/[\s=\u200b]/g, ''));
  if (!bytes || checksum(bytes) !== sum) return { problem: 'damaged' };
  const excerpt = unpackExcerpt(bytes);
  return typeof excerpt === 'string' ? { problem: excerpt } : excerpt;
}
