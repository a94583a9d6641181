/**
 * Strips the envelopes that other programs put in front of a line: one after another, at most
 * MAX_PEEL, until a product header or a standalone message appears. Envelopes are templates of
 * content/formats.
 */
import { cleanLine } from '../lines/clean-line.ts';
import type { Fitter } from '../templates/fit.ts';
import { encodeRange, type ByteRange } from '../lines/byte-range.ts';
import { decode, skipSpace } from '../lines/bytes.ts';
import { readLongestField, mayHaveQuotedField } from './columns.ts';
import {
  readCsvField,
  readJsonField,
  readJsonMember,
  readJsonSender,
  readJsonSource,
} from './json-csv-fields.ts';
import { type HeaderForm, nameAt, stampOf, timeOf } from './header-form.ts';
import type { CompiledProduct } from './compiled-product.ts';

/** A line with some of its envelopes stripped, and the data from those envelopes. */
export interface StrippedLine extends ByteRange {
  program: string | null;
  /** A name that may not be a program's: that of a container, or one in a JSON field. */
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

/** Most envelopes around a line, and most ways of stripping them that are followed. */
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

/** The first bytes of JSON and of a quoted CSV row: `{` and `"`. */
const BRACE = 123;
const QUOTE = 34;

function peel(product: CompiledProduct, state: StrippedLine): StrippedLine[] {
  const { bytes, to } = state;
  const from = skipSpace(bytes, state.from, to);
  if (bytes[from] === BRACE) return peelJson(product, state, decode(bytes, from, to));
  if (bytes[from] === QUOTE) {
    const text = decode(bytes, from, to);
    const quoted = readJsonMember(product['json-fields'], text) ?? readLongestField(text);
    if (quoted !== null) return [inside(state, quoted)];
  }
  const peeled = peelForms(product, state, from);
  // Prefer forms that also name the sender.
  const named = peeled.filter(({ sender }) => sender !== state.sender);
  if (named.length > 0) return named;
  const field =
    peeled.length === 0 && mayHaveQuotedField({ bytes, from, to })
      ? readLongestField(decode(bytes, from, to))
      : null;
  return field === null ? peeled : [inside(state, field)];
}

function peelJson(product: CompiledProduct, state: StrippedLine, text: string): StrippedLine[] {
  const inner = readJsonField(product['json-fields'], text);
  if (inner === null) return [];
  return [
    {
      ...inside(state, inner),
      sender: readJsonSender(product['json-programs'], text) ?? state.sender,
      source: readJsonSource(product['json-sources'], text) ?? state.source,
    },
  ];
}

/** Strip each form that fits at `from`. */
function peelForms(product: CompiledProduct, state: StrippedLine, from: number): StrippedLine[] {
  const { bytes, to } = state;
  return product.envelopeForms.flatMap((form) => {
    const fits = product.fitter.fit(form.program, { bytes, from, to }, true);
    if (!fits || fits.end >= to) return [];
    const inner = {
      ...state,
      from: fits.end,
      program: nameAt(form.name, fits, bytes) ?? state.program,
      sender: nameAt(form.container, fits, bytes) ?? state.sender,
      source: nameAt(form.source, fits, bytes) ?? state.source,
      time: timeOf(form, fits, bytes, product.latestDate) || state.time,
      depth: state.depth + 1,
      forms: state.forms && [...state.forms, form],
    };
    if (!form.csv) return [inner];
    const field = encodeRange(readCsvField(decode(bytes, fits.end, to)));
    return [{ ...inner, ...field, forms: null }];
  });
}

/** Return the text inside JSON or CSV as a line with one envelope less. */
function inside(state: StrippedLine, text: string): StrippedLine {
  const line = encodeRange(cleanLine(text));
  return { ...state, ...line, depth: state.depth + 1, forms: null };
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
