/**
 * Steps for headers in another notation. They rewrite the line in the product's own notation, which
 * counts only if a message of the product follows.
 */
import { isTableRow, SEPARATORS } from '../headers/columns.ts';
import type { CompiledProduct } from '../headers/compiled-product.ts';
import { stripEnvelopes } from '../headers/envelopes.ts';
import { readHeaders } from '../headers/header.ts';
import { LEVEL_PATTERN, standardLevel } from '../headers/levels.ts';
import { readStructuredLine } from '../headers/structured-line.ts';
import { writeTime } from '../headers/timestamps.ts';
import { encodeRange, QuoteTracker, type ByteRange } from '../lines/byte-range.ts';
import { decode, indexOfByte } from '../lines/bytes.ts';
import type { Outcome, RepairContext, RepairStep } from './step.ts';

const FORM = new RegExp(
  `^(.{0,160}?)[[(]?\\b(${LEVEL_PATTERN})[\\])]?:?\\s+[<[(＜（]([a-z][\\w.]*)[>\\])＞）]:?\\s+(?=\\S)`,
  'i',
);

/** A header that somebody rewrote: a level in lowercase or brackets, a tag in other brackets. */
export function nonstandardHeader(context: RepairContext): RepairStep {
  const { product } = context;
  return ({ text: { bytes, from, to } }) => {
    if (!product.isTagged || !mayHaveTag({ bytes, from, to })) return 'not mine';
    const text = withStandardHeader(product, decode(bytes, from, to));
    return text === null ? 'not mine' : startAtRewritten(context, text);
  };
}

/**
 * Return whether a bracket precedes a letter, as in front of a tag. Most lines of other programs
 * have none.
 */
function mayHaveTag({ bytes, from, to }: ByteRange): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte !== 91 && byte !== 60 && byte !== 40 && byte !== 0xef) continue;
    // A full-width bracket takes three bytes.
    const next = bytes[byte === 0xef ? at + 3 : at + 1] as number;
    if (next >= 97 && next <= 122) return true;
  }
  return false;
}

/** Rewrite a line with its header in the product's own notation, or return null if it has none. */
function withStandardHeader({ levelWords }: CompiledProduct, text: string): string | null {
  const [whole, before = '', level = '', tag = ''] = FORM.exec(text) ?? [];
  const prefix = encodeRange(before);
  // In quotation marks it belongs to a line that the message quotes.
  if (whole === undefined || new QuoteTracker(prefix).containPosition(prefix.to)) return null;
  return `${before}${levelWords.wordOf(standardLevel(level))} <${tag}> ${text.slice(whole.length)}`;
}

const COLUMNS = new RegExp(
  `^(.{0,200}?)(?:^|[\\t,;|])[ "]{0,3}(${LEVEL_PATTERN})[ "]{0,3}[\\t,;|][ "]{0,3}(?:<([a-z][\\w.]*)>|([a-z][\\w.]*)(?=[ "]{0,3}[\\t,;|]))?(?:[ "]{0,3}[\\t,;|])? {0,3}(.+)$`,
  'i',
);
const TIME = /(\d{4}[/-]\d\d[/-]\d\d)[T\t ,;|"]{1,5}(\d\d:\d\d:\d\d)/;
const LEVEL = new RegExp(`^(?:${LEVEL_PATTERN})$`, 'i');
/** `{` and `=` */
const BRACE = 123;
const EQUALS = 61;

/**
 * A header that was split into fields: columns of a spreadsheet, CSV file or Markdown table, or a
 * level beside the message in JSON or logfmt.
 */
export function structuredHeader(context: RepairContext): RepairStep {
  const { product } = context;
  return ({ text }) => {
    const { bytes, from, to } = text;
    if (!product.isTagged) return 'not mine';
    const isObject = bytes[from] === BRACE;
    const mayHavePairs = isObject || indexOfByte(bytes, EQUALS, from, to) >= 0;
    const rewritten =
      (mayHavePairs ? withHeaderOfFields(product, text, isObject ? 'json' : 'logfmt') : null) ??
      (mayHaveLevelColumn(text) ? withHeaderOfColumns(product, decode(bytes, from, to)) : null);
    return rewritten === null ? 'not mine' : startAtRewritten(context, rewritten);
  };
}

/** Return whether a line may have a level in a column. Most have none and need not be decoded. */
function mayHaveLevelColumn({ bytes, from, to }: ByteRange): boolean {
  for (let at = from + 1; at < to; at++) {
    if (!SEPARATORS.has(bytes[at] as number)) continue;
    let next = at + 1;
    while (bytes[next] === 32 || bytes[next] === 34) next++;
    if (next - at < 4 && (bytes[next] as number) >= 65 && (bytes[next] as number) <= 87)
      return true;
  }
  return false;
}

function withHeaderOfColumns(product: CompiledProduct, text: string): string | null {
  const [whole, before = '', level = '', inBrackets, alone, message = ''] =
    COLUMNS.exec(text) ?? [];
  if (whole === undefined) return null;
  const [, date, clock] = TIME.exec(before) ?? [];
  const time = date === undefined ? null : `${date} ${clock}`;
  return writeHeader(product, time, level, inBrackets ?? alone, unquoteColumn(message, text));
}

function withHeaderOfFields(
  product: CompiledProduct,
  text: ByteRange,
  as: 'json' | 'logfmt',
): string | null {
  const line = readStructuredLine(
    {
      as,
      time: ['time', 'timestamp'],
      level: ['level', 'severity'],
      tag: ['logger', 'tag', 'component'],
      message: product['json-fields'],
      cause: [],
    },
    text,
  );
  if (!line || !LEVEL.test(line.level)) return null;
  const time = writeTime(line.time)?.replace('T', ' ') ?? null;
  return writeHeader(product, time, line.level, line.tag || undefined, line.message);
}

function writeHeader(
  { levelWords }: CompiledProduct,
  time: string | null,
  level: string,
  tag: string | undefined,
  message: string,
): string | null {
  const standard = standardLevel(level);
  // Collectors write INFO if they do not know the level.
  if (standard === 'INFO' && tag === undefined) return null;
  const tagged = tag === undefined ? '' : `<${tag}> `;
  return `${time === null ? '' : `${time} `}${levelWords.wordOf(standard)} ${tagged}${message}`;
}

/**
 * Return the last column without the row's closing quote or bar, and with its quotes unescaped.
 */
function unquoteColumn(message: string, row: string): string {
  const [, quoted] = /^"?((?:[^"]|"")*)"\s*$/.exec(message) ?? [];
  if (quoted !== undefined) return quoted.replaceAll('""', '"');
  return isTableRow(row.trimStart()) ? message.trimEnd().slice(0, -1).trimEnd() : message;
}

/** Begin a record with a line whose header was rewritten. */
function startAtRewritten({ product, record }: RepairContext, text: string): Outcome {
  for (const variant of stripEnvelopes(product, encodeRange(text))) {
    const headers = readHeaders(product, variant).filter((header) =>
      record.messages.hasKnownMessage(header),
    );
    if (headers.length > 0)
      return record.startAfterEnvelopes(headers, variant) ? 'handled' : 'not mine';
  }
  return 'not mine';
}
