/**
 * Reads the header of a line: the envelopes that other programs put in front of it, and the
 * product's own header before the message.
 *
 * Envelopes are stripped one after another, at most MAX_PEEL, until a product header or a
 * standalone message appears. Envelopes are templates of content/formats, headers of product.yaml.
 * A header in the middle of a line (after an unknown prefix, inside a sentence, or one of several
 * records pasted into one line) is found by its `LEVEL <tag>`.
 */
import { cleanLine } from '../lines/clean-line.ts';
import type { Fit, Fitter, Program } from '../templates/fit.ts';
import { packCalendar, packEpoch } from './calendar-time.ts';
import type { EventSources } from './event-source.ts';
import type { LevelWords } from './levels.ts';
import { readStructuredLine, type StructuredLine } from './structured-line.ts';
import { encodeRange, type ByteRange } from '../lines/byte-range.ts';
import { NO_TAG, OTHER_TAG, type Tags } from './tags.ts';
import { decode, encode, indexOfByte, isWord, skipSpace } from '../lines/bytes.ts';
import { readTime } from './timestamps.ts';
import { readLongestField, mayHaveQuotedField } from './columns.ts';
import {
  readCsvField,
  readJsonField,
  readJsonMember,
  readCsvRow,
  readJsonSender,
  readJsonSource,
} from './json-csv-fields.ts';
import type { CatalogFormats, CatalogProduct } from '../../model/catalog.ts';

/** A message with the values of its header. Without a header the message is the whole line. */
export interface Header extends ByteRange {
  /** Number of the level, 0 for none. */
  level: number;
  /** Number of the tag (tags.ts). */
  tag: number;
  /** Packed time as written (timestamps.ts), 0 for none. */
  time: number;
}

/** A header inside a line, and where it begins. */
export interface EmbeddedHeader {
  at: number;
  header: Header;
}

/** No envelopes. */
export const NO_ENVELOPES: readonly HeaderForm[] = [];

const MAX_PEEL = 4;
const MAX_STATES = 16;

/** A compiled header or envelope, with the numbers of its holes, -1 for none. */
export interface HeaderForm {
  program: Program;
  date: number;
  clock: number;
  stamp: number;
  epoch: number;
  year: number;
  month: number;
  day: number;
  level: number;
  tag: number;
  name: number;
  container: number;
  /** The host, the pod, the task or the container that wrote the line. */
  source: number;
  /**
   * Whether the header can be read in only one way: its tag is in angle brackets, or the product
   * has no such headers.
   */
  isUnambiguous: boolean;
  csv: boolean;
}

/** Compile a header or an envelope. */
export function compileForm(program: Program, csv = false): HeaderForm {
  const at = (name: string): number => program.holes.findIndex((hole) => hole.name === name);
  const last = program.parts.at(-1)?.literal;
  // In CSV, holes with these names are other columns.
  const sources = ['host', ...(csv ? [] : ['pod', 'task', 'container'])];
  return {
    program,
    date: at('date'),
    clock: at('clock'),
    stamp: at('stamp'),
    epoch: at('epoch'),
    year: at('year'),
    month: Math.max(at('month'), at('month-number')),
    day: at('day'),
    level: at('level'),
    tag: at('tag'),
    name: at('program'),
    container: at('container'),
    source: sources.map(at).find((hole) => hole >= 0) ?? -1,
    isUnambiguous: at('tag') >= 0 && last?.[last.length - 2] === 62,
    csv,
  };
}

/**
 * Read the product's own header at `from`. Without a `<tag>` several readings may fit; return all
 * of them.
 */
