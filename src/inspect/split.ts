import { maskSecrets } from '../engine/mask.ts';
import { isConfigLine, isSign } from './kind.ts';
import { blankPrompts } from './prompts.ts';
import type { Kind } from './report.ts';
import { logBelow } from './rest.ts';
import type { Signs } from './settings.ts';

/** A log with a configuration in it. Line numbers are those of the whole text in all three. */
export interface Split {
  config: string;
  /** null where there is no log. */
  rest: { engine: string; shown: string } | null;
}

const LEAST = 3;

/**
 * Find a configuration that was pasted above or below a log: the longest run of lines that can stand in one, with at least two signs of
 * the product's own and three lines that are neither empty nor a comment. null where there is none. What begins as a configuration is
 * one up to where a log begins: a line in it that cannot stand there is its fault.
 */
export function splitConfig(text: string, signs: Signs, kind: Kind): Split | null {
  const lines = blankPrompts(text)
    .split('\n')
    .map((line) => line.replace(/\r$/, ''));
  if (kind === 'config') {
    const to = logBelow(lines);
    return to < 0 ? { config: lines.join('\n'), rest: null } : cut(text, lines, 0, to);
  }
  let best = { from: 0, to: 0, weight: 0 };
  for (let at = 0; at < lines.length;) {
    const from = at;
    let [weight, found, isOwn] = [0, 0, false];
    for (; at < lines.length && isConfigLine((lines[at] ?? '').trim()); at++) {
      const line = (lines[at] ?? '').trim();
      if (line !== '' && !line.startsWith('#')) weight++;
      if (isSign(line, signs, true)) found++;
      isOwn ||= isSign(line, signs);
    }
    if (isOwn && found >= 2 && weight >= LEAST && weight > best.weight)
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
