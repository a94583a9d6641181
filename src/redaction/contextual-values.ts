/**
 * Private values that are recognized by the word before them: a home folder, a lookup, a socket, a
 * login.
 */
import { isQuoteCode, isSlash, skipWhile } from '../engine/lines/character-classes.ts';
import { PHRASES } from './phrases.ts';
import { HOME_FOLDERS, NOT_WINDOWS_DOMAINS } from './secret-names.ts';
import { MAX_AHEAD, type SecretScanner } from './secret-scanner.ts';
import type { PrivateKind } from './value-formats.ts';

/** Maximum length of a word that announces a value, in characters. */
const MAX_WORD = 29;
/** Maximum lengths of the text before and after such a word that is read, in characters. */
const MAX_BEFORE = 48;
const MAX_AFTER = 400;

/** Take the values that a word announces; return where the last one ends, or null. */
export function readContextValue(
  scanner: SecretScanner,
  run: string,
  from: number,
  to: number,
): number | null {
  const { text } = scanner;
  const next = text.charCodeAt(to);
  const word = run.length <= MAX_WORD ? run.toLowerCase() : '';
  if (next === 92 && isWindowsDomain(scanner, run, from, to)) {
    scanner.addValue('host', from, to);
    return readUser(scanner, to);
  }
  if (isSlash(next)) {
    if (HOME_FOLDERS.has(word) && isSlash(text.charCodeAt(from - 1))) return readUser(scanner, to);
    if (word === 'settings' && text.startsWith('Documents and ', from - 14))
      return readUser(scanner, to);
  }
  if (next === 58 && word === 'arn') return readArn(scanner, to);
  if (word === 'net' && text.startsWith(' use ', to)) return readNetUse(scanner, to + 5);
  if (word === 'for' && text.startsWith('valid for ', from - 6)) return readNames(scanner, to + 1);
  if (word === 'no_proxy' && (next === 61 || next === 58))
    return readNames(
      scanner,
      skipWhile(text, to, to + 2, (code) => code === 61 || isQuoteCode(code)),
    );
  if (word === 'roles' || word === 'rolefullnames') return readRoles(scanner, to);
  return readPhrase(scanner, word, from, to);
}

/** Take the values of the first phrase that matches around a word. */
function readPhrase(scanner: SecretScanner, word: string, from: number, to: number): number | null {
  const phrases = PHRASES.get(word);
  if (!phrases) return null;
  const before = scanner.text.slice(Math.max(0, from - MAX_BEFORE), from);
  const after = scanner.text.slice(to, to + MAX_AFTER);
  for (const phrase of phrases) {
    if (phrase.before && !phrase.before.test(before)) continue;
    const groups = phrase.after.exec(after)?.indices?.groups;
    if (groups) return addGroups(scanner, groups, to);
  }
  return null;
}

/** Add the named groups of a match that begins at `at`; return where the last one ends. */
function addGroups(
  scanner: SecretScanner,
  groups: Readonly<Record<string, [number, number] | undefined>>,
  at: number,
): number {
  const spans = Object.entries(groups).flatMap(([name, span]) =>
    span ? [{ kind: name.replace(/\d$/, ''), span }] : [],
  );
  return spans
    .sort((a, b) => a.span[0] - b.span[0])
    .reduce((end, { kind, span: [from, to] }) => {
      if (kind === 'host') return scanner.addHost(at + from);
      scanner.addValue(kind as PrivateKind, at + from, at + to);
      return Math.max(end, at + to);
    }, at);
}