export function readHeaders(product: OwnHeaders, tags: Tags, line: ByteRange): Header[] {
  const { headerForms, fitter, fields } = product;
  const { bytes, from, to } = line;
  const found: Header[] = [];
  if (!mayBeginHeader(product, bytes[from])) return found;
  const structured = fields ? readStructuredLine(fields, line) : null;
  if (structured) return [headerOfFields(product, tags, structured)];
  for (const form of headerForms) {
    const fits = fitter.fit(form.program, bytes, from, to, true);
    if (!fits) continue;
    // Brackets other than the product's own are left to nonstandard-header.ts.
    if (form.tag >= 0 && bytes[fits.spans[2 * form.tag] as number] === 91) continue;
    if (!isOwnProgram(product, form, fits, bytes)) continue;
    found.push(headerOf(product, form, fits, tags, bytes, to));
    // Without angle brackets, a tag cannot be told from a word of the message.
    if (form.isUnambiguous) break;
  }
  return found;
}

function headerOfFields(
  { levelWords }: OwnHeaders,
  tags: Tags,
  { message, level, tag, time }: StructuredLine,
): Header {
  return {
    level: levelWords.levelOf(level),
    tag: tag === '' ? OTHER_TAG : tags.numberOf(encode(tag)),
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
  { levelWords, latestDate }: OwnHeaders,
  form: HeaderForm,
  fits: Fit,
  tags: Tags,
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
        ? tags.numberOf(bytes, spans[2 * tag] as number, spans[2 * tag + 1])
        : form.isUnambiguous
          ? OTHER_TAG
          : NO_TAG,
    time: timeOf(form, fits, bytes) || calendarTimeOf(form, fits, bytes, latestDate),
    bytes,
    from: end,
    to,
  };
}

function calendarTimeOf(
  { epoch, year, month, day, clock }: HeaderForm,
  fits: Fit,
  bytes: Uint8Array,
  latestDate: number,
): number {
  if (epoch >= 0) return packEpoch(Number(nameAt(epoch, fits, bytes)));
  return month < 0 || day < 0 || clock < 0
    ? 0
    : packCalendar(
        {
          year: nameAt(year, fits, bytes) ?? undefined,
          month: nameAt(month, fits, bytes) ?? '',
          day: nameAt(day, fits, bytes) ?? '',
          clock: nameAt(clock, fits, bytes) ?? '',
        },
        latestDate,
      );
}

/** A line with some of its envelopes stripped, and the data from those envelopes. */
export interface StrippedLine extends ByteRange {
  program: string | null;
  /** A name that is not necessarily a program's: of a container, or from a JSON field. */
  sender: string | null;
  /** The name of the host, the pod or the container. */
  source: string | null;
  time: number;
  /** The number of stripped envelopes. */
  depth: number;
  /** Their forms, outermost first; null if one of them was JSON or CSV. */
  forms: readonly HeaderForm[] | null;
}

/**
 * Strip envelopes from a line in every way that fits, outermost first. The first result is the line
 * itself.
 */
export function stripEnvelopes(product: CompiledProduct, line: ByteRange): StrippedLine[] {
  const states: StrippedLine[] = [
    { ...line, program: null, sender: null, source: null, time: 0, depth: 0, forms: [] },
  ];
  for (let at = 0; at < states.length && states.length < MAX_STATES; at++) {
    const state = states[at];
    if (state && state.depth < MAX_PEEL) states.push(...peel(product, state));
  }
  return states;
}

