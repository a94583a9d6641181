import { closestWord } from './closest-word.ts';
import type { ConfigurationHints, DetectionHints } from '../model/settings.ts';

/** Maximum number of characters examined per line. */
export const MAX_LINE = 600;

/** The hints of a product whose configuration can be recognized. */
export type ConfiguredProduct = DetectionHints & { configuration: ConfigurationHints };

/** Return whether a product's configuration can be recognized. */
export function isConfigured(hints: DetectionHints): hints is ConfiguredProduct {
  return hints.configuration !== undefined;
}

/** Return the products whose configuration can be recognized. */
export function withConfiguration(hints: readonly DetectionHints[]): ConfiguredProduct[] {
  return hints.filter(isConfigured);
}

/**
 * Return whether a line may be from a configuration: blank, comment, table, key, or part of a list.
 */
export function isConfigLine(whole: string, { configuration }: ConfiguredProduct): boolean {
  const line = whole.slice(0, MAX_LINE);
  return configuration.format === 'yaml'
    ? YAML_LINE.test(line)
    : isTomlLine(line.trim()) || lacksEquals(line, configuration);
}

/** Return whether a line has a setting and its value, but no `=` between them. */
function lacksEquals(line: string, { keys, common }: ConfigurationHints): boolean {
  const key = /^\s*([\w-]+)[ \t]+(?:["'[]|\d+$|true$|false$)/.exec(line)?.[1] ?? '';
  return keys.includes(key) || common.includes(key);
}

/** Blank, comment, end of a document, indented text, item of a list, or key. */
const YAML_LINE = /^(?:\s|$|#|---|\.{3}|-(?:\s|$)|(?:"[^"]*"|'[^']*'|[a-z_][\w./-]*)[ \t]*[:：])/i;

function isTomlLine(line: string): boolean {
  return (
    line === '' ||
    line.startsWith('#') ||
    /^\[{1,2}[ \t]*(?:[\w"'\-.][\w"'. -]*| )\]{1,2}[ \t]*(?:#.*|[\w-]+[ \t]*=.*)?$/.test(line) ||
    // The closing bracket is missing.
    /^\[{1,2}[\w-]+\.[\w.-]+$/.test(line) ||
    /^(?:"[^"]*"|'[^']*'|[\w.-]+)[ \t]*[=＝][^=]/.test(line) ||
    /^[\w.-]+[ \t]*=$/.test(line) ||
    /^(?:["'].*["'],?|[\]})],?)[ \t]*(?:#.*)?$/.test(line)
  );
}

/** A line of an environment file, such as those in /etc/sysconfig. */
const VARIABLE = /^[A-Z_\d]+=(?!["'])/;

/**
 * Return whether a line names a top-level key or table of the product's configuration that other
 * programs rarely have. With `common`, keys that others have too count as well.
 */
export function isProductLine(
  lines: readonly string[],
  at: number,
  hints: ConfiguredProduct,
  common = false,
): boolean {
  const line = lines[at] ?? '';
  return hints.configuration.format === 'yaml'
    ? isProductKey(line, lines[at + 1] ?? '', hints, common)
    : isProductHeading(line.trim(), hints, common) ||
        (runsOwnProgram(line, hints.configuration) && !hasOtherTable(lines, hints));
}

/** Return whether a line of YAML names a product's own key, or a table with the next line in it. */
function isProductKey(
  line: string,
  next: string,
  { configuration }: ConfiguredProduct,
  common: boolean,
): boolean {
  const key = /^([\w-]+)[ \t]*[:：]/.exec(line)?.[1] ?? '';
  if (configuration.keys.includes(key)) return true;
  if (configuration.common.includes(key) || isCommonTable(key, configuration)) return common;
  const child = /^\s+([\w-]+)[ \t]*[:：]/.exec(next)?.[1] ?? '';
  return isTableWith(child, key, configuration);
}

/**
 * Return whether a product has a table and a name in it. Either may be misspelled, since that may
 * be the fault for which the text was pasted.
 */
function isTableWith(
  inside: string,
  table: string,
  { tables }: ConfiguredProduct['configuration'],
): boolean {
  const meant = closestWord(table, Object.keys(tables));
  return meant !== null && closestWord(inside, tables[meant] ?? []) !== null;
}

/** Return whether a line of TOML names a product's own key or table. */
function isProductHeading(line: string, hints: ConfiguredProduct, common: boolean): boolean {
  const { configuration } = hints;
  const key = /^([\w-]+)[ \t]*[=＝]/.exec(line)?.[1]?.toLowerCase();
  if (key !== undefined)
    return (
      !VARIABLE.test(line) &&
      (configuration.keys.includes(key) ||
        (configuration.common.includes(key) && (common || namesProduct(line, hints))))
    );
  const [, table = '', below] = /^\[+[ \t]*([\w-]+)(?:\.([\w"' -]+))?/.exec(line) ?? [];
  return (
    Object.hasOwn(configuration.tables, table) &&
    (below !== undefined || !isCommonTable(table, configuration) || line.endsWith(']'))
  );
}

/** Return whether a line names a product or its backend, as the path of a file may. */
function namesProduct(line: string, { product, backend }: ConfiguredProduct): boolean {
  const names = [product, ...(backend ? [backend.name] : [])];
  return names.some((name) => line.toLowerCase().includes(name.toLowerCase()));
}

/** Return whether the value of a setting begins with a program that only the product runs. */
function runsOwnProgram(line: string, { runs }: ConfigurationHints): boolean {
  const path = /^\s*[\w-]+[ \t]*[=＝][ \t[]*["']+([^\s"']+)/.exec(line)?.[1] ?? '';
  const name = path.replace(/^.*[/\\]/, '');
  return runs.some((beginning) => name.startsWith(beginning));
}

/** Return whether a line is the TOML header of a product's table whose last name users choose. */
export function isNamedTable(line: string, { configuration }: ConfiguredProduct): boolean {
  const [, table = '', kind = ''] = /^\[([\w-]+)\.([\w-]+)\.[^\]]+\]/.exec(line.trim()) ?? [];
  return isTableWith(kind, table, configuration);
}

/** Return whether a line is the header of a table that other programs have too. */
export function isCommonHeader(line: string, { configuration }: ConfiguredProduct): boolean {
  const table = /^\s*\[+[ \t]*([\w-]+)[ \t]*\]/.exec(line)?.[1];
  return table !== undefined && isCommonTable(table, configuration);
}

function isCommonTable(table: string, { 'common-tables': common }: ConfigurationHints): boolean {
  return common.includes(table);
}

/** Return whether one of the lines is the header of a table that the product does not have. */
export function hasOtherTable(
  lines: readonly string[],
  { configuration: { tables } }: ConfiguredProduct,
): boolean {
  return lines.some((line) => {
    const name = /^\s*\[+[ \t]*([\w-]+)/.exec(line)?.[1];
    return name !== undefined && !Object.hasOwn(tables, name);
  });
}
