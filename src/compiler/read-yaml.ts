import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Scalar,
  type YAMLError,
} from 'yaml';
import type { z } from 'zod';
import { describeIssue, suggestField } from './describe-issue.ts';
import { nameLanguage, type Language } from '../model/languages.ts';
import type { Problem } from './problem.ts';
import { missingTexts } from './walk-schema.ts';

interface Options {
  lineOffset?: number;
  languages?: readonly Language[];
}

/** A cache of valid YAML texts, parsed: by schema, then by languages and text. */
export type ParsedTexts = WeakMap<z.ZodType, Map<string, unknown>>;

/**
 * Parse YAML text and validate it with a schema. Its multilingual fields must have all `languages`.
 * If there are errors, add them to `problems` with their positions and return undefined.
 */
export function readYaml<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  file: string,
  problems: Problem[],
  { parsed = new WeakMap(), ...options }: Options & { parsed?: ParsedTexts } = {},
): z.output<Schema> | undefined {
  const known = parsed.get(schema) ?? new Map<string, unknown>();
  parsed.set(schema, known);
  const key = [options.languages, text].join('\n');
  if (!known.has(key)) {
    const value = parseYaml(schema, text, file, problems, options);
    if (value === undefined) return undefined;
    known.set(key, value);
  }
  return known.get(key) as z.output<Schema>;
}

function parseYaml<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  file: string,
  problems: Problem[],
  { lineOffset = 0, languages = [] }: Options,
): z.output<Schema> | undefined {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const add = (offset: number | undefined, problem: Pick<Problem, 'found' | 'write'>): void => {
    const place = offset === undefined ? undefined : lineCounter.linePos(offset);
    problems.push({ file, line: place && place.line + lineOffset, column: place?.col, ...problem });
  };
  // Report only the first error: later ones are mostly consequences.
  const broken = [...document.errors, ...document.warnings][0] ?? brokenAlias(document);
  if (broken) {
    const opened = openedBefore(document, broken);
    add(opened ?? broken.pos[0], describeError(broken, opened !== null));
    return undefined;
  }
  let value: unknown;
  try {
    value = document.toJS();
  } catch (error) {
    // Nested aliases that would expand without bound.
    add(undefined, {
      found: (error as Error).message,
      write: 'the text itself instead of aliases',
    });
    return undefined;
  }
  const result = schema.safeParse(value);
  if (result.success) {
    const missing = missingTexts(schema, value, languages);
    for (const path of missing) {
      const place = path.join('.');
      const write = `${place}: the same in ${nameLanguage(path.at(-1) as Language)}`;
      add(offsetOf(document, path), { found: `no ${place}`, write });
    }
    return missing.length === 0 ? result.data : undefined;
  }
  const issues = result.error.issues.map((issue) => ({
    issue,
    path: issue.path.map((part) => (typeof part === 'symbol' ? part.toString() : part)),
  }));
  const meant = new Set(
    issues.flatMap(({ issue, path }) =>
      [...path, suggestField(issue, schema, path) ?? []].join('.'),
    ),
  );
  for (const { issue, path } of issues) {
    // Report a typo once, not also as a missing field.
    if (meant.has(path.join('.')) && document.getIn(path) === undefined) continue;
    const key = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    add(
      key === undefined ? offsetOf(document, path) : offsetOfKey(document, path, key),
      describeUnquoted(issue, document.getIn(path, true), path) ??
        describeIssue(issue, schema, document.getIn(path), path),
    );
  }
  return undefined;
}

type Path = (string | number)[];
type Broken = Pick<YAMLError, 'code' | 'message'> & { pos: [number, ...number[]] };

/**
 * Find a YAML alias that has no preceding anchor or is inside its own anchor: usually unquoted text
 * that begins with `*`.
 */
function brokenAlias(document: Document): Broken | undefined {
  let found: Broken | undefined;
  visit(document, (_key, node, path) => {
    if (!isAlias(node)) return undefined;
    const meant = node.resolve(document);
    if (meant && !path.includes(meant)) return undefined;
    found = {
      code: 'BAD_ALIAS',
      pos: [node.range?.[0] ?? 0],
      message: `*${node.source}, which refers to nothing`,
    };
    return visit.BREAK;
  });
  return found;
}

/** Describe text that YAML reads as a number, such as a version 1.10; null for any other text. */
function describeUnquoted(
  issue: z.core.$ZodIssue,
  node: unknown,
  path: Path,
): Pick<Problem, 'found' | 'write'> | null {
  return issue.code === 'invalid_type' &&
    issue.expected === 'string' &&
    isScalar(node) &&
    typeof node.value === 'number' &&
    node.source !== undefined
    ? { found: `${path.join('.')} is ${node.source}, without quotes`, write: `"${node.source}"` }
    : null;
}

/** Return the offset of a value or, if it is missing, of its parent. */
function offsetOf(document: Document, path: Path): number | undefined {
  const node =
    document.getIn(path, true) ?? document.getIn(path.slice(0, -1), true) ?? document.contents;
  return node && typeof node === 'object' && 'range' in node
    ? (node.range as [number, number, number] | null)?.[0]
    : undefined;
}

function offsetOfKey(document: Document, path: Path, name: string): number | undefined {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  const key = isMap(map)
    ? map.items.find((item) => isScalar(item.key) && String(item.key.value) === name)?.key
    : undefined;
  return isScalar(key) ? key.range?.[0] : offsetOf(document, path);
}

/** Return the offset of the unclosed quote or bracket; null if the error is another one. */
function openedBefore(document: Document, { code, pos: [end] }: Broken): number | null {
  let start: number | null = null;
  if (code === 'MISSING_CHAR' || code === 'BAD_INDENT')
    visit(document, (_key, node) => {
      const mayBeOpen = (isCollection(node) && node.flow) || (isScalar(node) && isQuoted(node));
      if (mayBeOpen && node.range?.[1] === end) start = node.range[0];
    });
  return start;
}

function isQuoted({ type }: Scalar): boolean {
  return type === 'QUOTE_SINGLE' || type === 'QUOTE_DOUBLE';
}

/** @param isOpen whether a quote or bracket is not closed */
function describeError(
  { code, message }: Broken,
  isOpen: boolean,
): Pick<Problem, 'found' | 'write'> {
  if (isOpen)
    return {
      found: 'a quote or a bracket that is not closed',
      write: 'the closing one; in single quotes, a quote in the text is written twice',
    };
  const advice: Partial<Record<Broken['code'], string>> = {
    BAD_ALIAS: 'text that begins with * or & in quotes',
    BAD_INDENT: 'the same indentation as the fields above',
    DUPLICATE_KEY: 'each field once',
    MULTIPLE_DOCS: 'one document, without a line of ---',
    TAB_AS_INDENT: 'spaces instead of tabs',
    TAG_RESOLVE_FAILED: 'the text without the !; text that begins with ! in quotes',
  };
  return {
    found: (message.split('\n')[0] ?? 'broken YAML')
      .replace(/ at line \d+, column \d+:?$/, '')
      .replace(/; please use YAML\.parseAllDocuments\(\)$/, ''),
    write: advice[code] ?? 'valid YAML; text with ": ", quotes or braces in quotes',
  };
}
