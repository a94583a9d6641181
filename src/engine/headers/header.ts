/**
 * Reads the product's own header before the message. Headers are templates of product.yaml. One
 * that is not at the beginning of a line is behind envelopes (envelopes.ts) or inside the line
 * (embedded-headers.ts).
 */
import type { Fit } from '../templates/fit.ts';
import { readStructuredLine, type StructuredLine } from './structured-line.ts';
import { encodeRange, type ByteRange } from '../lines/byte-range.ts';
import { NO_TAG, OTHER_TAG } from './tags.ts';
import { encode } from '../lines/bytes.ts';
import { type HeaderForm, nameAt, timeOf } from './header-form.ts';
import type { OwnHeaders } from './compiled-product.ts';

/** A message with the values of its header. Without a header the message is the whole line. */
export interface Header extends ByteRange {
  /** Number of the level, 0 for none. */
  level: number;
  /** Number of the tag (tags.ts). */
  tag: number;
  /** Packed time as written (timestamps.ts), 0 for none. */
  time: number;
}

/**
 * Read the product's own header at `from`. Without a `<tag>` several readings may fit; return all
 * of them.
 */
export function readHeaders(product: OwnHeaders, line: ByteRange): Header[] {
  const { headerForms, fitter, fields } = product;
  const { bytes, from, to } = line;
  const found: Header[] = [];
  if (!mayBeginHeader(product, bytes[from])) return found;
  const structured = fields ? readStructuredLine(fields, line) : null;
  if (structured) return [headerOfFields(product, structured)];
  for (const form of headerForms) {
    const fits = fitter.fit(form.program, line, true);
    if (!fits) continue;
    // A tag in square brackets is left to rewritten-header.ts.
    if (form.tag >= 0 && bytes[fits.spans[2 * form.tag] as number] === 91) continue;
    if (!isOwnProgram(product, form, fits, bytes)) continue;
    found.push(headerOf(product, form, fits, bytes, to));
    // Without angle brackets, a tag cannot be told from a word of the message.
    if (form.isUnambiguous) break;
  }
  return found;
}

function headerOfFields(
  { levelWords, knownTags }: OwnHeaders,
  { message, level, tag, time }: StructuredLine,
): Header {
  return {
    level: levelWords.levelOf(level),
    tag: tag === '' ? OTHER_TAG : knownTags.numberOf(encode(tag)),
    time,
    ...encodeRange(message),
  };
}

/** Return whether a header names no program, or one of the product's. */
export function isOwnProgram(
  { programs }: OwnHeaders,
  { name }: HeaderForm,
  fits: Fit,
  bytes: Uint8Array,
): boolean {
  return name < 0 || programs.includes(nameAt(name, fits, bytes) ?? '');
}

/** Return the header that a form reads in a line. */
export function headerOf(
  { levelWords, knownTags, latestDate }: OwnHeaders,
  form: HeaderForm,
  fits: Fit,
  bytes: Uint8Array,
  to: number,
): Header {
  const { spans, end } = fits;
  const { level, tag } = form;
  return {
    level:
      level < 0
        ? 0
        : levelWords.levelAt(bytes, spans[2 * level] as number, spans[2 * level + 1] as number),
    tag:
      tag >= 0
        ? knownTags.numberOf(bytes, spans[2 * tag] as number, spans[2 * tag + 1])
        : form.isUnambiguous
          ? OTHER_TAG
          : NO_TAG,
    time: timeOf(form, fits, bytes, latestDate),
    bytes,
    from: end,
    to,
  };
}

/** Return whether a header of the product may begin with this byte. */
function mayBeginHeader({ firstBytes }: OwnHeaders, first = 0): boolean {
  return firstBytes[first] === 1;
}
