import { escapeHidden, escapeLine } from './escape-hidden.ts';

/** A value whose texts are safe to display; see `escapeReport`. */
export type Escaped<Of> = Of & { readonly isEscaped: true };

/**
 * Return a copy of a report, or of a part of one, in which hidden characters are escaped and every
 * text is on one line. File names show their line breaks as escapes.
 *
 * Code that writes a report calls this first or takes an `Escaped` value, so new fields and
 * sentences are covered without further calls, and a log value cannot begin a new line.
 * Captures stay unchanged: they leave a report only through `valuesFromFindings`, which rejects
 * hidden characters.
 */
export function escapeReport<Of extends object>(report: Of): Escaped<Of> {
  return { ...(escapeTexts(report) as Of), isEscaped: true };
}

function escapeTexts(value: unknown): unknown {
  if (typeof value === 'string') return oneLine(value);
  // Skip line numbers: a report may have many thousands.
  if (Array.isArray(value)) return typeof value[0] === 'number' ? value : value.map(escapeTexts);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries('excerpt' in value ? escapeExcerpt(value as Excerpted) : value).map(
      ([key, field]) => [key, escapeField(key, field)],
    ),
  );
}

function escapeField(key: string, field: unknown): unknown {
  if (key === 'captures') return field;
  return key === 'file' && typeof field === 'string' ? escapeLine(field) : escapeTexts(field);
}

/** Join a record of several lines into one. */
function oneLine(text: string): string {
  return escapeHidden(text.replace(/\s*\n\s*/g, ' '));
}

interface Excerpted {
  excerpt: string;
  column: number;
  length: number;
}

/** Escape an excerpt and adjust its column and length, because escapes are longer. */
function escapeExcerpt(problem: Excerpted): Excerpted {
  const { excerpt, column, length } = problem;
  const before = oneLine(excerpt.slice(0, column - 1));
  const marked = oneLine(excerpt.slice(column - 1, column - 1 + length));
  return {
    ...problem,
    excerpt: before + marked + excerpt.slice(column - 1 + length),
    column: before.length + 1,
    length: Math.max(marked.length, 1),
  };
}
