/** Turns the text of a message into a template, with holes for what looks like a value. */
import { lookUp, parseTemplate, type Matcher } from '../../engine/index.ts';

/** A kind of value: the name and the type of its hole. */
interface Kind {
  pattern: RegExp;
  name: string;
  type: string;
}

/** Kinds of values, the longest forms first; each pattern is tried at every position. */
const KINDS: Kind[] = [
  { pattern: /"(?<value>(?:[^"\\]|\\.)*)"/y, name: 'text', type: 'quoted' },
  { pattern: /'(?<value>[^']*)'\B/y, name: 'text', type: 'text' },
  {
    pattern: /(?<value>[a-z][a-z0-9+.-]*:\/\/[^\s"'<>,;)\]}]+[^\s"'<>,;)\]}.:])/iy,
    name: 'url',
    type: 'url',
  },
  {
    pattern:
      /(?<value>(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:]+\]|localhost|ip-\d+|host-\d+):\d{1,5})\b/iy,
    name: 'addr',
    type: 'addr',
  },
  { pattern: /(?<value>[A-Z]:\\[^\s"'<>|:]+|(?:\/[\w.@%+~-]+)+\/?)/y, name: 'path', type: 'path' },
  {
    pattern: /(?<value>\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?)/y,
    name: 'time',
    type: 'text',
  },
  {
    pattern: /(?<value>(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|[smh]))+)\b/y,
    name: 'duration',
    type: 'duration',
  },
  {
    pattern: /(?<value>(?:ip|host|mac|user|id|aws|key|token|password|mail|phone|card)-\d+)\b/y,
    name: 'value',
    type: 'word',
  },
  {
    pattern: /(?<value>v?\d+(?:\.\d+){2}[\w.+-]*\w|v?\d+(?:\.\d+){2,})/y,
    name: 'version',
    type: 'word',
  },
  { pattern: /(?<value>[+-]?\d+\.\d+)(?![\w.])/y, name: 'number', type: 'number' },
  { pattern: /(?<value>[+-]?\d+)(?![\w.]*\w)/y, name: 'number', type: 'int' },
  { pattern: /(?<value>[\w-]*\d[\w-]*(?:[.@:][\w-]+)*)/y, name: 'value', type: 'word' },
];

/** A number after the name of the program. */
const VERSION = { name: 'version', type: 'word' };

/** Types of holes that need no name of their own. */
const NAMES_AS_TYPES = new Set(['path', 'url', 'addr', 'duration']);

/** Turn a message into a template: values become holes, and a known cause at its end `{cause}`. */
export function templateOf(message: string, matcher: Matcher): string {
  const own = withoutCause(message, matcher);
  const programs = matcher.products.flatMap(({ matcher: { product } }) => product.names);
  const text = holesIn(own, programs) + (own === message ? '' : '{cause}');
  try {
    parseTemplate(text);
    return text;
  } catch {
    // Two values that touch; the author decides where they end.
    return `GAP ${message.replaceAll('{', '{{')}`;
  }
}

/** Return the part of a message before the known text that it ends with, or all of it. */
export function withoutCause(message: string, matcher: Matcher): string {
  for (let at = message.indexOf(': '); at >= 0; at = message.indexOf(': ', at + 2)) {
    const rest = message.slice(at + 2).trim();
    const links = lookUp(matcher, rest)?.links ?? [];
    if (
      links.length > 0 &&
      links
        .map(({ text }) => text)
        .join('')
        .trim() === rest
    )
      return message.slice(0, at + 2);
  }
  return message;
}

function holesIn(message: string, programs: readonly string[]): string {
  const names = new Set<string>();
  let template = '';
  for (let at = 0; at < message.length;) {
    const kind = kindAt(message, at);
    if (kind) {
      const [before, after] = [kind.text.slice(0, kind.from), kind.text.slice(kind.to)];
      const isVersion =
        kind.name === 'number' && programs.some((name) => template.endsWith(`${name} `));
      const { name, type } = isVersion ? VERSION : kind;
      template += before + holeOf(name, type, template + before, names) + after;
      at += kind.text.length;
    } else {
      const character = message[at] ?? '';
      template += character === '{' ? '{{' : character;
      at++;
    }
  }
  return template;
}

/** Return the value at a position, if a word begins there. */
function kindAt(
  message: string,
  at: number,
): { name: string; type: string; text: string; from: number; to: number } | null {
  if (/[\w.-]/.test(message[at - 1] ?? '') && message[at] !== '"') return null;
  for (const { pattern, name, type } of KINDS) {
    pattern.lastIndex = at;
    const found = pattern.exec(message);
    const value = found?.groups?.['value'];
    if (!found || value === undefined) continue;
    const from = found[0].indexOf(value);
    const isPath = /^(?:\/|[A-Z]:\\)/.test(value);
    return {
      name: isPath ? 'path' : name,
      type,
      text: found[0],
      from,
      to: from + value.length,
    };
  }
  return null;
}

/** The word before `=` or `:`, unless it is a class such as `java.io.IOException`. */
const KEY = /(?<![A-Z0-9]\.)\b([A-Z][A-Z0-9-]*)\s?[=:]\s?["']?$/i;
/** The word before a value in quotes, such as `user "x"`. */
const NOUN = /(?<![\w-])([a-z]{3,}) ["']$/;

/** Return a hole with a unique name: the word before it, or else the name of its kind. */
function holeOf(name: string, type: string, before: string, names: Set<string>): string {
  const key = (KEY.exec(before) ?? (name === 'text' ? NOUN.exec(before) : null))?.[1];
  const wanted = key?.toLowerCase() ?? name;
  let own = wanted;
  for (let number = 2; names.has(own); number++) own = `${wanted}-${number}`;
  names.add(own);
  return own === type && NAMES_AS_TYPES.has(type) ? `{${type}}` : `{${own}:${type}}`;
}
