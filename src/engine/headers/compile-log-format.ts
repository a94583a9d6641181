import type { CatalogFormats, CatalogProduct } from '../../model/catalog.ts';
import { encode, encodeAll } from '../lines/bytes.ts';
import { compileParts, type Fitter } from '../templates/fit.ts';
import { levelType, type HoleType } from '../templates/hole-types.ts';
import { parseTemplate, type TemplatePart } from '../templates/template.ts';
import { EventSources } from './event-source.ts';
import { compileForm, type HeaderForm } from './header-form.ts';
import type { CompiledProduct, CompiledTrace } from './compiled-product.ts';
import { LEVEL_OF_NUMBER, LevelWords } from './levels.ts';

/** The compiled form of a product's log format. */
type CompiledFormat = Pick<
  CompiledProduct,
  | 'headerForms'
  | 'detailForms'
  | 'envelopeForms'
  | 'isTagged'
  | 'firstBytes'
  | 'levelWords'
  | 'latestDate'
  | 'problemLevel'
  | 'fitter'
  | 'eventSources'
  | 'continuations'
  | 'crashMarks'
  | 'otherCrashMarks'
  | 'compiledTrace'
>;

/** Compile how a product writes a line, and how collectors wrap it. */
export function compileLogFormat(
  product: CatalogProduct,
  formats: CatalogFormats,
  fitter: Fitter,
): CompiledFormat {
  const levelWords = new LevelWords(product.levels);
  const details = new LevelWords({ INFO: product.details ?? [] });
  const forms = product.headers.map((text) => compileHeader(text, levelWords, details));
  const isTagged = forms.some(({ isUnambiguous }) => isUnambiguous);
  return {
    headerForms: isTagged ? forms : forms.map((form) => ({ ...form, isUnambiguous: true })),
    detailForms: !product.details
      ? []
      : product.headers
          .filter((text) => text.includes('{level}'))
          .map((text) => compileHeader(text, details)),
    envelopeForms: formats.envelopes.map(({ text, csv }) =>
      compileForm(compileParts(parseTemplate(text)), csv),
    ),
    isTagged,
    firstBytes: firstBytesOf(product, levelWords),
    levelWords,
    latestDate: 0,
    problemLevel: LEVEL_OF_NUMBER.indexOf(product.problem),
    fitter,
    eventSources: new EventSources(formats.writers),
    continuations: encodeAll(product.continues),
    crashMarks: encodeAll(product['crash-output']?.marks ?? []),
    otherCrashMarks: encodeAll(product['crash-output']?.others ?? []),
    compiledTrace: compileTrace(product.trace),
  };
}

/**
 * @param others words that are not levels. Any other unknown word counts as a level if punctuation
 * adjoins it, as in `[NOTICE]`.
 */
function compileHeader(text: string, levelWords: LevelWords, others?: LevelWords): HeaderForm {
  const parts = parseTemplate(text);
  return compileForm(
    compileParts(parts, (index): HoleType | undefined => {
      const part = parts[index];
      return typeof part === 'object' && part.type === 'level'
        ? levelType(levelWords, isMarked(parts, index) ? others : undefined)
        : undefined;
    }),
  );
}

/** Return whether punctuation adjoins a hole, as in `[{level}]`. */
function isMarked(parts: readonly TemplatePart[], index: number): boolean {
  const [before, after] = [parts[index - 1], parts[index + 1]];
  return (
    (typeof before === 'string' && /\S$/.test(before)) ||
    (typeof after === 'string' && /^\S/.test(after))
  );
}

function compileTrace(trace: CatalogProduct['trace']): CompiledTrace | null {
  return trace
    ? {
        frames: encodeAll(trace.frames),
        causes: encodeAll(trace.causes),
        consequences: encodeAll(trace.consequences),
      }
    : null;
}

const DIGITS = '0123456789';
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** First characters of the holes with a fixed form; others may begin with any byte. */
const FIRST: Readonly<Record<string, string>> = {
  date: DIGITS,
  clock: DIGITS,
  stamp: DIGITS,
  epoch: DIGITS,
  year: DIGITS,
  'month-number': DIGITS,
  int: `${DIGITS}+-`,
  day: `${DIGITS} `,
  month: LETTERS,
};

function firstBytesOf({ headers, fields }: CatalogProduct, levelWords: LevelWords): Uint8Array {
  const first = new Uint8Array(256);
  const mark = (bytes: Iterable<number>): void => {
    for (const byte of bytes) first[byte] = 1;
  };
  if (fields) mark(encode(fields.as === 'json' ? '{' : `${LETTERS}_@`));
  for (const text of headers) {
    const parts = parseTemplate(text);
    const [part] = parts;
    if (typeof part === 'string') mark(encode(part).subarray(0, 1));
    else if (part?.type === 'level') {
      mark(levelWords.firstBytes());
      if (isMarked(parts, 0)) mark(encode(LETTERS));
    } else {
      const known = FIRST[part?.type ?? ''];
      if (known === undefined) first.fill(1);
      else mark(encode(known));
    }
  }
  return first;
}
