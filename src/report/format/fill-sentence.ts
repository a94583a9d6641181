import { truncate } from '../truncate.ts';
import type { LogValues } from './values.ts';

const HOLE = /\{([^{}]+)\}/g;

/** Longest value that a sentence shows in full, in characters. */
const MAX_VALUE = 120;

/**
 * Fill the `{holes}` of a sentence with the log's values, on one line and shortened if they are
 * long; return null if one is missing. A hole names a value as `LogValues.find` takes it, such as
 * `path` or `agent/start:apibase`.
 */
export function fillSentence(sentence: string, values: Pick<LogValues, 'find'>): string | null {
  let isComplete = true;
  const filled = sentence.replace(HOLE, (_, hole: string) => {
    const value = values.find(hole);
    if (value === null) isComplete = false;
    return truncate((value ?? '').replace(/\s+/g, ' ').trim(), MAX_VALUE);
  });
  return isComplete ? filled : null;
}

/** List the holes of a sentence. */
export function holesInSentence(sentence: string): string[] {
  return [...sentence.matchAll(HOLE)].map(([, hole = '']) => hole);
}
