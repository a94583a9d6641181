import { maskSecrets } from '../redaction/mask-secrets.ts';
import {
  isConfigLine,
  isConfigured,
  isNamedTable,
  isProductLine,
  withConfiguration,
  type ConfiguredProduct,
} from './config-lines.ts';
import { blankPromptLines } from './prompts.ts';
import type { Detected } from './detect-kind.ts';
import { findLogStart } from './residual.ts';
import { isRemark } from './sender-words.ts';
import type { DetectionHints } from '../model/settings.ts';

/** A log with a configuration in it. Line numbers in all parts are those of the whole text. */
export interface Split {
  /** The product to which the configuration belongs. */
  product: string;
  config: string;
  /**
   * The log: for the engine, without the configuration; for the log view, with it but without its
   * secrets. null if there is no log.
   */
  rest: { engine: string; shown: string } | null;
}

/** Minimum number of lines that are neither blank nor a comment. */
const MIN_LINES = 3;
/** The same if one of them begins a table that the user names, such as `[plugin.checks.x]`. */
const MIN_BELOW_TABLE = 2;

/**
 * Find a configuration pasted above or below other text, or return null. It is the longest run of
 * possible configuration lines that has one of these:
 *
 * - a table that the user names, such as `[plugin.checks.x]`, and another line
 * - two keys or tables of the product, and `MIN_LINES` lines
 * - only keys and tables of the product, if there is no log
 *
 * If the text was detected as a configuration, everything up to the first log line belongs to it,
 * so that its invalid lines are reported as faults. The exceptions are remarks directly below it,
 * and a paragraph directly above the log, or at the end, without any line that a configuration may
 * have: these are about the log.
 */
export function splitConfig(
  text: string,
  products: readonly DetectionHints[],
  { kind, hints }: Detected,
): Split | null {
  const lines = blankPromptLines(text)
    .split('\n')
    .map((line) => line.replace(/\r$/, ''));
  if (kind === 'config' && hints) {
    const start = findLogStart(lines);
    const to = withoutProse(lines, start < 0 ? lines.length : start, hints);
    return start < 0 && to === lines.length
      ? { product: hints.product, config: lines.join('\n'), rest: null }
      : cut(text, lines, { product: hints.product, from: 0, to });
  }
  const [best] = withConfiguration(products)
    .flatMap((candidate) => heaviestRun(lines, candidate) ?? [])
    .sort((a, b) => b.weight - a.weight);
  return best ? cut(text, lines, best) : null;
}

/**
 * Return where a configuration ends, leaving out remarks directly below it and a last paragraph in
 * which no line looks like configuration.
 */
function withoutProse(lines: readonly string[], to: number, hints: DetectionHints): number {
  if (!isConfigured(hints)) return to;
  const end = lines.slice(0, to).findLastIndex((line) => line.trim() !== '') + 1;
  const own = lines
    .slice(0, end)
    .findLastIndex((line) => isConfigLine(line, hints) || !isRemark(line));
  if (own >= 0 && own + 1 < end) return own + 1;
  const blank = lines.slice(0, end).findLastIndex((line) => line.trim() === '');
  const isProse =
    blank > 0 && !lines.slice(blank + 1, end).some((line) => isConfigLine(line, hints));
  return isProse ? blank : to;
}

/** A run of lines of a product's configuration. */
interface Run {
  product: string;
  from: number;
  to: number;
}

function heaviestRun(
  lines: readonly string[],
  hints: ConfiguredProduct,
): (Run & { weight: number }) | null {
  const isWithoutLog = findLogStart(lines) < 0;
  let best: (Run & { weight: number }) | null = null;
  for (let at = 0; at < lines.length;) {
    const from = at;
    let [weight, found, isOwn, hasTable] = [0, 0, false, false];
    for (; at < lines.length && isConfigLine(lines[at] ?? '', hints); at++) {
      const line = (lines[at] ?? '').trim();
      if (line !== '' && !line.startsWith('#')) weight++;
      if (isProductLine(lines, at, hints, true)) found++;
      isOwn ||= isProductLine(lines, at, hints);
      hasTable ||= isNamedTable(line, hints);
    }
    const isProven = hasTable
      ? weight >= MIN_BELOW_TABLE
      : isOwn && ((isWithoutLog && found === weight) || (found >= 2 && weight >= MIN_LINES));
    if (isProven && weight > (best?.weight ?? 0))
      best = { product: hints.product, from, to: at, weight };
    if (at === from) at++;
  }
  return best;
}

function cut(text: string, lines: string[], { product, from, to }: Run): Split {
  const isOwn = (index: number): boolean => index >= from && index < to;
  const original = text.split('\n');
  return {
    product,
    config: lines.map((line, index) => (isOwn(index) ? line : '')).join('\n'),
    rest: {
      engine: original.map((line, index) => (isOwn(index) ? '' : line)).join('\n'),
      shown: original.map((line, index) => (isOwn(index) ? maskSecrets(line) : line)).join('\n'),
    },
  };
}
