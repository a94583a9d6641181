import { visible, visibleLine } from './visible.ts';

/** Values whose texts can be written out: see `shown`. */
export type Shown<Of> = Of & { readonly isShown: true };

/**
 * Return a copy of a report, or of a part of one, in which every text is visible and on one line; a file's name shows its line breaks too.
 *
 * What makes text of a report takes a `Shown` one, or makes it one at its beginning: a sentence that is written next year, or a field that is
 * added, is covered without a call that somebody could forget, and a value cannot begin a line of its own. Captures stay as they are,
 * because they leave a report only through `valuesOf`, which takes no value that has something to hide.
 */
export function shown<Of extends object>(report: Of): Shown<Of> {
  return { ...(showAll(report) as Of), isShown: true };
}

function showAll(value: unknown): unknown {
  if (typeof value === 'string') return oneLine(value);
  // Line numbers, of which a report may have many thousands.
  if (Array.isArray(value)) return typeof value[0] === 'number' ? value : value.map(showAll);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries('excerpt' in value ? withPlace(value as Excerpted) : value).map(
      ([key, field]) => [key, showField(key, field)],
    ),
  );
}

function showField(key: string, field: unknown): unknown {
  if (key === 'captures') return field;
  return key === 'file' && typeof field === 'string' ? visibleLine(field) : showAll(field);
}

/** A record of several lines is read as one sentence. */
function oneLine(text: string): string {
  return visible(text.replace(/\s*\n\s*/g, ' '));
}

interface Excerpted {
  excerpt: string;
  column: number;
  length: number;
}

/** Escapes are longer than what they show, so the place that is meant moves. */
function withPlace(problem: Excerpted): Excerpted {
  const { excerpt, column, length } = problem;
  const before = oneLine(excerpt.slice(0, column - 1));
  const meant = oneLine(excerpt.slice(column - 1, column - 1 + length));
  return {
    ...problem,
    excerpt: before + meant + excerpt.slice(column - 1 + length),
    column: before.length + 1,
    length: Math.max(meant.length, 1),
  };
}
