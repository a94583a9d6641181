/** Chooses how a program writes its log: a preset, or headers that are guessed from the log. */
import type { CatalogFormats } from '../../engine/index.ts';
import { compile } from '../../engine/index.ts';
import { readHeaders } from '../../engine/headers/header.ts';
import { stripEnvelopes, type StrippedLine } from '../../engine/headers/envelopes.ts';
import type { CompiledProduct } from '../../engine/headers/compiled-product.ts';
import { encodeRange } from '../../engine/lines/byte-range.ts';
import { decode, matchesAt } from '../../engine/lines/bytes.ts';
import type { Content } from '../../compiler/index.ts';
import { productSchema } from '../../model/schemas/product.ts';
import type { LogFormat } from '../../model/schemas/log-format.ts';
import { guessHeaders } from './guess-headers.ts';

interface Candidate {
  /** The name of the preset; null if there is none. */
  preset: string | null;
  /** The headers that were guessed, and their levels; null if the preset has them. */
  guessed: Pick<LogFormat, 'headers' | 'levels'> | null;
  format: LogFormat;
}

/** A format, and how well it reads a log. */
export interface GuessedFormat extends Candidate {
  /** How many lines have a header of this format, and how many of those a level. */
  read: number;
  leveled: number;
  /** How many other lines continue the message above them. */
  continued: number;
  /** How many lines were tried. */
  lines: number;
  /** The names of the program in front of its lines, such as those that journald adds. */
  programs: string[];
}

/** How many lines of a log are tried, and which share of them a format must read. */
const MAX_LINES = 2000;
const MIN_SHARE = 0.2;

/** A line as it is, then without its outermost envelope, then without the next one, and so on. */
type Layers = readonly StrippedLine[];

/**
 * Choose the format that reads the most lines and levels of a log and, among equals, the most lines
 * of stack traces. Ignore what journald, containers and collectors add to a line. Return null if no
 * format reads enough lines.
 *
 * @param program the name of the program, whose lines are tried alone if lines name programs
 */
export function guessFormat(
  log: string,
  program: string,
  presets: Content['presets'],
  formats: CatalogFormats,
): GuessedFormat | null {
  const all = layersOf(log, formats);
  const names = [...new Set(all.flatMap((layers) => layers.flatMap(nameIn)))];
  const linesOf = (some: readonly string[]): Layers[] =>
    all.filter((layers) => layers.flatMap(nameIn).some((name) => some.includes(name)));
  // If most lines have one and the same name, it is the program's. In few lines, it may be just a
  // word before a colon.
  const isOnlyName = names.length === 1 && linesOf(names).length > all.length / 2;
  const ofProgram = isOnlyName ? names : names.filter((name) => isNameOf(name, program));
  const named = linesOf(ofProgram);
  const lines = named.length > 0 ? named : all;
  const programs = [...new Set([program, ...ofProgram])];
  const candidates: Candidate[] = [
    ...presets.map(({ slug, yaml }) => ({ preset: slug, guessed: null, format: yaml })),
    ...[outermostHeader, innermostHeader]
      .map((textOf) => guessHeaders(lines.map(textOf)))
      .filter(({ headers }) => headers.length > 0)
      .flatMap((guessed) => [
        { preset: null, guessed, format: { ...guessed, continues: [''] } },
        // A language writes its stack traces below any header.
        ...presets
          .filter(({ yaml }) => yaml.trace)
          .map(({ slug, yaml }) => ({ preset: slug, guessed, format: { ...yaml, ...guessed } })),
      ]),
  ];
  const [best] = candidates
    .map((candidate) => ({
      ...candidate,
      ...tryFormat(candidate.format, lines, programs, formats),
    }))
    .sort(
      (a, b) =>
        b.headed + b.leveled - (a.headed + a.leveled) ||
        b.traced - a.traced ||
        b.headerBytes - a.headerBytes,
    );
  return best && best.headed >= MIN_SHARE * lines.length
    ? { ...best, lines: lines.length, programs }
    : null;
}

/** Split a log into lines, and strip the envelopes of each line one after another. */
function layersOf(log: string, formats: CatalogFormats): Layers[] {
  const product = compileFormat({ headers: [], continues: [] }, [], formats);
  return log
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, MAX_LINES)
    .map((line) => stripEnvelopes(product, encodeRange(line)));
}

