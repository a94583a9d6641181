/** Steps for lines that hold other lines: in HTML, behind color codes, or in strings of JSON. */
import { encodeRange, QuoteTracker, type ByteRange } from '../lines/byte-range.ts';
import { decode, decodeLine, indexOfByte } from '../lines/bytes.ts';
import { cleanLine } from '../lines/clean-line.ts';
import { unescape } from '../lines/go-quote.ts';
import { readInstead, type RepairContext, type RepairStep } from './step.ts';

/** A line break as HTML, XML and rsyslog write it. */
const LINE_BREAK = /<br ?\/?>|<\/\w+>|#012(?=\D|\d{4}\/|$)/gi;
/** A line break written as two characters, with a date after it. */
const WRITTEN_BREAK = /\\n(?=\d{4}[/-]\d\d[/-]\d\d \d\d:\d\d:\d\d )/;
/** The first bytes of escaped line breaks: `#`, `<` and the backslash. */
const FIRST_OF_BREAK = [35, 60, 92];

/** Several lines in one. */
export function embeddedLines(): RepairStep {
  return ({ text: { bytes, from, to } }) => {
    if (!FIRST_OF_BREAK.some((byte) => indexOfByte(bytes, byte, from, to) >= 0)) return 'not mine';
    const text = decode(bytes, from, to);
    const lines = text.split(LINE_BREAK);
    if (lines.length === 1) lines.splice(0, 1, ...splitAtWritten(text));
    return lines.length > 1
      ? readInstead(lines.map((line) => encodeRange(cleanLine(line))))
      : 'not mine';
  };
}

/** Split a text whose line breaks are written as two characters, but not a string in quotes. */
function splitAtWritten(text: string): string[] {
  const at = text.search(WRITTEN_BREAK);
  const isInQuotes = at >= 0 && new QuoteTracker(encodeRange(text)).containPosition(at);
  return at < 0 || isInQuotes ? [text] : unescape(text).split('\n');
}

/** Color codes without their escape character, or with it spelled out, as pagers print it. */
const COLORS =
  /(?:ESC|\^\[)?(?:\[\d{1,3}(?:;\d{1,3})*m(?:(?:ESC|\^\[)?\[K)?|\[m(?:(?:ESC|\^\[)?\[K|\b))/g;
/** `[` */
const BRACKET = 91;

/** Visible color codes, such as `[31m`. Real ones are removed from every line (clean-line.ts). */
export function colorCodes(): RepairStep {
  return ({ text: { bytes, from, to } }) => {
    if (indexOfByte(bytes, BRACKET, from, to) < 0) return 'not mine';
    const written = decode(bytes, from, to);
    const text = written.replace(COLORS, '');
    return text === written ? 'not mine' : readInstead([encodeRange(text)]);
  };
}

/** Most strings of a line that are examined. */
const MAX_STRINGS = 10_000;
/** `"` and `{` */
const QUOTE = 34;
const BRACE = 123;
/** Matches the beginning of JSON, which may be a part that begins at a field. */
const JSON_START = /[[{]\s*["[{]|(?<![^\s,])"[\w.@-]{1,64}"\s*:\s*["[{]/;
/** Matches a string in a list or as the value of a field; the last one may be cut. */
const STRING = /[:[,]\s*"((?:[^"\\]|\\.)*)(?:"(?!\s*:)|$)/g;
/** Matches a string that fills its line, as an element of a list, or in YAML. */
const WHOLE_LINE = /^(?:- |[\w.@-]+: )?"((?:[^"\\]|\\.)*)(?:",?)?$/;
/** Matches a line of a multi-line JSON object. */
const FRAGMENT =
  /^\s*(?:[{}[\]]+,?|"[\w.@-]+"\s*:\s*(?:".*"|[-+.\deE]+|true|false|null|[[{]),?)\s*$/;

/**
 * Strings of JSON or YAML that hold lines of the product; the JSON may have one field per line. All
 * else in it is ignored.
 */
export function jsonStrings({ record }: RepairContext): RepairStep {
  return (line) => {
    const { bytes, from, to } = line.text;
    const isEnvelope = line.variants.length > 1 && bytes[from] === BRACE;
    const isAfterHeader = line.embeddedHeaders.length > 0 && !line.isQuoted;
    if (indexOfByte(bytes, QUOTE, from, to) < 0 || isEnvelope || isAfterHeader) return 'not mine';
    const text = decodeLine(bytes, from, to);
    // If the open record breaks off before a value, a string may be that value.
    const groups = record.isUnfinished ? [] : linesInStrings(text);
    if (groups.some((lines) => lines.some(record.messages.isProductLine)))
      return { groups, isSeparate: true };
    // Only a record that was read from JSON or CSV has no list of envelopes.
    if (record.open?.envelopes !== null || !FRAGMENT.test(text)) return 'not mine';
    record.closeRecord();
    return 'handled';
  };
}

/** Return the lines of each string. Some command runners list their output twice; keep one. */
function linesInStrings(text: string): ByteRange[][] {
  const seen = new Set<string>();
  const start = text.search(JSON_START);
  const whole = WHOLE_LINE.exec(text.trim());
  const strings = whole ? [whole] : start < 0 ? [] : [...text.slice(start).matchAll(STRING)];
  return strings.slice(0, MAX_STRINGS).flatMap(([, string = '']) => {
    const lines = unescape(string).split('\n');
    if (lines.every((line) => seen.has(line))) return [];
    for (const line of lines) seen.add(line);
    return [lines.map((one) => encodeRange(cleanLine(one)))];
  });
}