function peel(product: CompiledProduct, state: StrippedLine): StrippedLine[] {
  const { bytes, to, depth } = state;
  const start = skipSpace(bytes, state.from, to);
  const inside = (inner: string): StrippedLine => {
    const cleaned = encode(cleanLine(inner));
    return { ...state, bytes: cleaned, from: 0, to: cleaned.length, depth: depth + 1, forms: null };
  };
  if (bytes[start] === 123) {
    const text = decode(bytes, start, to);
    const inner = readJsonField(product['json-fields'], text);
    return inner === null
      ? []
      : [
          {
            ...inside(inner),
            sender: readJsonSender(product['json-programs'], text) ?? state.sender,
            source: readJsonSource(product['json-sources'], text) ?? state.source,
          },
        ];
  }
  if (bytes[start] === 34) {
    const member = readJsonMember(product['json-fields'], decode(bytes, start, to));
    if (member !== null) return [inside(member)];
    const row = readCsvRow(decode(bytes, start, to));
    if (row !== null) return [inside(row)];
  }
  const peeled = product.envelopeForms.flatMap((form) => {
    const fits = product.fitter.fit(form.program, bytes, start, to, true);
    if (!fits || fits.end >= to) return [];
    const inner = {
      ...state,
      from: fits.end,
      program: nameAt(form.name, fits, bytes) ?? state.program,
      sender: nameAt(form.container, fits, bytes) ?? state.sender,
      source: nameAt(form.source, fits, bytes) ?? state.source,
      time:
        timeOf(form, fits, bytes) ||
        calendarTimeOf(form, fits, bytes, product.latestDate) ||
        state.time,
      depth: depth + 1,
      forms: state.forms && [...state.forms, form],
    };
    return [
      form.csv
        ? { ...inner, ...encodeRange(readCsvField(decode(bytes, fits.end, to))), forms: null }
        : inner,
    ];
  });
  // Prefer forms that also name the sender.
  const named = peeled.filter(({ sender }) => sender !== state.sender);
  if (named.length > 0) return named;
  const field =
    peeled.length === 0 && mayHaveQuotedField({ bytes, from: start, to })
      ? readLongestField(decode(bytes, start, to))
      : null;
  return field === null ? peeled : [inside(field)];
}

/** Where the parts of a line's envelopes are. */
export interface EnvelopeParts {
  /** Where the text after the envelopes begins. */
  end: number;
  /** Where the date and the time of day of the innermost time begin, -1 for none. */
  date: number;
  clock: number;
  /** The names of programs, containers and hosts. */
  names: ByteRange[];
}

/** Find the parts of envelopes of the given forms, or return null if they do not fit. */
export function findEnvelopeParts(
  fitter: Fitter,
  forms: readonly HeaderForm[],
  { bytes, from, to }: ByteRange,
): EnvelopeParts | null {
  const parts: EnvelopeParts = { end: from, date: -1, clock: -1, names: [] };
  for (let index = 0; index < forms.length; index++) {
    const form = forms[index] as HeaderForm;
    const start = skipSpace(bytes, parts.end, to);
    const fits = fitter.fit(form.program, bytes, start, to, true);
    if (!fits || fits.end >= to) return null;
    const { spans } = fits;
    if (timeOf(form, fits, bytes) !== 0) {
      parts.date = spans[2 * (form.stamp >= 0 ? form.stamp : form.date)] as number;
      parts.clock = form.stamp >= 0 ? parts.date + 11 : (spans[2 * form.clock] as number);
    }
    for (const hole of new Set([form.name, form.container, form.source]))
      if (hole >= 0)
        parts.names.push({
          bytes,
          from: spans[2 * hole] as number,
          to: spans[2 * hole + 1] as number,
        });
    parts.end = fits.end;
  }
  return parts;
}

function nameAt(hole: number, { spans }: Fit, bytes: Uint8Array): string | null {
  return hole < 0
    ? null
    : decode(bytes, spans[2 * hole] as number, spans[2 * hole + 1] as number).trimEnd();
}

function timeOf({ stamp, date, clock }: HeaderForm, { spans }: Fit, bytes: Uint8Array): number {
  if (stamp >= 0)
    return readTime(bytes, spans[2 * stamp] as number, (spans[2 * stamp] as number) + 11);
  return date >= 0 && clock >= 0
    ? readTime(bytes, spans[2 * date] as number, spans[2 * clock] as number)
    : 0;
}

/**
 * Return whether a message contains something like `ERROR <tag` or `<br`, where another header or
 * line may begin.
 */
