import { decodeEntities } from '../engine/lines/clean-line.ts';
import { blankPromptLines } from './prompts.ts';

/**
 * Remove what a mail, `cat -n`, `grep -n` or a web page did to a text that is not a log: the `>` of
 * quotations, line numbers and names of files, and entities in a text that was escaped as a whole.
 */
export function undoCopying(text: string): string {
  const lines = withoutPlaces(text).replace(/^(?:(?:[ \t]*>)+ ?|[ \t]*\d{1,6}\t)/gm, '');
  return lines.includes('"') ? lines : decodeEntities(lines);
}

/** Where grep found a line: the file if there are several, the number, or both. */
const PLACE =
  /^(?:([\w./~-]{1,200}\.(?:conf|toml|ya?ml)[\w.]{0,20})[:-](?:\d{1,6}[:-])?|\d{1,6}[:-])/;

/** Return the first file in which grep found lines, if it names files. */
export function fileOfPlaces(text: string): string | null {
  return hasPlaces(text) ? (new RegExp(PLACE, 'm').exec(text)?.[1] ?? null) : null;
}

/** Remove the places where grep found lines, if all lines have one. */
function withoutPlaces(text: string): string {
  if (!hasPlaces(text)) return text;
  return text
    .split('\n')
    .map((line) => (line.trim() === '--' ? '' : line.replace(PLACE, '')))
    .join('\n');
}

/** Number of lines that are examined. */
const HEAD = 40;

function hasPlaces(text: string): boolean {
  const written = blankPromptLines(text.split('\n', HEAD).join('\n'))
    .split('\n')
    .filter((line) => line.trim() !== '' && line.trim() !== '--');
  return written.length > 0 && written.every((line) => PLACE.test(line));
}
