import { maskSecrets } from '../redaction/mask-secrets.ts';
import { isConfigLine, isProductLine } from './detect-kind.ts';
import { blankPromptLines } from './prompts.ts';
import type { PasteKind } from '../model/inspection.ts';
import { findLogStart } from './residual.ts';
import type { DetectionHints } from '../model/settings.ts';

/** A log with a configuration in it. Line numbers in all parts are those of the whole text. */
export interface Split {
  config: string;
  /** null if there is no log. */
  rest: { engine: string; shown: string } | null;
}

/** Minimum number of lines that are neither blank nor a comment. */
const MIN_LINES = 3;

/**
 * Find a configuration pasted above or below a log: the longest run of possible configuration lines
 * with at least two keys or tables of the product and three lines that are neither blank nor a
 * comment. null if there is none.
 *
 * With `kind` config, everything up to the first log line is the configuration, so that its invalid
 * lines are reported as faults.
 */
export function splitConfig(text: string, signs: DetectionHints, kind: PasteKind): Split | null {
  const lines = blankPromptLines(text)
    .split('\n')
    .map((line) => line.replace(/\r$/, ''));
  if (kind === 'config') {
    const to = findLogStart(lines);
    return to < 0 ? { config: lines.join('\n'), rest: null } : cut(text, lines, 0, to);
  }
  let best = { from: 0, to: 0, weight: 0 };
  for (let at = 0; at < lines.length;) {
    const from = at;
    let [weight, found, isOwn] = [0, 0, false];
    for (; at < lines.length && isConfigLine((lines[at] ?? '').trim()); at++) {
      const line = (lines[at] ?? '').trim();
      if (line !== '' && !line.startsWith('#')) weight++;
      if (isProductLine(line, signs, true)) found++;
      isOwn ||= isProductLine(line, signs);
    }
    if (isOwn && found >= 2 && weight >= MIN_LINES && weight > best.weight)
      best = { from, to: at, weight };
    if (at === from) at++;
  }
  return best.weight === 0 ? null : cut(text, lines, best.from, best.to);
}

function cut(text: string, lines: string[], from: number, to: number): Split {
  const isOwn = (index: number): boolean => index >= from && index < to;
  const original = text.split('\n');
  return {
    config: lines.map((line, index) => (isOwn(index) ? line : '')).join('\n'),
    rest: {
      engine: original.map((line, index) => (isOwn(index) ? '' : line)).join('\n'),
      shown: original.map((line, index) => (isOwn(index) ? maskSecrets(line) : line)).join('\n'),
    },
  };
}
