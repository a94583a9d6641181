import { blankPrompts } from './prompts.ts';
import { isDfLine } from './read-df.ts';
import type { Kind } from './report.ts';

/** How a line of a log begins: with a time, or with the words of an agent that ends before it has one. */
const LOG_LINE =
  /^(?:\[?\d{4}[-/]\d\d[-/]\d\d[ T]\d|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d |\w+\.\w+ failed: |failed to load )/;

/**
 * What a paste holds beside the output of a command, on the lines where it stands: a log, or another output. null where it holds
 * nothing else.
 */
export function restOf(kind: Kind, text: string): string | null {
  const lines = text.split('\n');
  // Only a failure of curl may have a log beside it: else all that is before the number is the body.
  const isOwn = kind === 'probe' && !/^curl: \(/m.test(text) ? undefined : OWN[kind];
  const rest = isOwn ? lines.map((line) => (isOwn(line.trim()) ? '' : line)).join('\n') : '';
  return blankPrompts(rest).trim() === '' ? null : rest;
}

const OWN: Partial<Record<Kind, (line: string) => boolean>> = {
  df: isDfLine,
  meminfo: (line) => /^[\w()]{1,40}:\s{1,40}\d+(?: kB)?$/.test(line),
  probe: (line) => /^(?:curl: \(|[0-5]\d\d$)/.test(line),
};

/** On which line a log begins below a configuration, from 0; -1 where none does. */
export function logBelow(lines: string[]): number {
  return lines.findIndex((line) => LOG_LINE.test(line));
}
