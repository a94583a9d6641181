/** Chooses how a program writes its log: a preset, or headers that are guessed from the log. */
import type { CatalogFormats } from '../../engine/index.ts';
import { compile } from '../../engine/index.ts';
import { readHeaders } from '../../engine/headers/header.ts';
import { encode } from '../../engine/lines/bytes.ts';
import type { Content } from '../../compiler/index.ts';
import { productSchema } from '../../model/schemas/product.ts';
import type { LogFormat } from '../../model/schemas/log-format.ts';
import { guessHeaders } from './guess-headers.ts';

/** A format, and how well it reads a log. */
export interface GuessedFormat {
  /** The name of the preset; null if the headers were guessed. */
  preset: string | null;
  format: LogFormat;
  /** How many lines have a header of this format, and how many of those a level. */
  read: number;
  leveled: number;
  /** How many lines were tried. */
  lines: number;
}

/** Lines of a log that are tried, and the share that must have a header. */
const MAX_LINES = 2000;
const MIN_SHARE = 0.2;

/**
 * Choose the format that reads the most lines and levels of a log; null if none reads enough lines.
 *
 * @param program the name of the program in lines that name one
 */
export function guessFormat(
  log: string,
  program: string,
  presets: Content['presets'],
  formats: CatalogFormats,
): GuessedFormat | null {
  const lines = log
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, MAX_LINES);
  const headers = guessHeaders(lines);
  const candidates: { preset: string | null; format: LogFormat }[] = [
    ...presets.map(({ slug, yaml }) => ({ preset: slug, format: yaml })),
    ...(headers.length === 0 ? [] : [{ preset: null, format: { headers, continues: [''] } }]),
  ];
  const [best] = candidates
    .map((candidate) => ({ ...candidate, ...tryFormat(candidate.format, lines, program, formats) }))
    .sort((a, b) => b.read + b.leveled - (a.read + a.leveled) || b.eaten - a.eaten);
  return best && best.read >= MIN_SHARE * lines.length ? { ...best, lines: lines.length } : null;
}

/** Count the lines with a header, those with a level, and the bytes of all headers. */
function tryFormat(
  format: LogFormat,
  lines: readonly string[],
  program: string,
  formats: CatalogFormats,
): { read: number; leveled: number; eaten: number } {
  const [site] = compile({
    schema: 1,
    version: '',
    formats,
    products: [
      {
        ...productSchema.parse({ title: '', catalogs: ['x'], names: [program], releases: {} }),
        ...format,
        id: program,
        asks: {},
        programs: [program],
      },
    ],
    entries: [],
    guides: [],
  }).products;
  let [read, leveled, eaten] = [0, 0, 0];
  if (!site) return { read, leveled, eaten };
  const { product, tags } = site.matcher;
  for (const line of lines) {
    const bytes = encode(line);
    const range = { bytes, from: 0, to: bytes.length };
    const [header] = readHeaders(product, tags, range);
    if (!header) continue;
    read++;
    if (header.level > 0) leveled++;
    // A line of JSON is read as a whole.
    eaten += header.bytes === bytes ? header.from : bytes.length;
  }
  return { read, leveled, eaten };
}

/** Describe a format for the author, and what it does not read. */
export function describeGuess({ preset, format, read, leveled, lines }: GuessedFormat): string {
  const how = preset === null ? `headers ${format.headers.join(' or ')}` : `preset ${preset}`;
  const found = `${how}: ${read} of ${lines} lines have this header, ${leveled} of them a level`;
  return leveled > 0
    ? found
    : `${found}\nWithout levels, only the messages that you describe count as problems. If the ` +
        'program writes levels, put {level} into headers, and its words into levels.';
}
