/**
 * Strips the envelopes that other programs put in front of a line: one after another, at most
 * MAX_PEEL, until a product header or a standalone message appears. Envelopes are templates of
 * content/formats.
 */
import { cleanLine } from '../lines/clean-line.ts';
import type { Fitter } from '../templates/fit.ts';
import { encodeRange, type ByteRange } from '../lines/byte-range.ts';
import { decode, encode, skipSpace } from '../lines/bytes.ts';
import { readLongestField, mayHaveQuotedField } from './columns.ts';
import {
  readCsvField,
  readJsonField,
  readJsonMember,
  readCsvRow,
  readJsonSender,
  readJsonSource,
} from './json-csv-fields.ts';
import { type HeaderForm, nameAt, stampOf, timeOf } from './header-form.ts';
import type { CompiledProduct } from './compiled-product.ts';

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

/** No envelopes. */
export const NO_ENVELOPES: readonly HeaderForm[] = [];

const MAX_PEEL = 4;

const MAX_STATES = 16;

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
    const fits = product.fitter.fit(form.program, { bytes, from: start, to }, true);
    if (!fits || fits.end >= to) return [];
    const inner = {
      ...state,
      from: fits.end,
      program: nameAt(form.name, fits, bytes) ?? state.program,
      sender: nameAt(form.container, fits, bytes) ?? state.sender,
      source: nameAt(form.source, fits, bytes) ?? state.source,
      time: timeOf(form, fits, bytes, product.latestDate) || state.time,
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
    const fits = fitter.fit(form.program, { bytes, from: start, to }, true);
    if (!fits || fits.end >= to) return null;
    const { spans } = fits;
    if (stampOf(form, fits, bytes) !== 0) {
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