function nameIn({ program }: StrippedLine): string[] {
  return program === null ? [] : [program];
}

/** Return whether a name is a program's name, or a longer or shorter form of it. */
function isNameOf(name: string, program: string): boolean {
  const own = name.toLowerCase();
  return own.startsWith(program) || program.startsWith(own);
}

function outermostHeader([line]: Layers): string {
  return line ? textOf(line) : '';
}

/** Return a line without what is in front of its last header. */
function innermostHeader(layers: Layers): string {
  return layers.map(textOf).findLast((text) => guessHeaders([text]).headers.length > 0) ?? '';
}

function textOf({ bytes, from, to }: StrippedLine): string {
  return decode(bytes, from, to);
}

/**
 * Count how a format reads some lines: `headed` are the lines with a header, including those that
 * continue a message, `traced` the lines of stack traces, and `headerBytes` the bytes before the
 * messages.
 */
function tryFormat(
  format: LogFormat,
  lines: readonly Layers[],
  programs: readonly string[],
  formats: CatalogFormats,
): Pick<GuessedFormat, 'read' | 'leveled' | 'continued'> & {
  headed: number;
  traced: number;
  headerBytes: number;
} {
  const product = compileFormat(format, programs, formats);
  const counts = { read: 0, leveled: 0, continued: 0, headed: 0, traced: 0, headerBytes: 0 };
  const { frames = [], causes = [] } = format.trace ?? {};

  for (const layers of lines) {
    const headers = layers.flatMap((layer) => {
      const [header] = readHeaders(product, layer);
      return header ? [{ ...header, layer }] : [];
    });
    const header = headers.find(({ level }) => level > 0) ?? headers[0];
    if (!header) {
      const isDetail = layers.some((layer) => hasDetailHeader(product, layer));
      if (isDetail) counts.headed++;
      const text = layers.map(textOf).at(-1)?.trimStart() ?? '';
      if ([...frames, ...causes].some((beginning) => text.startsWith(beginning))) counts.traced++;
      if (isDetail || layers.some((layer) => isContinuation(product, layer))) counts.continued++;
      continue;
    }
    counts.read++;
    counts.headed++;
    if (header.level > 0) counts.leveled++;
    const { bytes, from, to } = header.layer;
    // A line of JSON is read as a whole.
    counts.headerBytes += header.bytes === bytes ? header.from - from : to - from;
  }
  return counts;
}

/** Return whether a line has a header, but continues the message above it. */
function hasDetailHeader({ detailForms, fitter }: CompiledProduct, layer: StrippedLine): boolean {
  return detailForms.some(({ program }) => fitter.fit(program, layer, true));
}

function isContinuation({ continuations }: CompiledProduct, line: StrippedLine): boolean {
  return continuations.some((text) => matchesAt(line.bytes, line.from, text));
}

function compileFormat(
  format: LogFormat,
  programs: readonly string[],
  formats: CatalogFormats,
): CompiledProduct {
  const [site] = compile({
    schema: 1,
    version: '',
    formats,
    products: [
      {
        ...productSchema.parse({ title: '', catalogs: ['x'], names: ['x'], releases: {} }),
        ...format,
        id: 'x',
        asks: {},
        programs: [...programs],
      },
    ],
    entries: [],
    guides: [],
  }).products;
  if (!site) throw new Error('a catalog of one product has one product');
  return site.matcher.product;
}

/** Describe a format for the author, and what it does not read. */
export function describeGuess(guess: GuessedFormat): string {
  const { preset, guessed, read, leveled, continued, lines } = guess;
  const how = [
    ...(preset === null ? [] : [`preset ${preset}`]),
    ...(guessed === null ? [] : [`headers ${guessed.headers.join(' or ')}`]),
  ].join(' with ');
  const found =
    `${how}: ${read + continued} of ${lines} lines are read: ` +
    `${read} messages, ${leveled} of them with a level, and ${continued} lines below one`;
  return leveled > 0
    ? found
    : `${found}\nWithout levels, only the messages that you describe count as problems. If the ` +
        'program writes levels, put {level} into headers, and its words into levels.';
}
