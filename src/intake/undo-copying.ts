import { decodeEntities } from '../engine/lines/clean-line.ts';

/**
 * Remove the numbers or bullets that an editor or a report put in front of every line. The number
 * of lines stays the same.
 */
export function withoutLineMarks(text: string): string {
  if (!/^\s*(?:\d{1,6}[:|.)\s]|[・•])/.test(text)) return text;
  const lines = text.split('\n');
  const written = lines.filter((line) => line.trim() !== '');
  if (written.every((line) => /^\s*[・•]/.test(line)))
    return text.replace(/^[^\S\n]*[・•][^\S\n]?/gm, '');
  return withoutNumbers(lines, written) ?? text;
}

/** Return lines without their numbers, or null if they are not numbered one after the other. */
function withoutNumbers(lines: readonly string[], written: readonly string[]): string | null {
  const numbered = written.map((line) => /^\s*(\d{1,6})(?:[:|.)]|(?=\s)|$)([^\S\n]*)/.exec(line));
  const first = Number(numbered[0]?.[1]);
  if (written.length < 2 || !numbered.every((found, at) => Number(found?.[1]) === first + at))
    return null;
  const gaps = numbered.flatMap((found) =>
    found && found[0].length < found.input.length ? (found[2]?.length ?? 0) : [],
  );
  const gap = Math.min(...gaps);
  return lines
    .map((line) => line.replace(new RegExp(`^\\s*\\d{1,6}[:|.)]?[^\\S\\n]{0,${gap}}`), ''))
    .join('\n');
}

/**
 * Remove what a mail, `cat -n` or a web page did to a text that is not a log: the `>` of
 * quotations, line numbers, and entities in a text that was escaped as a whole.
 */
export function undoCopying(text: string): string {
  const lines = text.replace(/^(?:(?:[ \t]*>)+ ?|[ \t]*\d{1,6}\t)/gm, '');
  return lines.includes('"') ? lines : decodeEntities(lines);
}

/** Fewest columns of a terminal or a mail in which lines are wrapped. */
const MIN_WIDTH = 60;

/**
 * Join lines that were wrapped at one width, and leave an empty line for each joined one, so that
 * the lines keep their numbers. Return null if no line is long enough.
 */
export function joinWrapped(lines: readonly string[]): string[] | null {
  const width = Math.max(...lines.map(({ length }) => length));
  if (width < MIN_WIDTH) return null;
  const joined = [...lines];
  let isJoined = false;
  for (let at = 0, end = 1; end < lines.length; end++) {
    if (lines[end - 1]?.length !== width || lines[end] === '') {
      at = end;
      continue;
    }
    joined[at] = `${joined[at] ?? ''}${lines[end] ?? ''}`;
    joined[end] = '';
    isJoined = true;
  }
  return isJoined ? joined : null;
}
