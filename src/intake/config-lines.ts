import type { ConfigurationHints, DetectionHints } from '../model/settings.ts';

/** Maximum number of characters examined per line. */
export const MAX_LINE = 600;

/** The hints of a product whose configuration can be recognized. */
export type ConfiguredProduct = DetectionHints & { configuration: ConfigurationHints };

/** Return the products whose configuration can be recognized. */
export function withConfiguration(hints: readonly DetectionHints[]): ConfiguredProduct[] {
  return hints.filter((hint): hint is ConfiguredProduct => hint.configuration !== undefined);
}

/**
 * Return whether a line may be from a TOML configuration: blank, comment, table, key, or part of a
 * list.
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

/** A line of an environment file, such as those in /etc/sysconfig. */
const VARIABLE = /^[A-Z_\d]+=(?!["'])/;

/**
 * Return whether a line names a top-level key or table of the product's configuration that other
 * programs rarely have. With `common`, keys that others have too count as well.
 */
export function isProductLine(
  line: string,
  { product, configuration }: ConfiguredProduct,
  common = false,
): boolean {
  const key = /^([\w-]+)[ \t]*[=＝]/.exec(line)?.[1]?.toLowerCase();
  if (key !== undefined)
    return (
      !VARIABLE.test(line) &&
      (configuration.keys.includes(key) ||
        (configuration.common.includes(key) && (common || line.includes(product))))
    );
  const [, table = '', below] = /^\[+[ \t]*([\w-]+)(?:\.([\w"' -]+))?/.exec(line) ?? [];
  return (
    Object.hasOwn(configuration.tables, table) &&
    (below !== undefined || !isCommonTable(table, configuration) || line.endsWith(']'))
  );
}

/** Return whether a line is the header of a table that other programs have too. */
export function isCommonHeader(line: string, { configuration }: ConfiguredProduct): boolean {
  const table = /^\[+[ \t]*([\w-]+)[ \t]*\]/.exec(line)?.[1];
  return table !== undefined && isCommonTable(table, configuration);
}

function isCommonTable(table: string, { 'common-tables': common }: ConfigurationHints): boolean {
  return common.includes(table);
}

/** Return whether a table is one that the product does not have. */
export function hasOtherTable(
  lines: readonly string[],
  { configuration: { tables } }: ConfiguredProduct,
): boolean {
  return lines.some((line) => {
    const name = /^\[+[ \t]*([\w-]+)/.exec(line)?.[1];
    return name !== undefined && !Object.hasOwn(tables, name);
  });
}
