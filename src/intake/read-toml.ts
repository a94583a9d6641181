/**
 * Read TOML into flat entries with their positions.
 *
 * This is not the program's parser (BurntSushi/toml): it accepts whatever TOML 1.0 or 1.1 allows,
 * and duplicates, of which the program's parser accepts some kinds.
 */
import type { ConfigDocument, ConfigValue, TextPosition } from './config-document.ts';
import { parseToml } from './parse-toml.ts';
import type { TomlNode, Pair } from './toml-tree.ts';
import { SyntaxFault, type Token } from './toml-tokens.ts';

export type TomlError = Pick<SyntaxFault, 'code' | 'line' | 'column' | 'opened'>;

/** Read TOML; return the first error if the text is not TOML. */
export function readToml(text: string): ConfigDocument | TomlError {
  const toml: ConfigDocument = { entries: [], sections: [] };
  try {
    for (const { key, isList, pairs } of parseToml(text)) {
      const path = namesOf(key);
      if (key.length > 0)
        toml.sections.push({ path, place: placeOfKey(key), ...(isList && { isList }) });
      for (const pair of pairs) addEntry(toml, path, pair);
    }
    return toml;
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error;
    return error;
  }
}

function addEntry(toml: ConfigDocument, above: string[], { key, value }: Pair): void {
  const path = [...above, ...namesOf(key)];
  if (value.pairs && value.pairs.length > 0) {
    toml.sections.push({ path, place: placeOfKey(key) });
    for (const pair of value.pairs) addEntry(toml, path, pair);
  } else toml.entries.push({ path, place: placeOfKey(key), value: valueOf(value) });
}

function namesOf(key: readonly Token[]): string[] {
  return key.map(({ text }) => text);
}

function valueOf({ token, raw, endLine, items, pairs }: TomlNode): ConfigValue {
  const { kind, text, number, line, column } = token;
  const isString = kind === 'string' || kind === 'lines';
  return {
    kind: items
      ? 'array'
      : pairs
        ? 'table'
        : isString
          ? 'string'
          : (kind as 'integer' | 'float' | 'boolean' | 'date'),
    text: isString ? text : raw,
    number,
    items: items?.map(valueOf) ?? [],
    place: { line, column, length: endLine === line ? raw.length : 1 },
    escaped: isString && raw.startsWith('"') ? raw : null,
  };
}

function placeOfKey(key: readonly Token[]): TextPosition {
  const [first, last] = [key[0] as Token, key.at(-1) as Token];
  return {
    line: first.line,
    column: first.column,
    length: last.from + last.raw.length - first.from,
  };
}