/** Return whether a run is the domain of `CORP\tanaka`; `\n`, `\r` and `\t` may be JSON escapes. */
function isWindowsDomain(scanner: SecretScanner, run: string, from: number, to: number): boolean {
  const before = scanner.text.slice(Math.max(0, from - 120), from);
  const after = /^\\{1,2}([A-Z][\w.-]{1,40})(?![\w.\\/:-])/i.exec(
    scanner.text.slice(to, to + 48),
  )?.[1];
  if (
    after === undefined ||
    !/^[A-Z][A-Z0-9-]{1,14}$/.test(run) ||
    NOT_WINDOWS_DOMAINS.has(run) ||
    /[\\/:.%\w]$/.test(before)
  )
    return false;
  return (
    scanner.text.charCodeAt(to + 1) === 92 ||
    !/^[nrt]/.test(after) ||
    !/\\["nrt]|[{,] ?"/.test(before)
  );
}

/** Read `net use Z: \\server\share password /user:domain\name`, in any order, after `use`. */
function readNetUse(scanner: SecretScanner, from: number): number | null {
  const line = /^[^\n]{0,300}/.exec(scanner.text.slice(from, from + 300))?.[0] ?? '';
  if (!line.includes('\\\\')) return null;
  let at = from;
  for (const word of line.split(' ')) {
    if (word.startsWith('\\\\')) scanner.addHost(skipWhile(scanner.text, at, at + 4, isSlash));
    else if (/^\/user:/i.test(word)) {
      const name = word.lastIndexOf('\\') + 1;
      if (name > 6) scanner.addValue('host', at + 6, at + name - 1);
      scanner.addValue('user', at + Math.max(name, 6), at + word.length);
    } else if (!/^(?:\/|[a-z]:?$)/i.test(word)) scanner.addValue('password', at, at + word.length);
    at += word.length + 1;
  }
  return from + line.length;
}

/** Read the user name after the slashes at `at`. */
function readUser(scanner: SecretScanner, at: number): number | null {
  const { text } = scanner;
  const from = skipWhile(text, at, at + 4, isSlash);
  const isWindows = text.charCodeAt(at) === 92;
  const isLatin = text.charCodeAt(from) < 0x3000;
  const part = (code: number): boolean =>
    code > 32 &&
    !'/\\"\'`<>|:;,()[]{}'.includes(String.fromCharCode(code)) &&
    (code < 0x3000 || !isLatin);
  let to = skipWhile(text, from, from + MAX_AHEAD, part);
  if (isWindows) {
    // A Windows user name may contain spaces; it includes them if a backslash follows.
    const wide = skipWhile(text, from, from + 64, (code) => code === 32 || part(code));
    if (text.charCodeAt(wide) === 92) to = wide;
  }
  while (to > from && text.charCodeAt(to - 1) === 46) to--;
  if (to > from) scanner.addValue('user', from, to);
  return to;
}

/** Read a list of host names: `a.example, b.example, not c.example`. */
function readNames(scanner: SecretScanner, from: number): number {
  let at = from;
  for (let name = 0; name < 100; name++) {
    at = scanner.addHost(at);
    const more = /^(?:\/\d{1,2})?, ?(?:not |\*?\.)?/.exec(scanner.text.slice(at, at + 10));
    if (!more) return at;
    at += more[0].length;
  }
  return at;
}

/** Take every word of the services and roles in `roles = ["My-Service:app"]`. */
function readRoles(scanner: SecretScanner, at: number): number | null {
  const list = /^["']? ?[:=] ?(\[[^\]=]{0,300}|["'][^"'\n]{0,130})/.exec(
    scanner.text.slice(at, at + MAX_AFTER),
  );
  if (!list) return null;
  const from = at + list[0].length - (list[1] ?? '').length;
  // Only the words of a role are taken, so that a mistake in its form stays visible.
  for (const { index, 0: word } of (list[1] ?? '').matchAll(/[^\s"',:[\]_-][^\s"',:[\]]*/g))
    scanner.addValue('id', from + index, from + index + word.length);
  return at + list[0].length;
}

/**
 * Take the account number and the names of an ARN, `arn:aws:iam::123456789012:user/x`, but not the
 * type of the resource. Amazon's own policies have the account `aws`.
 */
function readArn(scanner: SecretScanner, at: number): number | null {
  const [all, lead = '', service = '', region = '', account = '', rest = ''] =
    /^(:aws[\w-]{0,10}:)([\w-]{1,32}):([\w-]{0,32}):([\w-]{0,32}):([\w+=,.@:/-]{1,200})/.exec(
      scanner.text.slice(at, at + MAX_AFTER),
    ) ?? [];
  if (all === undefined) return null;
  if (account === 'aws') return at + all.length;
  const number = at + lead.length + service.length + region.length + 2;
  if (/^\d{12}$/.test(account)) scanner.addValue('aws', number, number + account.length);
  const from = at + all.length - rest.length;
  // The bucket of S3 has no type before it, and the path after it is not a name.
  const parts = [...rest.matchAll(/[^:/,]+/g)];
  const names = service === 's3' ? parts.slice(0, 1) : parts.slice(parts.length > 1 ? 1 : 0);
  const isUser = /^(?:user|federated-user|assumed-role)[:/]/.test(rest);
  for (const name of names)
    if (/^[\w+=.@-]{2,}$/.test(name[0]))
      scanner.addValue(
        isUser && name === names.at(-1) ? 'user' : 'aws',
        from + name.index,
        from + name.index + name[0].length,
      );
  return from + rest.length;
}
