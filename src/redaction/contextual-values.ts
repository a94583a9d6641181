/** Values that the word before them announces: a home folder, a lookup, a socket, a login. */
import {
  hasDigit,
  isDigitCode,
  isRunCode,
  isSlash,
  skipWhile,
} from '../engine/lines/character-classes.ts';
import {
  COMMUNITIES,
  HOME_FOLDERS,
  IN_SENTENCES,
  NOT_WINDOWS_DOMAINS,
  NOT_HOSTS,
  ORACLE_PROGRAMS,
  RUN_AS,
} from './secret-names.ts';
import { MAX_AHEAD, type SecretScanner } from './secret-scanner.ts';

/** Take the host, user or token that a word announces; return where it ends, or null. */
export function readContextValue(
  walk: SecretScanner,
  run: string,
  from: number,
  to: number,
): number | null {
  const { text } = walk;
  const next = text.charCodeAt(to);
  const word = run.length <= 10 ? run.toLowerCase() : '';
  if (next === 92 && isWindowsDomain(walk, run, from, to)) {
    walk.addValue('host', from, to);
    return readUser(walk, to);
  }
  if (next === 47 || next === 92) {
    if (HOME_FOLDERS.has(word) && isSlash(text.charCodeAt(from - 1))) return readUser(walk, to);
    if (word === 'hosts' && next === 47) return readId(walk, to + 1);
    if (run === 'webhooks' && text.startsWith('api/', from - 4))
      return walk.addUnquoted('token', to + 1);
    if (run === 'services' && text.startsWith('hooks.slack.com/', from - 16))
      return walk.addUnquoted('token', to + 1);
  }
  if (word === 'settings' && isSlash(next) && text.startsWith('Documents and ', from - 14))
    return readUser(walk, to);
  if (word === 'computer' && next === 62) return walk.addHost(to + 1);
  if (next !== 32) return next === 58 && word === 'arn' ? readArn(walk, to) : null;
  if (word === 'host' && text.startsWith('connect to ', from - 11)) return walk.addHost(to + 1);
  if (word === 'net' && text.startsWith(' use ', to)) return readNetUse(walk, to + 5);
  if (word === 'machine') return readNetrc(walk, to);
  const said = readSentence(walk, word, to);
  if (said !== null) return said;
  const login = RUN_AS.get(word);
  if (login) return readRunAs(walk, login, to);
  const before = COMMUNITIES.get(run);
  if (before !== undefined) return readCommunity(walk, before, to);
  if (ORACLE_PROGRAMS.has(word)) return readOracle(walk, to);
  if (word === 'bearer' || word === 'basic') return readBearer(walk, to + 1);
  if (word === 'id' && text.startsWith(' is "', to)) return readId(walk, to + 5);
  if (
    word === 'lookup' &&
    (from === 0 || /[:"\n] ?$/.test(text.slice(Math.max(0, from - 2), from)))
  )
    return readLookedUp(walk, to + 1);
  if (
    (word === 'tcp' || word === 'udp' || word === 'tcp4' || word === 'tcp6') &&
    text.charCodeAt(from - 1) === 32
  )
    return readSocket(walk, to + 1);
  if (word === 'for' && text.startsWith('valid for ', from - 6)) return readNames(walk, to + 1);
  return null;
}

/** Whether a run is the domain of `CORP\tanaka`; `\n`, `\r` and `\t` may be JSON escapes. */
function isWindowsDomain(walk: SecretScanner, run: string, from: number, to: number): boolean {
  const before = walk.text.slice(Math.max(0, from - 120), from);
  const after = /^\\{1,2}([A-Z][\w.-]{1,40})(?![\w.\\/:-])/i.exec(
    walk.text.slice(to, to + 48),
  )?.[1];
  if (
    after === undefined ||
    !/^[A-Z][A-Z0-9-]{1,14}$/.test(run) ||
    NOT_WINDOWS_DOMAINS.has(run) ||
    /[\\/:.%\w]$/.test(before)
  )
    return false;
  return (
    walk.text.charCodeAt(to + 1) === 92 || !/^[nrt]/.test(after) || !/\\["nrt]|[{,] ?"/.test(before)
  );
}

/** Read `net use Z: \\server\share password /user:domain\name`, in any order, after `use`. */
function readNetUse(walk: SecretScanner, from: number): number | null {
  const line = /^[^\n]{0,300}/.exec(walk.text.slice(from, from + 300))?.[0] ?? '';
  if (!line.includes('\\\\')) return null;
  let at = from;
  for (const word of line.split(' ')) {
    if (word.startsWith('\\\\')) walk.addHost(skipWhile(walk.text, at, at + 4, isSlash));
    else if (/^\/user:/i.test(word)) {
      const name = word.lastIndexOf('\\') + 1;
      if (name > 6) walk.addValue('host', at + 6, at + name - 1);
      walk.addValue('user', at + Math.max(name, 6), at + word.length);
    } else if (!/^(?:\/|[a-z]:?$)/i.test(word)) walk.addValue('password', at, at + word.length);
    at += word.length + 1;
  }
  return from + line.length;
}

/** Take a value that a sentence of an error message announces by the word before it. */
function readSentence(walk: SecretScanner, word: string, to: number): number | null {
  const { text } = walk;
  const sentence = IN_SENTENCES.get(word);
  const said = sentence && sentence[1].exec(text.slice(to, to + 200));
  if (!said) return null;
  const [, lead = '', value = ''] = said;
  const begin = to + lead.length;
  if (sentence[0] === 'host') return walk.addHost(begin);
  const end = begin + value.length;
  walk.addValue(sentence[0], begin, end);
  // MySQL names the host after the user: `'app'@'web01'`.
  const at = /^["']@["']/.exec(text.slice(end, end + 3))?.[0].length;
  return at === undefined ? end : walk.addHost(end + at);
}

/** Read `sudo -u tanaka` or `su - tanaka`, starting after the program. */
function readRunAs(walk: SecretScanner, login: RegExp, at: number): number | null {
  const [all = '', user = ''] = login.exec(walk.text.slice(at, at + 120)) ?? [];
  if (user === '') return null;
  walk.addValue('user', at + all.length - user.length, at + all.length);
  return at + all.length;
}

/** Read `rocommunity secret` or `com2sec name default secret`, starting after the first word. */
function readCommunity(walk: SecretScanner, words: number, at: number): number | null {
  const line = walk.text.slice(at, at + MAX_AHEAD);
  const [before = ''] =
    (words === 0 ? /^ +(?=[^\s#])/ : /^ +[\w./:-]+ +[\w./:-]+ +(?=[^\s#])/).exec(line) ?? [];
  return before === '' ? null : walk.addUnquoted('token', at + before.length);
}

/** Read a .netrc line, `machine ftp01 login tanaka password x`, starting after the first word. */
function readNetrc(walk: SecretScanner, at: number): number | null {
  const parts = /^( +)(\S+)(\s+login\s+)(\S+)(\s+password\s+)(\S+)/.exec(
    walk.text.slice(at, at + 400),
  );
  if (!parts) return null;
  const ends = parts
    .slice(1)
    .reduce<number[]>((places, part) => [...places, (places.at(-1) ?? at) + part.length], []);
  const [host = 0, hostEnd = 0, user = 0, userEnd = 0, password = 0, end = 0] = ends;
  walk.addValue('host', host, hostEnd);
  walk.addValue('user', user, userEnd);
  walk.addValue('password', password, end);
  return end;
}

/** Read an Oracle login, `scott/tiger@//db01`, starting after the program. */
function readOracle(walk: SecretScanner, at: number): number | null {
  const [all, flags = '', user = '', password = '', sign = '', host = ''] =
    /^((?: -\w+)* ["']?)([\w$#]+)\/([^\s@"'/]+)(@(?:\/\/)?)?([\w.-]*)/.exec(
      walk.text.slice(at, at + 300),
    ) ?? [];
  if (all === undefined) return null;
  const from = at + flags.length;
  walk.addValue('user', from, from + user.length);
  walk.addValue('password', from + user.length + 1, from + user.length + 1 + password.length);
  if (sign !== '' && host !== '')
    walk.addHost(from + user.length + 1 + password.length + sign.length);
  return at + all.length;
}

/** Read the user name after the slashes at `at`. */
function readUser(walk: SecretScanner, at: number): number | null {
  const { text } = walk;
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
  if (to > from) walk.addValue('user', from, to);
  return to;
}

function readId(walk: SecretScanner, from: number): number | null {
  const to = skipWhile(walk.text, from, from + MAX_AHEAD, isRunCode);
  if (to - from < 6 || !hasDigit(walk.text.slice(from, to))) return null;
  walk.addValue('id', from, to);
  return to;
}

function readBearer(walk: SecretScanner, from: number): number | null {
  const end = skipWhile(
    walk.text,
    from,
    from + 4096,
    (code) => isRunCode(code) || code === 126 || code === 43 || code === 47 || code === 61,
  );
  const word = walk.text.slice(from, end);
  if (end - from < 8 || (!/[\d=]/.test(word) && end - from < 20)) return null;
  walk.addValue('token', from, end);
  return end;
}

function readLookedUp(walk: SecretScanner, from: number): number | null {
  const to = skipWhile(walk.text, from, from + MAX_AHEAD, isRunCode);
  // `lookup tcp/https` looks up a port.
  const isPort = walk.text.charCodeAt(to) === 47;
  return isPort || NOT_HOSTS.has(walk.text.slice(from, to)) ? null : walk.addHost(from);
}

/** Read `tcp db01:3306`, starting after the protocol. */
function readSocket(walk: SecretScanner, from: number): number | null {
  const to = skipWhile(walk.text, from, from + MAX_AHEAD, isRunCode);
  return to > from && walk.text.charCodeAt(to) === 58 && isDigitCode(walk.text.charCodeAt(to + 1))
    ? walk.addHost(from)
    : null;
}

/** Read a list of host names: `a.example, b.example, not c.example`. */
function readNames(walk: SecretScanner, from: number): number {
  let at = from;
  for (let name = 0; name < 100; name++) {
    at = walk.addHost(at);
    const more = /^, (?:not )?/.exec(walk.text.slice(at, at + 6));
    if (!more) return at;
    at += more[0].length;
  }
  return at;
}

/** Read the account number and the user of an ARN: `arn:aws:iam::123456789012:user/x`. */
function readArn(walk: SecretScanner, at: number): number | null {
  const head = /^:aws[\w-]{0,10}:[\w-]{0,32}:[\w-]{0,32}:(?=\d{12}:)/.exec(
    walk.text.slice(at, at + 100),
  );
  if (!head) return null;
  const end = at + head[0].length + 12;
  walk.addValue('aws', at + head[0].length, end);
  const user =
    /^(:(?:user|federated-user|assumed-role\/[\w+=,.@-]{1,64})\/(?:[\w./-]{0,64}\/)?)[\w+=,.@-]{1,64}/.exec(
      walk.text.slice(end, end + 220),
    );
  if (!user) return end;
  const from = end + (user[1] ?? '').length;
  walk.addValue('user', from, end + user[0].length);
  return end + user[0].length;
}
