import type { ConfigProblem } from '../model/inspection.ts';

/** Stands for a masked key, which nobody can copy. */
const MASKED = /\*{4}/;

/** Return the corrected line of a fault, without its indentation unless that was the fault. */
export function correctedLine({ write, detail }: ConfigProblem): string {
  const line = write?.trimEnd() ?? '';
  return detail === 'indent' || detail === 'tab' ? line : line.trimStart();
}

/**
 * Return the line of a misspelled key with the key that was probably meant, or null if none is
 * known.
 */
export function probableLine({
  code,
  key,
  expected,
  excerpt,
  column,
  length,
}: ConfigProblem): string | null {
  if (code !== 'unknown-key' || key === null || expected === null) return null;
  const written = excerpt.slice(column - 1, column - 1 + length);
  const section = key.slice(0, key.length - written.length);
  if (!key.endsWith(written) || !expected.startsWith(section)) return null;
  const line = excerpt.slice(0, column - 1) + expected.slice(section.length);
  return (line + excerpt.slice(column - 1 + length)).trim();
}

/** Return whether a line can be copied as it is: no key in it is masked. */
export function isCopyable(line: string): boolean {
  return !MASKED.test(line);
}
