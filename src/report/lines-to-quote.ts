import { findingsOf } from './format/index.ts';
import type { Report } from '../engine/index.ts';

/**
 * A log with at most this many lines, some of them known, is quoted whole, because they show what
 * its sender was doing.
 */
const MAX_WHOLE = 10;
/** First lines to quote per finding, besides its last line. Almost all records are this short. */
const FIRST_LINES = 6;
const MAX_INFO = 12;
const MAX_UNKNOWN = 20;
/** Keeps the report short enough for a person to read. */
const MAX_LINES = 150;

/**
 * Choose the lines of a log that a report quotes, at most 150, in log order. By priority: the line
 * that names the product, if nothing else shows whose log it is, the evidence of the answers, its
 * consequences, faults without an answer, informational lines such as starts, harmless lines, and
 * unknown lines. A short log is quoted whole if any of its lines is known.
 */
export function linesToQuote({ namedAt, answers, findings, unknown, lines }: Report): number[] {
  if (findings.length > 0 && lines.total <= MAX_WHOLE)
    return Array.from({ length: lines.total }, (_, at) => at + 1);
  const inOrder = [
    ...answers.flatMap(({ evidence }) => findingsOf({ findings }, evidence)),
    ...answers.flatMap(({ consequences }) => findingsOf({ findings }, consequences)),
    ...findings.filter(({ role }) => role === 'cause' || role === 'consequence'),
    ...findings.filter(({ role }) => role === 'info').slice(0, MAX_INFO),
    ...findings.filter(({ role }) => role === 'harmless'),
  ].map(({ lines }) => [...lines.slice(0, FIRST_LINES), ...lines.slice(-1)]);
  const chosen = new Set(namedAt === null ? [] : [namedAt]);
  for (const lines of [...inOrder, unknown.slice(0, MAX_UNKNOWN).map(({ line }) => line)])
    for (const line of lines) if (chosen.size < MAX_LINES) chosen.add(line);
  return [...chosen].sort((a, b) => a - b);
}
