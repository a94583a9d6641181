/**
 * Finds values that are recognized only by the text after them or by the lines around them. This
 * runs first; find-private-values.ts then adds each value when its own pass reaches it.
 */
import type { PrivateKind } from './value-formats.ts';
import type { PrivateValue } from './secret-scanner.ts';

/** How far before its `@` a login is searched for, in characters. */
const MAX_BEHIND = 512;
/** Maximum length of a host name (RFC 1035). */
const MAX_HOST = 253;
/** Maximum number of lines of a private key whose begin or end marker is missing. */
const MAX_LINES = 200;

/** Find these values, in the order of the text. */
export function findLookaheadValues(text: string): PrivateValue[] {
  return [
    ...findLogins(text),
    ...findPgpass(text),
    ...findPrivateKeys(text),
    ...findTrailed(text),
    ...findPatterns(text),
    ...findManifestSecrets(text),
  ].sort((a, b) => a.from - b.from);
}

/** Find logins in the data source names of Go drivers: `user:password@tcp(db01:3306)/name`. */
function findLogins(text: string): PrivateValue[] {
  return [
    ...text.matchAll(/@(tcp|tcp4|tcp6|udp|unix)?\((?:\[?([\w.:-]{1,253}?)\]?(?::\d{1,5})?\))?/g),
  ].flatMap(({ index, 0: all, 1: network, 2: host }) => {
    const before =
      /[^\s"'`<>()]*$/.exec(text.slice(Math.max(0, index - MAX_BEHIND), index))?.[0] ?? '';
    const login = /(?:^|=)([\w.-]{1,64})(?::(.*))?$/.exec(before);
    if (!login) return [];
    const from = index - before.length + login.index + (login[0].startsWith('=') ? 1 : 0);
    const [user = '', password] = login.slice(1);
    const at = index + all.indexOf('(') + (all.includes('([') ? 2 : 1);
    return [
      value('user', from, user.length),
      ...(password === undefined
        ? []
        : [value('password', from + user.length + 1, password.length)]),
      ...(host === undefined || network === 'unix' ? [] : [value('host', at, host.length)]),
    ];
  });
}

/** Find lines of .pgpass: `host:port:database:user:password`. */
function findPgpass(text: string): PrivateValue[] {
  const logins = text.matchAll(
    /:(?:\d{2,5}|\*):[A-Z_*][\w*-]{0,62}:([A-Z_][\w.-]{0,62}):([^\s:"']{4,128})(?=["'\s]|$)/gim,
  );
  return [...logins].flatMap(({ index, 0: all, 1: user = '', 2: password = '' }) => {
    const host = /(?:^|[\s"'])([\w.-]{1,253}|\*)$/.exec(
      text.slice(Math.max(0, index - MAX_HOST - 1), index),
    )?.[1];
    if (host === undefined) return [];
    const end = index + all.length;
    return [
      ...(host === '*' ? [] : [value('host', index - host.length, host.length)]),
      value('user', end - password.length - 1 - user.length, user.length),
      value('password', end - password.length, password.length),
    ];
  });
}

/** How much of the text before a trailing phrase is read, in characters. */
const MAX_TRAILED = 160;
/** A Japanese name: one or two words. */
const PERSON = String.raw`\p{Script=Han}{1,4}(?: [\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,5})?`;
/** Words before 様 or after a label that are not names of persons. */
const NOT_PERSONS =
  /(?:^| )(?:[皆多有一何神王奥殿外両]|お?客|各位|先方|未定|不明|無し|同上|匿名|確認中|調整中|..部)$|[仕同模異者社員先課係室局]$/;

/** Phrases that come after a value, with the value at the end of the text before them. */
const TRAILED: readonly [RegExp, RegExp][] = [
  [/["'’]?: no such user\b/gi, /(?:^|[\s"'‘:])(?<user>[A-Z_][\w.-]{0,62}\w)$/di],
  [/\) CMD \(/g, /\((?<user>[\w.-]+)$/d],
  [/ (?:cifs|smb3) /g, /(?:^|\s)\/\/(?<host>[\w.-]+)\/\S*\s+\S+$/d],
  // An access log: `10.0.0.1 - tanaka [24/Nov/2026:`.
  [/ \[\d\d\/[A-Z][a-z]{2}\/\d{4}:/g, /\S - (?<user>[\w.@-]{2,64})$/d],
  // A path on another host: `nas01:/export`.
  [/:\/[A-Z]/gi, /(?:^|[\s"'])(?<host>[A-Z][\w.]*-[\w.-]*\d)$/di],
  [/:\/[A-Z]/gi, /\b(?:nfs4?|mount(?:ing)?|rsync|scp)\b[^\n]* (?<host>[A-Za-z][\w.-]+)$/d],
  [
    / [<(][\w.+-]{1,64}@/g,
    new RegExp(String.raw`(?<![\p{Script=Han}\p{Script=Katakana}ー])(?<user>${PERSON})$`, 'du'),
  ],
  [
    /(?:様|さん|と申します)(?=[、,。\sのがからよりへにお]|$)/g,
    new RegExp(String.raw`(?<![\p{Script=Han}\p{Script=Katakana}ー])(?<user>${PERSON}) ?$`, 'du'),
  ],
];

/** Find names before the phrases that reveal them: `id: 'tanaka': no such user`, `田中様`. */
function findTrailed(text: string): PrivateValue[] {
  return TRAILED.flatMap(([phrase, before]) =>
    [...text.matchAll(phrase)].flatMap(({ index }) => {
      const start = Math.max(0, index - MAX_TRAILED);
      return groupsOf(before.exec(text.slice(start, index)), start);
    }),
  ).filter(({ from, to }) => !NOT_PERSONS.test(text.slice(from, to)));
}

/** Lines and labels with a value in the middle. */
const PATTERNS: readonly RegExp[] = [
  // `氏名：田中 太郎`
  new RegExp(
    String.raw`(?:氏名|お名前|担当者?(?:名|氏名)?) ?[:：] {0,4}(?<user>${PERSON})(?=[\s、。,（(様さ]|$)`,
    'dgu',
  ),
  // The host that `ssh` connects to, after its options.
  /\bssh(?: -(?:[46AaCfGgKkMNnqsTtVvXxYy]+|[BbcDEeFIiJLlmOopQRSWw] ?[^\s-]\S{0,80})){1,8} (?<host>[A-Za-z][\w.-]{0,252})(?=\s|$)/dg,
  // An account of MySQL, which names its host: `'app'@'web01'`.
  /["'`](?<user>[\w.-]{1,64})["'`]@["'`](?<host>[\w:-]+(?:\.[\w:-]+)*)?/dg,
  // The owner in a list of `ls -l`.
  /^[bcdlps-][rwxsStT-]{9}[.+@]? +\d+ (?<user>[\w.-]+) /dgm,
  // A file system of another host in a list of `df` or in a table of mounts.
  /^(?<host>[A-Za-z][\w.-]+):\/\S* +(?:nfs4? +)?\d+(?:\.\d+)?[KMGTP]? /dgm,
  /^\/\/(?<host>[\w.-]+)\/\S+ +\d/dgm,
];

/** Find values inside known lines and after labels. */
function findPatterns(text: string): PrivateValue[] {
  return PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => groupsOf(match, 0)),
  ).filter(({ from, to }) => !NOT_PERSONS.test(text.slice(from, to)));
}

/** Return the named groups of a match as values; their names are kinds. */
function groupsOf(match: RegExpExecArray | null, at: number): PrivateValue[] {
  const groups: Record<string, [number, number] | undefined> = match?.indices?.groups ?? {};
  return Object.entries(groups).flatMap(([kind, span]) =>
    span ? [value(kind as PrivateKind, at + span[0], span[1] - span[0])] : [],
  );
}

const SECRET_KIND = /kind["']?: *["']?Secret\b/;

/** Find the base64 values of a Kubernetes Secret in YAML or JSON, in one of several documents. */
function findManifestSecrets(text: string): PrivateValue[] {
  if (!SECRET_KIND.test(text)) return [];
  const found: PrivateValue[] = [];
  let isSecret = false;
  let indent = -1;
  let at = 0;
  for (const line of text.split('\n')) {
    if (at === 0 || line.startsWith('---')) isSecret = isSecretDocument(text, at);
    const [, margin = '', key = '', rest = ''] =
      /^( {0,40})["']?([\w.-]{1,253})["']?: *["']?([^\s"',{]*)/.exec(line) ?? [];
    if (key !== '') {
      if (margin.length <= indent) indent = -1;
      if (indent >= 0 && rest !== '')
        found.push(value('token', at + line.lastIndexOf(rest), rest.length));
      if (isSecret && /^(?:data|stringData)$/.test(key) && rest === '') indent = margin.length;
    }
    at += line.length + 1;
  }
  return found;
}

/** Return whether the YAML document that begins at `from` is a Secret. */
function isSecretDocument(text: string, from: number): boolean {
  const end = text.indexOf('\n---', from + 1);
  return SECRET_KIND.test(text.slice(from, end < 0 ? text.length : end));
}

const value = (kind: PrivateKind, from: number, length: number): PrivateValue => ({
  kind,
  from,
  to: from + length,
});

const BEGIN = /-----BEGIN [A-Z0-9 ]{0,24}PRIVATE KEY(?: BLOCK)?-----/g;
const END = /-----END [A-Z0-9 ]{0,24}PRIVATE KEY(?: BLOCK)?-----/g;

/**
 * Find the text between the markers of private keys. If one marker is missing, find the base64
 * lines next to the other one.
 */
function findPrivateKeys(text: string): PrivateValue[] {
  if (!text.includes('PRIVATE KEY')) return [];
  const ends = [...text.matchAll(END)].map(({ index, 0: mark }) => ({
    from: index,
    to: index + mark.length,
  }));
  const begins = [...text.matchAll(BEGIN)].map(({ index, 0: mark }) => index + mark.length);
  const found: PrivateValue[] = [];
  let done = 0;
  let next = 0;
  for (const [index, from] of begins.entries()) {
    for (; (ends[next]?.from ?? Infinity) < from; next++)
      done = takeBefore(text, ends[next] as { from: number; to: number }, done, found);
    const end = ends[next];
    const isClosed = end !== undefined && end.from < (begins[index + 1] ?? Infinity);
    done = takeLines(
      text,
      from,
      isClosed ? end.from : (begins[index + 1] ?? text.length),
      !isClosed,
      found,
    );
    if (isClosed) next++;
  }
  for (; next < ends.length; next++)
    done = takeBefore(text, ends[next] as { from: number; to: number }, done, found);
  return found;
}

/**
 * Take the base64 at the end of each line. A key without an end marker stops at the first line
 * without base64.
 *
 * @returns where the last line ends
 */
function takeLines(
  text: string,
  from: number,
  to: number,
  isOpen: boolean,
  found: PrivateValue[],
): number {
  let at = from;
  for (let line = 0; at < to && (!isOpen || line <= MAX_LINES); line++) {
    const end = lineEnd(text, at, to);
    const armor = armorAtEnd(text, at, end, isOpen);
    if (armor) addKeyLine(text, armor, found);
    else if (isOpen && line > 0) return at;
    at = end + breakLength(text, end);
  }
  return at;
}

/** Take the lines before the end marker of a key whose begin marker is missing. */
function takeBefore(
  text: string,
  { from, to }: { from: number; to: number },
  done: number,
  found: PrivateValue[],
): number {
  const lines: PrivateValue[] = [];
  let end = lineStart(text, from, done);
  for (let line = 0; end > done && line < MAX_LINES; line++) {
    const begin = lineStart(text, end - 1, done);
    const armor = armorAtEnd(
      text,
      begin,
      text.charCodeAt(end - 1) === 10 ? end - 1 : end - 2,
      true,
    );
    if (!armor || (line > 0 && armor.to - armor.from < MIN_ARMOR)) break;
    lines.unshift(armor);
    end = begin;
  }
  for (const line of lines) addKeyLine(text, line, found);
  return to;
}

const MIN_ARMOR = 16;

/**
 * Find the base64 at the end of a line, after any prefix of a logger. If a marker is missing, a
 * plain word does not count.
 */
function armorAtEnd(text: string, from: number, to: number, isOpen: boolean): PrivateValue | null {
  let end = to;
  while (end > from && /[\s"'\\,]/.test(text[end - 1] ?? '')) end--;
  let start = end;
  while (start > from && isArmor(text.charCodeAt(start - 1))) start--;
  const isWord = start > from && !/[\s"'>|:\]]/.test(text[start - 1] ?? '');
  const piece = text.slice(start, end);
  if (end === start || isWord || (isOpen && !/\d|=|[A-Z].*[a-z]|^.{16}/.test(piece.slice(0, 80))))
    return null;
  return { kind: 'key', from: start, to: end };
}

/** Add a line of a key; merge it with the line before if only separators are between them. */
function addKeyLine(text: string, line: PrivateValue, found: PrivateValue[]): void {
  const last = found.at(-1);
  if (
    last &&
    /^(?:\\n?|[\s"',])*$/.test(text.slice(last.to, Math.min(line.from, last.to + 64))) &&
    line.from - last.to <= 64
  )
    last.to = line.to;
  else found.push(line);
}

/** Find the next line break, either a real one or the JSON escape `\n`. */
function lineEnd(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++)
    if (
      text.charCodeAt(at) === 10 ||
      (text.charCodeAt(at) === 92 && text.charCodeAt(at + 1) === 110)
    )
      return at;
  return to;
}

const breakLength = (text: string, at: number): number => (text.charCodeAt(at) === 92 ? 2 : 1);

function lineStart(text: string, before: number, least: number): number {
  for (let at = before; at > least; at--)
    if (
      text.charCodeAt(at - 1) === 10 ||
      (text.charCodeAt(at - 1) === 110 && text.charCodeAt(at - 2) === 92)
    )
      return at;
  return least;
}

function isArmor(code: number): boolean {
  return (
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    code === 43 ||
    code === 47 ||
    code === 61
  );
}
