/**
 * Read environment variables from what starts a container: `docker run -e`, a task definition of
 * ECS, a manifest of Kubernetes, a Compose file, or a file of variables.
 */
import type { ConfigEntry, ConfigValue, TextPosition } from './config-document.ts';
import type { ConfigReader } from './config-reader.ts';
import type { Setting } from '../model/settings.ts';

/** Maximum number of characters examined per line. */
const MAX_LINE = 4000;

/** `-e NAME=value`, with quotes around all of it or around the value. */
const OPTION =
  /(?:^|\s)(?:-e|--env)(?:[ \t]+|=)(?:"([A-Z][A-Z\d_]*)=([^"]*)"|'([A-Z][A-Z\d_]*)=([^']*)'|([A-Z][A-Z\d_]*)(?:=("[^"]*"|'[^']*'|[^\s"'\\]*))?)/dg;
/** `"name": "NAME"` in JSON. */
const JSON_NAME = /"name"[ \t]*:[ \t]*"([a-z]\w*)"/dgi;
const JSON_VALUE = /"value(from)?"[ \t]*:[ \t]*"((?:[^"\\]|\\.)*)"/di;
/** `- name: NAME` in YAML, above the line with the value. */
const YAML_NAME = /^\s*(?:-[ \t]+)?name:[ \t]*["']?([a-z]\w*)["']?[ \t]*$/di;
const YAML_VALUE = /^\s*value(from)?:[ \t]*(\S.*)?$/di;
/** `NAME=value`, `NAME: value`, `- NAME=value`, `export NAME=value`. */
const ASSIGNMENT =
  /^\s*(?:-[ \t]+|export[ \t]+|ENV[ \t]+)?["']?([A-Z][A-Z\d_]*)["']?[ \t]*[=:](?!\/)[ \t]*(\S.*)?$/d;

/** `fieldPath: status.hostIP` in a Kubernetes manifest, at most MAX_BELOW lines below the name. */
const FIELD_PATH = /["']?fieldPath["']?:[ \t]*["']?([\w./[\]-]+)/d;
const MAX_BELOW = 5;
/** What `kubectl describe` prints for a value in a secret, and for one from a field of the pod. */
const SET_ELSEWHERE = /^<set to the key .+>/;
const SET_BY_FIELD = /\(v1:([\w./[\]-]+)\)$/d;

/** A text, and where it is. */
interface PlacedText {
  text: string;
  place: TextPosition;
}

/** A variable. It has no value if the value is stored elsewhere, such as in a secret. */
export interface Variable {
  name: string;
  place: TextPosition;
  value: PlacedText | null;
  /** The field of the pod that the value comes from, if any. */
  field?: PlacedText;
}

/** Find the variables whose names begin with a prefix. */
export function findVariables(lines: readonly string[], prefix: string): Variable[] {
  return lines.flatMap((line, at) =>
    line.includes(prefix)
      ? variablesIn(lines, at).filter(({ name }) => name.startsWith(prefix))
      : [],
  );
}

function variablesIn(lines: readonly string[], at: number): Variable[] {
  const line = (lines[at] ?? '').slice(0, MAX_LINE);
  const found = [
    ...[...line.matchAll(OPTION)].map((match) => ({
      ...nameIn(match, at),
      value: valueIn(match, at),
    })),
    ...[...line.matchAll(JSON_NAME)].map((match) => ({
      ...nameIn(match, at),
      value: jsonValue(lines, at, match.index),
    })),
  ];
  if (found.length > 0) return found;
  const name = YAML_NAME.exec(line);
  if (name) {
    const value = givenValue(YAML_VALUE, lines, at + 1);
    const field = value === null ? fieldBelow(lines, at) : null;
    return [{ ...nameIn(name, at), value, ...(field && { field }) }];
  }
  const assigned = ASSIGNMENT.exec(line);
  if (!assigned) return [];
  const named = nameIn(assigned, at);
  const value = valueIn(assigned, at) ?? { text: '', place: named.place };
  return [{ ...named, ...describedValue(value) }];
}

/**
 * Return the field of the pod that the lines below a variable's name give as its source, or null.
 */
function fieldBelow(lines: readonly string[], at: number): PlacedText | null {
  for (let index = at + 1; index <= at + MAX_BELOW; index++) {
    const line = (lines[index] ?? '').slice(0, MAX_LINE);
    if (YAML_NAME.test(line)) return null;
    const match = FIELD_PATH.exec(line);
    if (match)
      return {
        text: match[1] ?? '',
        place: placeOf(match[1] ?? '', index, match.indices?.[1]?.[0] ?? 0),
      };
  }
  return null;
}

/** Read a value as `kubectl describe` prints it, which says where it comes from. */
function describedValue(value: PlacedText): Pick<Variable, 'value' | 'field'> {
  if (SET_ELSEWHERE.test(value.text)) return { value: null };
  const match = SET_BY_FIELD.exec(value.text);
  if (!match) return { value };
  const [, field = ''] = match;
  const given = value.text.slice(0, match.index).trimEnd();
  const { line, column } = value.place;
  const place = placeOf(field, line - 1, column - 1 + (match.indices?.[1]?.[0] ?? 0));
  return {
    value: given === '' ? null : { text: given, place: { ...value.place, length: given.length } },
    field: { text: field, place },
  };
}

/** Find the value in the braces around a name, or on the line below or above it. */
function jsonValue(lines: readonly string[], at: number, from: number): Variable['value'] {
  const line = (lines[at] ?? '').slice(0, MAX_LINE);
  const open = Math.max(0, line.lastIndexOf('{', from));
  const close = line.indexOf('}', from);
  const inside = ' '.repeat(open) + line.slice(open, close < 0 ? line.length : close);
  if (JSON_VALUE.test(inside)) return givenValue(JSON_VALUE, [inside], 0, at);
  return givenValue(JSON_VALUE, lines, JSON_VALUE.test(lines[at + 1] ?? '') ? at + 1 : at - 1);
}

/**
 * Return the value on a line; null if the line only says where the value comes from (`valueFrom`).
 */
function givenValue(
  pattern: RegExp,
  lines: readonly string[],
  index: number,
  at = index,
): Variable['value'] {
  const match = pattern.exec((lines[index] ?? '').slice(0, MAX_LINE));
  return match && match[1] === undefined ? valueIn(match, at) : null;
}

/** Return the first of the odd groups that matched, which is the name. */
function nameIn(match: RegExpExecArray, at: number): Pick<Variable, 'name' | 'place'> {
  const group = match.findIndex((text, index) => index % 2 === 1 && text !== undefined);
  const name = match[group] ?? '';
  return { name, place: placeOf(name, at, match.indices?.[group]?.[0] ?? 0) };
}

/** Return the first of the even groups that matched, which is the value. */
function valueIn(match: RegExpExecArray, at: number): Variable['value'] {
  const group = match.findIndex(
    (text, index) => index > 0 && index % 2 === 0 && text !== undefined,
  );
  return group < 0 ? null : valueAt(match[group] ?? '', at, match.indices?.[group]?.[0] ?? 0);
}

function placeOf(text: string, at: number, from: number): TextPosition {
  return { line: at + 1, column: from + 1, length: Math.max(1, text.length) };
}

/** Return a value without its quotes and what may follow it. */
function valueAt(written: string, at: number, from: number): Variable['value'] {
  const plain = written.trim().replace(/,$/, '').trimEnd();
  const quoted = /^(["'])(.*)\1$/.exec(plain)?.[2];
  const text =
    quoted ??
    plain
      .replace(/(?:^|\s)#.*$/, '')
      .replace(/\\$/, '')
      .trimEnd();
  return { text, place: placeOf(text, at, from + (quoted === undefined ? 0 : 1)) };
}

/** Reads the variables of a program like the settings of a configuration file. */
export function environmentReader(prefix: string): ConfigReader {
  return {
    read: (lines, { settings }) => ({
      document: {
        sections: [],
        entries: findVariables(lines, prefix).flatMap(
          (variable) => entryOf(variable, settings) ?? [],
        ),
      },
      faults: [],
    }),
    correct: (line, { code, place: { column, length }, expected }) =>
      code === 'unknown-key' && expected !== undefined
        ? line.slice(0, column - 1) + expected + line.slice(column - 1 + length)
        : null,
  };
}

/** Return a variable as an entry; null if it is empty, which counts as missing. */
function entryOf(
  { name, place, value, field }: Variable,
  settings: readonly Setting[],
): ConfigEntry | null {
  const setting = settings.find(({ paths }) => paths.includes(name));
  if (field && setting?.field !== undefined) {
    const { text, place: at } = field;
    return {
      path: [name],
      place,
      value: {
        kind: 'string',
        text,
        number: Number.NaN,
        items: [],
        place: at,
        escaped: null,
        isField: true,
      },
    };
  }
  const base = { number: Number.NaN, items: [], escaped: null, place: value?.place ?? place };
  // A value that is stored elsewhere cannot be checked. A required variable would be reported as
  // missing without an entry, so assume a valid value.
  if (value === null && setting && !setting.required) return null;
  const text = value?.text ?? setting?.values?.[0] ?? 'x';
  if (text === '') return null;
  return { path: [name], place, value: valueOf(text, base, setting) };
}

function valueOf(
  text: string,
  base: Omit<ConfigValue, 'kind' | 'text'>,
  setting: Setting | undefined,
): ConfigValue {
  if (setting?.type === 'integer' && /^-?\d+$/.test(text))
    return { ...base, kind: 'integer', text, number: Number(text) };
  if (setting?.type !== 'strings') return { ...base, kind: 'string', text };
  const items = text
    .split(',')
    .map((item): ConfigValue => ({ ...base, kind: 'string', text: item.trim() }));
  return { ...base, kind: 'array', text, items };
}
