import { blankPromptLines } from './prompts.ts';
import { isDfLine } from './read-df.ts';
import type { PasteKind } from '../model/inspection.ts';

/** How a log line begins: with a time, or with the message of a program that exits at startup. */
const LOG_LINE =
  /^(?:\[?\d{4}[-/]\d\d[-/]\d\d[ T]\d|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d |\w+\.\w+ failed: |failed to load )/;

/**
 * Return what a paste contains besides the output of a command (a log or another output), with its
 * line numbers kept, or null if there is nothing else.
 */
export function residualText(kind: PasteKind, text: string): string | null {
  const lines = text.split('\n');
  // If curl succeeded, everything before the status is the body of the answer, not a log.
  if (kind === 'probe' && !/^curl: \(/m.test(text)) return null;
  const isOutput = IS_OUTPUT[kind];
  const rest = isOutput ? lines.map((line) => (isOutput(line.trim()) ? '' : line)).join('\n') : '';
  return blankPromptLines(rest).trim() === '' ? null : rest;
}

/** By kind of paste, whether a line belongs to the output and not to the text around it. */
const IS_OUTPUT: Partial<Record<PasteKind, (line: string) => boolean>> = {
  df: isDfLine,
  probe: (line) => /^(?:curl: \(|[0-5]\d\d$)/.test(line),
};

/** Return the line (from 0) where a log begins below a configuration, or -1. */
export function findLogStart(lines: readonly string[]): number {
  return lines.findIndex((line) => LOG_LINE.test(line));
}
