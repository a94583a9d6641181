import { parseTemplate } from '../../engine/index.ts';
import type { Content, Entry, Product } from '../../compiler/index.ts';
import { guidesOf } from '../../compiler/index.ts';
import type { Message } from '../../model/schemas/message.ts';
import { patternOfShape, shapeOfFormat } from './format-strings.ts';
import type { SourceString } from './source-strings.ts';

/** The texts in which a new version of a program differs from what the content knows. */
export interface ReleaseChanges {
  /** How many different texts the source has. */
  texts: number;
  added: SourceString[];
  /** A message that is gone, and a similar text that is new. */
  changed: { message: Message; to: SourceString; entry: string | null; guides: string[] }[];
  /** Messages whose words are in no file any more. They may be dead, or put together from parts. */
  dead: { message: Message; entry: string | null; guides: string[] }[];
}

/** Source code: the texts that it prints, and all of it, to look for words elsewhere. */
export interface ReleaseSource {
  strings: SourceString[];
  /** The texts of all source files. */
  code: string[];
  /** The paths of all source files. */
  files: string[];
}

/** Fewest letters of a part of a message that is looked for in the source. */
const MIN_PART = 6;
/** Fewest words of ten that a changed text keeps. */
const MIN_SHARED_PER_TEN = 6;

/** Compare the source of a new version of a program with a product's messages and templates. */
export function compareRelease(
  content: Content,
  product: Product,
  source: ReleaseSource,
): ReleaseChanges {
  const own = content.entries.filter(({ catalog }) => product.yaml.catalogs.includes(catalog));
  const known = new Set(product.messages.map(({ text }) => shapeOfFormat(text)));
  const patterns = own.flatMap(({ yaml }) =>
    yaml.templates.flatMap(({ text }) => patternOfShape(shapeOfTemplate(text)) ?? []),
  );
  const strings = new Map(
    source.strings.map((string) => [shapeOfFormat(string.text), string] as const).reverse(),
  );
  const added = new Map(
    [...strings].filter(
      ([shape]) => !known.has(shape) && !patterns.some((pattern) => pattern.test(shape)),
    ),
  );
  const gone = product.messages.filter(
    (message) => isCurrent(message, source.files) && !isAlive(message, strings, source.code),
  );
  const owners = (message: Message): { entry: string | null; guides: string[] } => {
    const entry = own.find(({ yaml }) =>
      yaml.templates.some(({ messages }) => messages.includes(message.id)),
    );
    return { entry: entry?.id ?? null, guides: entry ? guidesOf(content, entry.id) : [] };
  };
  const changed = gone.flatMap((message) => {
    const to = mostSimilar(message, added);
    if (!to) return [];
    added.delete(shapeOfFormat(to.text));
    return [{ message, to, ...owners(message) }];
  });
  return {
    texts: strings.size,
    added: [...added.values()].sort((a, b) => compare(a.file, b.file) || a.line - b.line),
    changed,
    dead: gone
      .filter((message) => !changed.some((change) => change.message === message))
      .map((message) => ({ message, ...owners(message) })),
  };
}

/** Return a template with `*` for each hole. */
function shapeOfTemplate(text: Entry['yaml']['templates'][number]['text']): string {
  return parseTemplate(text)
    .map((part) => (typeof part === 'string' ? part : '*'))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Return whether a message is of the current version, from a folder that the source has. */
function isCurrent({ level, until, source }: Message, files: readonly string[]): boolean {
  const file = /^\S+\.[a-z]+(?=:\d+$)/.exec(source)?.[0];
  if (level === 'never' || until !== '-' || file === undefined) return false;
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  return files.some((path) => path.startsWith(folder));
}

function isAlive(
  { text }: Message,
  strings: ReadonlyMap<string, SourceString>,
  code: readonly string[],
): boolean {
  const shape = shapeOfFormat(text);
  if (strings.has(shape)) return true;
  // Lists of messages leave out parts of long texts as "...".
  const parts = shape.split(/\*|\.{3}/).map((part) => part.trim());
  const telling = parts.filter((part) => part.length >= MIN_PART);
  const wanted = telling.length > 0 ? telling : parts.filter((part) => part !== '');
  return code.some((file) => wanted.every((part) => file.includes(part)));
}

function mostSimilar(
  message: Message,
  added: ReadonlyMap<string, SourceString>,
): SourceString | undefined {
  const messageWords = wordsOf(shapeOfFormat(message.text));
  let best: { string: SourceString; shared: number } | undefined;
  for (const [shape, string] of added) {
    const words = wordsOf(shape);
    const shared = [...messageWords].filter((word) => words.has(word)).length;
    if (shared * 10 < MIN_SHARED_PER_TEN * Math.max(messageWords.size, words.size)) continue;
    if (!best || shared > best.shared) best = { string, shared };
  }
  return best?.string;
}

function wordsOf(shape: string): Set<string> {
  return new Set(shape.toLowerCase().match(/\p{L}{2,}/gu) ?? []);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
