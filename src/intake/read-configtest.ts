import { stripColors } from './prompts.ts';
import type { ConfigtestInspection } from '../model/inspection.ts';
import type { ConfigurationHints } from '../model/settings.ts';

/**
 * Read the output of the program's own check of its configuration; of several runs, the last one
 * counts.
 */
export function readConfigtest(
  text: string,
  { passed, refused }: NonNullable<ConfigurationHints['check']>,
): ConfigtestInspection {
  const lines = text.split('\n').map((line) => stripColors(line).trim());
  const isOneOf = (signs: readonly string[], line: string): boolean =>
    signs.some((sign) => matchesSign(line, sign));
  const last = lines.findLast((line) => isOneOf(passed, line) || isOneOf(refused, line));
  return { kind: 'configtest', passed: last !== undefined && isOneOf(passed, last) };
}

/** Return whether a line has the beginning of a sign and, after `…`, its further text. */
export function matchesSign(line: string, sign: string): boolean {
  const [beginning = '', within = ''] = sign.split('…');
  return line.startsWith(beginning) && line.includes(within);
}