export function mayHaveSecondHeader(bytes: Uint8Array, from: number, to: number): boolean {
  for (
    let at = indexOfByte(bytes, 60, from + 2, to);
    at >= 0;
    at = indexOfByte(bytes, 60, at + 1, to)
  ) {
    const [capital, letter] = [bytes[at - 2] as number, bytes[at + 1] as number];
    if (letter === 98 && bytes[at + 2] === 114) return true;
    if (bytes[at - 1] === 32 && capital >= 65 && capital <= 90 && letter >= 97 && letter <= 122)
      return true;
  }
  return false;
}

/** Find all product headers inside a line: `LEVEL <tag> `, with the date in front of it, if any. */
export function findHeaders(
  product: CompiledProduct,
  tags: Tags,
  line: ByteRange,
): EmbeddedHeader[] {
  const { bytes, to } = line;
  const found: EmbeddedHeader[] = [];
  if (!product.isTagged) return found;
  let after = line.from;
  for (
    let bracket = indexOfByte(bytes, 60, line.from, to);
    bracket >= 0;
    bracket = indexOfByte(bytes, 60, bracket + 1, to)
  ) {
    const level = findLevelBefore(product, bytes, line.from, bracket);
    if (level < 0) continue;
    for (let from = Math.max(after, level - 60); from <= level; from++) {
      const header =
        from === level || mayBeginTime(bytes, from, line.from)
          ? readHeaders(product, tags, { bytes, from, to }).find(
              (header) => header.tag !== NO_TAG && includesBracket(header, bracket),
            )
          : undefined;
      if (header) {
        found.push({
          at: from,
          header:
            header.time === 0
              ? { ...header, time: timeBefore(bytes, Math.max(line.from, from - 20), from) }
              : header,
        });
        after = from + 1;
        break;
      }
    }
  }
  return found;
}

/** A date, a time of day and what may be a level, anywhere in a line. */
const TIME_AND_LEVEL = /(?<!\d)\d{4}[/-]\d\d[/-]\d\d \d\d:\d\d:\d\d (?:\S{1,40}: )?[A-Z]{4,8} /;

/** Read a header that lost its tag and begins inside a line, in each way that fits. */
export function findHeadersWithoutTag(
  product: CompiledProduct,
  tags: Tags,
  line: ByteRange,
): Header[] {
  const { bytes, from, to } = line;
  const at = decode(bytes, from, to).search(TIME_AND_LEVEL);
  return at <= 0 ? [] : readHeaders(product, tags, { bytes, from: from + at, to });
}

/**
 * Return whether a line contains the separators of a date and a time of day. Most lines do not and
 * need not be decoded.
 */
export function hasTime({ bytes, from, to }: ByteRange): boolean {
  for (
    let colon = indexOfByte(bytes, 58, from, to);
    colon >= 0;
    colon = indexOfByte(bytes, 58, colon + 1, to)
  ) {
    const mark = bytes[colon - 6];
    if (bytes[colon + 3] === 58 && bytes[colon - 3] === 32 && (mark === 45 || mark === 47))
      return true;
  }
  return false;
}

/**
 * Read the time at the end of a text, even if a person or a spreadsheet dropped its leading zeros;
 * 0 if there is none.
 */
function timeBefore(bytes: Uint8Array, from: number, to: number): number {
  const [, ...parts] =
    /(\d{4})[/-](\d\d?)[/-](\d\d?)\s(\d\d?):(\d\d):(\d\d)\s$/.exec(decode(bytes, from, to)) ?? [];
  return parts.length === 0
    ? 0
    : readTime(encode(parts.map((part) => part.padStart(2, '0')).join(' ')), 0, 11);
}

/**
 * Return where the level in front of the `<` at `bracket` begins, or -1 if there is none, or no
 * letter follows the bracket.
 */
