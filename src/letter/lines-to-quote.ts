import { findingsOf } from '../display/index.ts';
import type { Report } from '../engine/index.ts';

/** Of one finding: so many of its first lines, which hold a record whole in all but rare cases, and the last. */
const HEAD = 6;
const MAX_INFO = 12;
const MAX_UNKNOWN = 20;
/** A report is read by a person. */
const MAX_LINES = 150;

/**
 * Choose the lines of a log that a report quotes: those that the answers stand on, what followed from them, what no guide answers, the
 * starts, and unknown lines. In the order of the log, at most 150; what matters most is in first.
 */
export function linesToQuote({ answers, findings, unknown }: Report): number[] {
  const inOrder = [
    ...answers.flatMap(({ evidence }) => findingsOf({ findings }, evidence)),
    ...answers.flatMap(({ consequences }) => findingsOf({ findings }, consequences)),
    ...findings.filter(({ role }) => role === 'cause' || role === 'consequence'),
    ...findings.filter(({ role }) => role === 'info').slice(0, MAX_INFO),
    ...findings.filter(({ role }) => role === 'harmless'),
  ].map(({ lines }) => [...lines.slice(0, HEAD), ...lines.slice(-1)]);
  const chosen = new Set<number>();
  for (const lines of [...inOrder, unknown.slice(0, MAX_UNKNOWN).map(({ line }) => line)])
    for (const line of lines) if (chosen.size < MAX_LINES) chosen.add(line);
  return [...chosen].sort((a, b) => a - b);
}
