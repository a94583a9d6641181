import { isTableRow, readMessagePair, SEPARATORS } from '../headers/columns.ts';
import { LEVEL_PATTERN, standardLevel } from '../headers/levels.ts';
import type { CompiledProduct } from '../headers/compiled-product.ts';
import type { ByteRange } from '../lines/byte-range.ts';
import { decode } from '../lines/bytes.ts';
import { startAtRewritten } from './rewritten-header.ts';
import type { RepairContext, RepairStep } from './step.ts';

const COLUMNS = new RegExp(
  `^(.{0,200}?)(?:^|[\\t,;|])[ "]{0,3}(${LEVEL_PATTERN})[ "]{0,3}[\\t,;|][ "]{0,3}(?:<([a-z][\\w.]*)>|([a-z][\\w.]*)(?=[ "]{0,3}[\\t,;|]))?(?:[ "]{0,3}[\\t,;|])? {0,3}(.+)$`,
  'i',
);
const TIME = /(\d{4}[/-]\d\d[/-]\d\d)[T\t ,;|"]{1,5}(\d\d:\d\d:\d\d)/;
const LEVEL_PAIR = new RegExp(`(?:^|\\s)(?:level|severity)="?(${LEVEL_PATTERN})"?(?=\\s)`, 'i');
const TAG_PAIR = /(?:^|\s)(?:logger|tag|name|component)="?<?([a-z][\w.]*)>?"?(?=\s|$)/;

/**
 * A header that was split into fields: columns of a spreadsheet, CSV file or Markdown table,
 * `level=… msg="…"`, or a JSON object with a level beside its message.
 */
export function structuredHeader(context: RepairContext): RepairStep {
  const { product } = context;
  return {
    name: 'structured-header',
    mayApply: ({ text }) => product.isTagged && mayHaveLevelField(text),
    apply: ({ text: { bytes, from, to } }) => {
      const text = withHeaderOfFields(product, decode(bytes, from, to));
      return text === null ? 'not mine' : startAtRewritten(context, text);
    },
  };
}

/**
 * Return whether a line may have a level in a column, or `level=` or `level":`. Most lines have
 * neither and need not be decoded.
 */
function mayHaveLevelField({ bytes, from, to }: ByteRange): boolean {
  for (let at = from + 1; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte === 61 || byte === 58) {
      const last = bytes[at - 1] === 34 ? at - 2 : at - 1;
      // The last two letters of `level` and `severity`.
      if (
        (bytes[last] === 108 && bytes[last - 1] === 101) ||
        (bytes[last] === 121 && bytes[last - 1] === 116)
      )
        return true;
    } else if (SEPARATORS.has(byte)) {
      let next = at + 1;
      while (bytes[next] === 32 || bytes[next] === 34) next++;
      if (next - at < 4 && (bytes[next] as number) >= 65 && (bytes[next] as number) <= 87)
        return true;
    }
  }
  return false;
}

/**
 * Rewrite a line with its header in the product's own notation, or return null if none of its
 * fields can be a header.
 */
function withHeaderOfFields(product: CompiledProduct, text: string): string | null {
  if (text.startsWith('{')) return readObject(product, text);
  const [, pairLevel] = LEVEL_PAIR.exec(text) ?? [];
  const pairText = readMessagePair(text);
  if (pairLevel !== undefined && pairText !== null)
    return writeHeader(product, text, pairLevel, TAG_PAIR.exec(text)?.[1], pairText);
  const [whole, before = '', level = '', inBrackets, alone, message = ''] =
    COLUMNS.exec(text) ?? [];
  return whole === undefined
    ? null
    : writeHeader(product, before, level, inBrackets ?? alone, unquoteColumn(message, text));
}

/**
 * Matches an object with a tag or a level. `info` does not count, because collectors write it if
 * they do not know the level.
 */
const HAS_LEVEL_OR_TAG = /"(?:level|severity)"\s?:\s?"(?!info")|"(?:logger|tag)"\s?:/i;

function readObject(product: CompiledProduct, text: string): string | null {
  if (!HAS_LEVEL_OR_TAG.test(text)) return null;
  try {
    const record = JSON.parse(text) as Record<string, unknown>;
    const { level = record['severity'], logger = record['tag'] } = record;
    const message = product['json-fields']
      .map((field) => record[field])
      .find((value) => typeof value === 'string');
    if (
      typeof level !== 'string' ||
      typeof message !== 'string' ||
      !new RegExp(`^(?:${LEVEL_PATTERN})$`, 'i').test(level)
    )
      return null;
    return writeHeader(
      product,
      text,
      level,
      typeof logger === 'string' ? logger : undefined,
      message,
    );
  } catch {
    return null;
  }
}

function writeHeader(
  { levelWords }: CompiledProduct,
  before: string,
  level: string,
  tag: string | undefined,
  message: string,
): string | null {
  const [, date, clock] = TIME.exec(before) ?? [];
  const own = standardLevel(level);
  // Collectors write INFO if they do not know the level.
  if (own === 'INFO' && tag === undefined) return null;
  const time = date === undefined ? '' : `${date} ${clock} `;
  const tagged = tag === undefined ? '' : `<${tag}> `;
  return `${time}${levelWords.wordOf(own)} ${tagged}${message}`;
}

/**
 * Return the last column without the row's closing quote or bar, and with its quotes unescaped.
 */
function unquoteColumn(message: string, row: string): string {
  const [, quoted] = /^"?((?:[^"]|"")*)"\s*$/.exec(message) ?? [];
  if (quoted !== undefined) return quoted.replaceAll('""', '"');
  return isTableRow(row.trimStart()) ? message.trimEnd().slice(0, -1).trimEnd() : message;
}