function findLevelBefore(
  { levelWords }: CompiledProduct,
  bytes: Uint8Array,
  from: number,
  bracket: number,
): number {
  const letter = bytes[bracket + 1] ?? 0;
  if (letter < 97 || letter > 122 || bytes[bracket - 1] !== 32) return -1;
  let start = bracket - 1;
  while (start > from && start > bracket - 10 && isWord(bytes[start - 1])) start--;
  for (; start < bracket - 1; start++)
    if (levelWords.levelAt(bytes, start, bracket - 1) > 0) return start;
  return -1;
}

/** Return whether a header of the product may begin with this byte. */
export function mayBeginHeader({ firstBytes }: OwnHeaders, first = 0): boolean {
  return firstBytes[first] === 1;
}

/**
 * Return whether a header that begins further left is the one at the bracket, not another one in
 * front of it.
 */
function includesBracket(header: Header, bracket: number): boolean {
  const close = indexOfByte(header.bytes, 62, bracket, header.to);
  return header.from > bracket && header.from <= close + 2;
}

function mayBeginTime(bytes: Uint8Array, at: number, from: number): boolean {
  const byte = bytes[at] as number;
  const before = at === from ? 32 : (bytes[at - 1] as number);
  return ((byte >= 48 && byte <= 57) || byte === 91) && !(before >= 48 && before <= 57);
}

/** Return whether two lines have the same envelopes. */
export function haveSameEnvelopes(
  forms: readonly HeaderForm[] | null,
  others: readonly HeaderForm[] | null,
): boolean {
  return (
    forms === others ||
    (forms !== null &&
      others !== null &&
      forms.length === others.length &&
      forms.every((form, index) => form === others[index]))
  );
}

/** What is needed to read a product's own headers. */
export type OwnHeaders = Pick<
  CompiledProduct,
  | 'headerForms'
  | 'fields'
  | 'fitter'
  | 'firstBytes'
  | 'isTagged'
  | 'latestDate'
  | 'levelWords'
  | 'programs'
>;

export interface CompiledProduct extends CatalogProduct, CatalogFormats {
  headerForms: readonly HeaderForm[];
  /** The same forms for lines of `details`. */
  detailForms: readonly HeaderForm[];
  /** Whether its headers have a tag in angle brackets, so that they can be found inside a line. */
  isTagged: boolean;
  /** 1 for each byte that may begin a header. */
  firstBytes: Uint8Array;
  levelWords: LevelWords;
  /** The latest date that a line can have, packed; 0 if unknown. */
  latestDate: number;
  envelopeForms: readonly HeaderForm[];
  /** Fits its forms. */
  fitter: Fitter;
  /** Bits of the catalogs with messages that may stand alone. */
  plainCatalogs: number;
  /** Bits of those with messages that are printed into its log. */
  loggedCatalogs: number;
  /** Bits of those with messages that other programs print too. */
  commonCatalogs: number;
  /** Bits of those with messages that only this product prints. */
  ownCatalogs: number;
  /** Number of the lowest level that reports a problem. */
  problemLevel: number;
  /** Names of the product and its server, as bytes. */
  nameBytes: readonly Uint8Array[];
  /** Text in messages that only the product prints, as bytes. */
  ownBytes: readonly Uint8Array[];
  /** The other products of the site, by the names of their programs. */
  rivals: ReadonlyMap<string, string>;
  /** Entries that begin or end an outage. */
  outageEntries: ReadonlySet<string>;
  /** Finds the lines that name the writer of the lines after them. */
  eventSources: EventSources;
  /** Beginnings of lines that continue a record, as bytes. */
  continuations: readonly Uint8Array[];
  /** Text in the output of the product's crash, and of another program's crash, as bytes. */
  crashMarks: readonly Uint8Array[];
  otherCrashMarks: readonly Uint8Array[];
  compiledTrace: CompiledTrace | null;
}

/** How a product writes stack traces: beginnings of lines, as bytes. */
export interface CompiledTrace {
  frames: readonly Uint8Array[];
  causes: readonly Uint8Array[];
  consequences: readonly Uint8Array[];
}
