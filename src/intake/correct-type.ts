import type { TableFault } from './check-tables.ts';

/**
 * Rewrite a line so that its value has the type that its setting needs; null if it is unclear what
 * is meant.
 */
export function correctType(
  source: string,
  { place: { column, length }, found, expected }: TableFault,
): string | null {
  const written = source.slice(column - 1, column - 1 + length);
  const meant = valueOfType(written, found, expected);
  return meant === null
    ? null
    : source.slice(0, column - 1) + meant + source.slice(column - 1 + length);
}

function valueOfType(
  written: string,
  found: string | null,
  expected: string | undefined,
): string | null {
  switch (expected) {
    case 'integer':
      return /^["']?(\d+)(?:s|sec)?["']?$/.exec(written)?.[1] ?? null;
    case 'boolean':
      return /^["']?(true|false)["']?$/i.exec(written)?.[1]?.toLowerCase() ?? null;
    case 'string':
      return /^[\w.+-]+$/.test(written) ? `"${written}"` : null;
    case 'strings':
      if (found !== 'text' && found !== 'string') return null;
      return /^["']/.test(written) ? `[${written}]` : `["${written}"]`;
    default:
      return null;
  }
}
