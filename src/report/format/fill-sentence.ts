import type { LogValues } from './values.ts';

const HOLE = /\{([^{}]+)\}/g;

/** Longest value that a sentence takes, in characters. */
const MAX_VALUE = 90;

/**
 * Fill the `{holes}` of a sentence with the log's values, or return null if one is missing or too
 * long. A hole is what `LogValues.find` takes, such as `path` or `agent/start:apibase`.
 */
export function fillSentence(sentence: string, values: Pick<LogValues, 'find'>): string | null {
  let isComplete = true;
  const filled = sentence.replace(HOLE, (_, hole: string) => {
    const value = values.find(hole);
    if (value === null || value.length > MAX_VALUE) isComplete = false;
    return value ?? '';
  });
  return isComplete ? filled : null;
}

/** List the holes of a sentence. */
export function holesInSentence(sentence: string): string[] {
  return [...sentence.matchAll(HOLE)].map(([, hole = '']) => hole);
}
