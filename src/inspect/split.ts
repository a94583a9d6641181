import { blankPrompts, isConfigLine, isSign } from './kind.ts';
import { maskSecrets } from './mask.ts';
import type { Signs } from './settings.ts';

/** A log with a configuration in it. Line numbers are those of the whole text in all three. */
export interface Split {
  config: string;
  rest: { engine: string; shown: string };
}

const LEAST = 3;

/**
 * Find a configuration that was pasted above or below a log: the longest run of lines that can stand in one, with at least two signs of
 * the product's own and three lines that are neither empty nor a comment. null where there is none.
 */
export function splitConfig(text: string, signs: Signs): Split | null {
  const lines = blankPrompts(text).split('\n').map((line) => line.replace(/\r$/, ''));
  let best = { from: 0, to: 0, weight: 0 };
  for (let at = 0; at < lines.length; ) {
    const from = at;
    let [weight, found] = [0, 0];
    for (; at < lines.length && isConfigLine((lines[at] ?? '').trim()); at++) {
      const line = (lines[at] ?? '').trim();
      if (line !== '' && !line.startsWith('#')) weight++;
      if (isSign(line, signs)) found++;
    }
    if (found >= 2 && weight >= LEAST && weight > best.weight) best = { from, to: at, weight };
    if (at === from) at++;
  }
  if (best.weight === 0) return null;
  const isOwn = (index: number): boolean => index >= best.from && index < best.to;
  const original = text.split('\n');
  return {
    config: lines.map((line, index) => (isOwn(index) ? line : '')).join('\n'),
    rest: { engine: original.map((line, index) => (isOwn(index) ? '' : line)).join('\n'), shown: original.map((line, index) => (isOwn(index) ? maskSecrets(line) : line)).join('\n') },
  };
}
