import { truncate } from '../truncate.ts';
import type { LogValues } from './values.ts';
import { isShowable } from './value-types.ts';

const HOLE = /\{([^{}]+)\}/g;
/** The hole in a guide's verdict that is filled with the meaning of the last message. */
export const MEANING = 'meaning';
/** The words in place of a value that the log lacks: `{path | 'the file'}`. */
const DEFAULT = / \| '([^']*)'$/;

/** Maximum length of a value in a sentence, in characters. */
const MAX_VALUE = 120;

/** The date and time at the beginning of a program's own lines. */
const STAMP = /^\d{4}[/-]\d\d[/-]\d\d[ T]\d\d:\d\d:\d\d\S* +/;

/**
 * Reduce a captured text of several lines to the line that names the error: the last line of a
 * Python traceback, otherwise the first line. Its date and full stop are removed.
 */
export function decisiveLine(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const line = (lines[0]?.startsWith('Traceback') ? lines.at(-1) : lines[0]) ?? '';
  return line.replace(STAMP, '').replace(/(?<=[\w)\]'"])\.$/, '');
}

/**
 * Fill the `{holes}` of a sentence with the log's values; return null if one is missing. A hole
 * names a value as `LogValues.find` takes it, such as `path` or `agent/start:apibase`.
 */
export function fillSentence(sentence: string, values: Pick<LogValues, 'find'>): string | null {
  const found = valuesInSentence(sentence, values);
  if (found === null) return null;
  let at = 0;
  return sentence.replace(HOLE, () => found[at++] ?? '');
}

/**
 * List the log's values for the holes of a sentence, on one line each and shortened if they are
 * long; return null if one is missing.
 */
export function valuesInSentence(
  sentence: string,
  values: Pick<LogValues, 'find'>,
): string[] | null {
  const found = [...sentence.matchAll(HOLE)].map(([, hole = '']): string | null => {
    const name = hole.replace(DEFAULT, '');
    const value =
      values.find(name, ({ text }) => isShowable(decisiveLine(text))) ?? DEFAULT.exec(hole)?.[1];
    if (value === undefined) return null;
    // A meaning is text of the content, whose own holes were filled with shortened values.
    return name === MEANING
      ? value
      : truncate(decisiveLine(value).replace(/\s+/g, ' ').trim(), MAX_VALUE);
  });
  return found.every((value) => value !== null) ? found : null;
}

/** List the holes of a sentence, without the words that stand for missing values. */
export function holesInSentence(sentence: string): string[] {
  return [...sentence.matchAll(HOLE)].map(([, hole = '']) => hole.replace(DEFAULT, ''));
}
