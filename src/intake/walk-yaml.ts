import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type LineCounter,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import type { TableFault } from './check-tables.ts';
import { uncheckedFault } from './check-value.ts';
import type { ConfigDocument, ConfigValue, TextPosition } from './config-document.ts';
import type { Setting } from '../model/settings.ts';
import type { SettingNode } from './settings-tree.ts';
import { LIMITS } from './toml-tokens.ts';

/** Parsed YAML and its source. */
export interface ParsedYaml {
  contents: unknown;
  counter: LineCounter;
  lines: readonly string[];
}

/** What was read from parsed YAML. */
export interface WalkedYaml {
  readonly document: ConfigDocument;
  readonly faults: TableFault[];
}

/**
 * Read parsed YAML. Aliases and merge keys are not followed, so they cannot multiply its size.
 *
 * @param placeAsWritten turns a place in the parsed lines into one in the lines as pasted
 */
export function walkYaml(
  parsed: ParsedYaml,
  tree: SettingNode,
  placeAsWritten: (place: TextPosition) => TextPosition,
): WalkedYaml {
  const walk = new Walk(parsed, placeAsWritten);
  const { contents } = parsed;
  if (isMap(contents)) walk.readMap(contents, [], tree);
  else if (isNode(contents) && !(isScalar(contents) && contents.value === null))
    walk.faults.push({
      code: 'syntax',
      place: walk.placeOf(contents),
      found: null,
      detail: isScalar(contents) ? 'colon' : 'not-yaml',
    });
  return walk;
}

class Walk implements WalkedYaml {
  readonly document: ConfigDocument = { entries: [], sections: [] };
  readonly faults: TableFault[] = [];
  readonly #parsed: ParsedYaml;
  readonly #placeAsWritten: (place: TextPosition) => TextPosition;
  readonly #anchors = new Set<string>();

  constructor(parsed: ParsedYaml, placeAsWritten: (place: TextPosition) => TextPosition) {
    this.#parsed = parsed;
    this.#placeAsWritten = placeAsWritten;
  }

  readMap(map: YAMLMap, path: string[], settings: SettingNode | undefined): void {
    const lineOf = new Map<string, number>();
    for (const pair of map.items) {
      const name = nameOf(pair.key);
      if (name === null) continue;
      const place = this.placeOf(pair.key as Node);
      const known = lineOf.get(name);
      if (known !== undefined) {
        this.faults.push({ code: 'duplicate', place, found: name, expected: String(known) });
        continue;
      }
      lineOf.set(name, place.line);
      const child = settings?.children.get(name) ?? settings?.anyName ?? undefined;
      this.#readPair(pair, [...path, name], place, child);
    }
  }

  placeOf(node: Node): TextPosition {
    const [from = 0, to = from] = node.range ?? [];
    const start = this.#parsed.counter.linePos(from);
    const end = this.#parsed.counter.linePos(to);
    return this.#placeAsWritten({
      line: start.line,
      column: start.col,
      length: Math.max(1, end.line === start.line ? to - from : 1),
    });
  }

  #readPair(
    { value }: Pair,
    path: string[],
    place: TextPosition,
    settings: SettingNode | undefined,
  ): void {
    const setting = settings?.setting ?? null;
    const anchor = isNode(value) && !isAlias(value) ? value.anchor : undefined;
    if (anchor !== undefined) this.#anchors.add(anchor);
    // An unknown key with an anchor only holds a value that is used elsewhere.
    if (anchor !== undefined && !settings) return;
    if (path.length > LIMITS['key-parts'] || path.join('.').length > LIMITS['key-length']) {
      const limit = path.length > LIMITS['key-parts'] ? 'key-parts' : 'key-length';
      this.faults.push(uncheckedFault(place, limit, LIMITS[limit]));
    } else if (isAlias(value)) {
      if (!this.#anchors.has(value.source))
        this.faults.push({
          code: 'syntax',
          detail: 'special',
          place: this.placeOf(value),
          found: '*',
        });
      else if (setting?.required)
        this.document.entries.push({
          path,
          place,
          value: { kind: 'string', text: '*', number: NaN, items: [], place, escaped: null },
        });
    } else if (isMap(value)) {
      // With a merge key, a part of the table is elsewhere.
      if (value.items.some(({ key }) => nameOf(key) === '<<')) return;
      this.document.sections.push({ path, place });
      this.readMap(value, path, settings);
    } else if (isNull(value)) {
      // A setting without a value keeps its default. An unknown key is reported.
      if (!setting) this.document.sections.push({ path, place });
    } else if (isNode(value)) {
      const entry = { path, place, value: this.#valueOf(value, setting) };
      if (setting?.type !== 'command' || entry.value.kind !== 'string' || entry.value.text !== '')
        this.document.entries.push(entry);
    }
  }

  #valueOf(node: Node, setting: Setting | null): ConfigValue {
    const place = this.placeOf(node);
    const value = { text: '', number: Number.NaN, items: [], place, escaped: null };
    if (isSeq(node))
      return {
        ...value,
        kind: 'array',
        items: node.items.flatMap((item) =>
          isNode(item) && !isAlias(item) && !this.#isSplitRole(item, setting)
            ? this.#valueOf(item, setting)
            : [],
        ),
      };
    if (!isScalar(node)) return { ...value, kind: 'table' };
    const { value: read, source = '' } = node;
    const text = typeof read === 'string' ? read : source;
    if (typeof read === 'number' && !takesText(setting))
      return {
        ...value,
        // The program cuts the decimals of a number that must be an integer.
        kind: setting?.type === 'integer' || Number.isInteger(read) ? 'integer' : 'float',
        text,
        number: read,
      };
    return {
      ...value,
      kind: typeof read === 'boolean' && !takesText(setting) ? 'boolean' : 'string',
      text,
    };
  }

  /** Report `- Service: role`, which is a table because of the blank. */
  #isSplitRole(item: Node, setting: Setting | null): boolean {
    if (setting?.format !== 'role' || !isMap(item) || item.items.length !== 1) return false;
    const [pair] = item.items;
    const [service, role] = [nameOf(pair?.key), isScalar(pair?.value) ? pair.value.source : null];
    if (service === null || typeof role !== 'string') return false;
    const place = this.placeOf(item);
    const source = this.#parsed.lines[place.line - 1] ?? '';
    this.faults.push({
      code: 'role',
      place,
      found: `${service}: ${role}`,
      write: source.replace(/:[ \t]+/, ':'),
    });
    return true;
  }
}

/** The types of settings for which any scalar is text, as for Go's YAML decoder. */
const TEXT_TYPES: ReadonlySet<Setting['type']> = new Set([
  'string',
  'strings',
  'command',
  'pattern',
]);

function takesText(setting: Setting | null): boolean {
  return setting !== null && TEXT_TYPES.has(setting.type);
}

function nameOf(key: unknown): string | null {
  if (!isScalar(key)) return null;
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}

function isNull(value: unknown): boolean {
  return value === null || (isScalar(value) && value.value === null);
}
