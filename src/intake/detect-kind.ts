import { blankPromptLines, stripColors } from './prompts.ts';
import { isDfHeader, readDf } from './read-df.ts';
import { readMeminfo } from './read-meminfo.ts';
import { readProbe } from './read-probe.ts';
import { readWindowsService } from './read-windows-service.ts';
import type { PasteKind } from '../model/inspection.ts';
import type { DetectionHints } from '../model/settings.ts';

/** Number of non-empty lines that are examined. */
const HEAD = 40;
/** Maximum number of characters examined per line. */
const MAX_LINE = 600;

/**
 * Detect the kind of a text from its first lines. If in doubt, it is a log: a log mistaken for
 * something else would get no answer, while the reverse loses only an explanation.
 */
export function detectKind(text: string, signs: DetectionHints): PasteKind {
  const lines = blankPromptLines(text.slice(0, 1 << 14))
    .split('\n')
    .map((line) => stripColors(line.slice(0, MAX_LINE)).trim())
    .filter((line) => line !== '')
    .slice(0, HEAD);
  if (lines.slice(0, 5).some(isTotal) && readMeminfo(text)) return 'meminfo';
  if (
    lines.slice(0, 5).some((line) => isDfHeader(line) || /^df: /.test(line)) &&
    readDf(lines.join('\n'))
  )
    return 'df';
  if (readProbe(text)) return 'probe';
  if (isService(lines, signs) || readWindowsService(text, signs.programs)) return 'service';
  if (isConfigtest(lines, signs)) return 'configtest';
  const written = lines.filter((line) => !line.startsWith('#'));
  if (written.length === 0)
    return lines.some((line) => isProductLine(line.replace(/^#\s*/, ''), signs)) ? 'config' : 'log';
  const run = written.filter((line) => isConfigLine(line));
  return run.length >= written.length / 2 &&
    run[0] === written[0] &&
    run.some(
      (line) => isProductLine(line, signs) && !(isBarePlugin(line) && hasOtherTable(run, signs)),
    )
    ? 'config'
    : 'log';
}

/** Return whether a line is `[plugin]`, which the configurations of other programs have too. */
function isBarePlugin(line: string): boolean {
  return /^\[+[ \t]*plugin[ \t]*\]/.test(line);
}

/** Return whether a table is one that the product does not have. */
function hasOtherTable(lines: readonly string[], { tables }: DetectionHints): boolean {
  return lines.some((line) => {
    const name = /^\[+[ \t]*([\w-]+)/.exec(line)?.[1];
    return name !== undefined && !tables.includes(name);
  });
}

/** Return whether a line is the first line of /proc/meminfo. */
function isTotal(line: string): boolean {
  return /^MemTotal:\s+\d+ kB$/.test(line);
}

/** Find the output of df or /proc/meminfo inside a log; null if there is none. */
export function findCommandOutput(text: string): { kind: 'df' | 'meminfo'; text: string } | null {
  if (!/Mounted on|マウント位置|MemTotal:/.test(text)) return null;
  const lines = text.split('\n').map((line) => stripColors(line.slice(0, MAX_LINE)).trim());
  const from = (isHead: (line: string) => boolean): string => {
    const at = lines.findIndex(isHead);
    return at < 0 ? '' : lines.slice(at).join('\n');
  };
  const [table, memory] = [from(isDfHeader), from(isTotal)];
  if (readDf(table)) return { kind: 'df', text: table };
  return readMeminfo(memory) ? { kind: 'meminfo', text: memory } : null;
}

/**
 * Return whether a line may be from a configuration: blank, comment, table, key, or part of a list.
 */
export function isConfigLine(whole: string): boolean {
  const line = whole.slice(0, MAX_LINE);
  return (
    line === '' ||
    line.startsWith('#') ||
    /^\[{1,2}[ \t]*(?:[\w"'\-.][\w"'. -]*| )\]{1,2}[ \t]*(?:#.*)?$/.test(line) ||
    /^(?:"[^"]*"|'[^']*'|[\w.-]+)[ \t]*[=＝][^=]/.test(line) ||
    /^[\w.-]+[ \t]*=$/.test(line) ||
    /^(?:["'].*["'],?|[\]})],?)[ \t]*(?:#.*)?$/.test(line)
  );
}

/** Keys that are also common in the configurations of other programs. */
const COMMON = [
  'root',
  'pidfile',
  'include',
  'verbose',
  'silent',
  'diagnostic',
  'http_proxy',
  'https_proxy',
];
/** A line of an environment file, such as those in /etc/sysconfig. */
const VARIABLE = /^[A-Z_\d]+=(?!["'])/;

/**
 * Return whether a line names a top-level key or table of the product's configuration that other
 * programs rarely have. With `common`, keys that others have too count as well.
 */
export function isProductLine(
  line: string,
  { product, settings, tables }: DetectionHints,
  common = false,
): boolean {
  const key = /^([\w-]+)[ \t]*[=＝]/.exec(line)?.[1]?.toLowerCase();
  if (key !== undefined)
    return (
      !VARIABLE.test(line) &&
      settings.includes(key) &&
      (common || !COMMON.includes(key) || line.includes(product))
    );
  const table = /^\[+[ \t]*([\w-]+)(?:\.([\w"' -]+))?/.exec(line);
  return (
    table !== null &&
    tables.includes(table[1] ?? '') &&
    (table[2] !== undefined || table[1] !== 'plugin' || line.endsWith(']'))
  );
}

function isService(lines: string[], { programs }: DetectionHints): boolean {
  if (
    lines
      .slice(0, 5)
      .some((line) =>
        programs.some((program) => line.startsWith(`Unit ${program}.service could not be found`)),
      )
  )
    return true;
  const at = lines
    .slice(0, 5)
    .findIndex((line) =>
      programs.some((program) => new RegExp(`^\\W{0,3}${program}\\.service(?: |$)`).test(line)),
    );
  return (
    at >= 0 &&
    lines
      .slice(at + 1, at + 8)
      .some((line) => line.startsWith('Loaded: ') || line.startsWith('Active: '))
  );
}

function isConfigtest(lines: string[], { configtest }: DetectionHints): boolean {
  const isOwn = (line = ''): boolean =>
    configtest.some((sign) => {
      const [beginning = '', within = ''] = sign.split('…');
      return line.startsWith(beginning) && line.includes(within);
    });
  return (
    isOwn(lines[0]) ||
    (lines.length < HEAD &&
      !lines.some((line) => line.includes('configtest failed')) &&
      isOwn(lines.at(-1)))
  );
}
