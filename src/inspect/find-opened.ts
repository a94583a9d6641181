import type { Place } from './read-toml.ts';

/** Find where the text begins that has no end up to a line and column; null where none does. */
export function findOpened(lines: readonly string[], line: number, column: number): Place | null {
  const before = (lines[line - 1] ?? '').slice(0, column - 1);
  const at = inLine(before);
  if (at >= 0) return { line, column: at + 1, length: 1 };
  // The last of the marks of a text of several lines opened it: one that closed it would have ended it.
  for (let above = line - 1; above >= 0; above--) {
    const found = lastTriple(above === line - 1 ? before : (lines[above] ?? ''));
    if (found >= 0) return { line: above + 1, column: found + 1, length: 3 };
  }
  return null;
}

/** From 0; -1 where no text of one line is left open. */
function inLine(line: string): number {
  if (lastTriple(line) >= 0) return -1;
  let from = -1;
  for (let at = 0; at < line.length; at++) {
    const character = line[at] as string;
    if (from < 0 && (character === '"' || character === "'")) from = at;
    else if (from >= 0 && line[from] === '"' && character === '\\') at++;
    else if (from >= 0 && character === line[from]) from = -1;
  }
  return from;
}

function lastTriple(line: string): number {
  return Math.max(line.lastIndexOf('"""'), line.lastIndexOf("'''"));
}
