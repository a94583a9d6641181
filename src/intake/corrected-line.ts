import type { ConfigProblem } from '../model/inspection.ts';

/** The mask of a key. A line with one would not work if it were copied. */
const MASKED = /\*{4}/;

/**
 * Return the corrected line of a fault, or the one that was probably meant, without its indentation
 * unless that was the fault; empty if none is known.
 */
export function correctedLine({ write, probable, detail }: ConfigProblem): string {
  const line = (write ?? probable)?.trimEnd() ?? '';
  return detail === 'indent' || detail === 'tab' ? line : line.trimStart();
}

/**
 * Return the line of a misspelled key or option with the one that was probably meant, or null if
 * none is known.
 */
export function probableLine({
  code,
  found,
  expected,
  excerpt,
  column,
  length,
}: Omit<ConfigProblem, 'probable'>): string | null {
  const isName = code === 'unknown-key' || code === 'unknown-option';
  if (!isName || found === null || expected === null) return null;
  const written = excerpt.slice(column - 1, column - 1 + length);
  const meant = nameAsMeant(written, found, expected);
  if (meant === null) return null;
  return (excerpt.slice(0, column - 1) + meant + excerpt.slice(column - 1 + length)).trim();
}

/**
 * Return a name as it was meant. The written name begins with `found`, or `found` ends with it.
 */
function nameAsMeant(written: string, found: string, expected: string): string | null {
  if (written.startsWith(found)) return expected + written.slice(found.length);
  const section = found.slice(0, found.length - written.length);
  return found.endsWith(written) && expected.startsWith(section)
    ? expected.slice(section.length)
    : null;
}

/** Return whether a line can be copied as it is: no key in it is masked. */
export function isCopyable(line: string): boolean {
  return !MASKED.test(line);
}
