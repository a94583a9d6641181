import { decodeEntities } from '../engine/lines/clean-line.ts';

/**
 * Remove what a mail, `cat -n` or a web page did to a text that is not a log: the `>` of
 * quotations, line numbers, and entities in a text that was escaped as a whole.
 */
export function undoCopying(text: string): string {
  const lines = text.replace(/^(?:(?:[ \t]*>)+ ?|[ \t]*\d{1,6}\t)/gm, '');
  return lines.includes('"') ? lines : decodeEntities(lines);
}
