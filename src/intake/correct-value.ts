import type { TableFault } from './check-tables.ts';

const STRING = /^(["'])[^"']*\1$/;
/** A number or a boolean in quotation marks. */
const QUOTED = /^(["'])(true|false|\d+)\1$/;
/** A whole number as an item of a list. */
const ITEM = /(?<=[[,]\s*)\d+(?=\s*[,\]])/g;

/**
 * Correct a line of TOML with a value of a wrong type or a number out of range; null if it is
 * unclear what is meant.
 */
export function correctValue(line: string, fault: TableFault): string | null {
  const from = fault.place.column - 1;
  const to = from + fault.place.length;
  const written = line.slice(from, to);
  if (fault.code === 'command-type')
    return /^\d+$/.test(written) ? line.replace(ITEM, (item) => `"${item}"`) : null;
  const meant = meantBy(written, fault);
  return meant === null ? null : line.slice(0, from) + meant + line.slice(to);
}

function meantBy(written: string, { code, found, expected }: TableFault): string | null {
  if (code === 'range') return expected ?? null;
  if (code !== 'type') return null;
  const plain = QUOTED.exec(written)?.[2] ?? '';
  switch (expected) {
    case 'strings':
      return STRING.test(written) ? `[${written}]` : null;
    case 'string':
      return found === 'integer' || found === 'boolean' ? `"${written}"` : null;
    case 'boolean':
      return /^[tf]/.test(plain) ? plain : null;
    case 'integer':
      return /^\d/.test(plain) ? plain : null;
    default:
      return null;
  }
}
