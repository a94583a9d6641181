// Over 250 lines: one walk knows all the places in which a value is private; apart they would read the text several times.
/**
 * Where private values stand in a text.
 *
 * One walk from left to right, which never goes back further than a bounded number of characters. At the beginning of each run of
 * letters, digits, `.`, `_` and `-` three questions are asked:
 * 1. Does the run say that a value follows? `apikey = "…"`, `https://`, `-p `, `/home/`, `lookup `, `Nov 24 22:41:04 `
 * 2. Is it one by its form? An address, an AWS id, a token, a domain name
 * 3. Is it long and without any order? Then it is a key, whatever stands before it
 *
 * What a value is called in the text is data (private-names.ts). The values that the place alone makes private are looked for in the rest of the
 * text by redact.ts.
 */
import { isPublicAddress, readColons, readIpv4 } from './private-addresses.ts';
import { COMMON_USERS, FOLDER_NAMES, HOMES, LABELS, MONTHS, NAMED, NAMED_BY_WORD, NAMED_WHOLE, NO_DOMAIN, NO_HOST, ORACLE, PROGRAMS, SECRET_FLAGS, UNITS } from './private-names.ts';
import { findShape, isCloudIdentifier, isDomain, isPlaceholder, isPublicHost, type Kind } from './private-shapes.ts';

export interface PrivateValue {
  kind: Kind;
  from: number;
  to: number;
}

/** How far a value without quotes, a user part of a URL and a name are read. */
const MAX_AHEAD = 512;
/** How much of a run is read at once: a host name has at most 253 characters. */
const MAX_RUN = 256;
/** A text without order is a key from this length on. */
const MIN_KEY = 32;

/** Find all private values of a text, in order; none overlaps another. `programs` and `ownWords` are the product's own. Linear in the text. */
export function findPrivate(text: string, programs: readonly string[], ownWords: ReadonlySet<string>): PrivateValue[] {
  const walk = new Walk(flatten(text), new Set([...programs, ...PROGRAMS]), ownWords);
  for (let at = 0; at < text.length; ) at = walk.step(at);
  return walk.found;
}

/** What copying, colours and JSON did to a text, undone character by character, so that places stay where they are. */
export function flatten(text: string): string {
  if (!/[\\\t\x1b\u00a0\u2007\u202f\u3000\u2018-\u201d]/.test(text)) return text;
  return text
    .replace(/\x1b\[[\d;]{0,16}[A-Za-z]/g, (colour) => ' '.repeat(colour.length))
    .replace(/\\u00(?:3c|3e|26|27|22)/gi, (escape) => ({ 'c': '<<<<<<', 'e': '>>>>>>', '6': '     &' })[escape.slice(-1).toLowerCase()] ?? '     "')
    .replace(/[\t\u00a0\u2007\u202f\u3000]/g, ' ')
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2018\u2019]/g, "'");
}

class Walk {
  readonly found: PrivateValue[] = [];
  readonly #text: string;
  readonly #programs: ReadonlySet<string>;
  readonly #ownWords: ReadonlySet<string>;
  /** Where the last text ends that was tried as a key. */
  #keyEnd = 0;

  constructor(text: string, programs: ReadonlySet<string>, ownWords: ReadonlySet<string>) {
    this.#text = text;
    this.#programs = programs;
    this.#ownWords = ownWords;
  }

  /** Read what begins at a place: where to go on. */
  step(at: number): number {
    const code = this.#text.charCodeAt(at);
    if (isNameCode(code)) return this.#readRun(at);
    if (code === 58 && this.#text.startsWith('://', at)) return this.#readAuthority(at + 3);
    if (code === 58 && this.#text.charCodeAt(at + 1) === 58) return this.#readAddress(at, at + 2);
    if (code === 45 && this.#text.startsWith('-----BEGIN ', at)) return this.#readPrivateKey(at);
    if (code > 0x30a0 && code < 0x30ff) return this.#readLabel(at);
    return at + 1;
  }

  /** A run of letters, digits, `.`, `_` and `-`. */
  #readRun(from: number): number {
    const text = this.#text;
    const end = skip(text, from, from + MAX_RUN, isRunCode);
    let to = end;
    while (to > from && !isNameCode(text.charCodeAt(to - 1))) to--;
    const run = text.slice(from, to);
    const read = this.#readShape(run, from, to) ?? this.#readAfter(run, from, to) ?? this.#readName(run, from, to);
    return Math.max(read ?? end, from + 1);
  }

  /** What the run says of the text after it: where that ends, or null where it says nothing. */
  #readAfter(run: string, from: number, to: number): number | null {
    const text = this.#text;
    const next = text.charCodeAt(to);
    if (next === 64) return this.#readAt(from, to);
    if (next === 43) {
      const local = skip(text, to, to + MAX_AHEAD, (code) => isRunCode(code) || code === 43);
      if (text.charCodeAt(local) === 64) return this.#readAt(from, local);
    }
    if (next === 32 && run.length === 3 && MONTHS.has(run)) return this.#readJournal(to);
    if (next === 58 && /^\d{4}-\d\d-\d\dT\d\d$/.test(run)) return this.#readStamp(to);
    return this.#readFlag(run, from, to) ?? this.#readNamed(run, from, to) ?? this.#readPlace(run, from, to);
  }

  /** Private by its form, or by that of a part of it. */
  #readShape(run: string, from: number, to: number): number | null {
    const address = this.#readAddress(from, -1);
    if (address >= 0) return address;
    if (run.length < 7 || !hasDigit(run) || isPlaceholder(run)) return null;
    // The shortest form is a host's id.
    const shape = run.length < 10 ? null : findShape(run);
    if (shape) {
      const end = shape.kind === 'token' ? skip(this.#text, from + shape.to, this.#text.length, isRunCode) : from + shape.to;
      this.#take(shape.kind, from + shape.from, end);
      return isCloudIdentifier(run) ? to : end;
    }
    return this.#readAnyIpv4(run, from, to);
  }

  /** A name that is private without a place that says so. */
  #readName(run: string, from: number, to: number): number | null {
    const text = this.#text;
    const key = this.#readKey(from);
    if (key >= 0) return key;
    const heading = text.charCodeAt(from - 1) === 91 ? /^plugin\.\w+\./.exec(run)?.[0].length ?? 0 : 0;
    if (heading > 0 && isDomain(run)) {
      // A heading whose name has a dot in it is a fault of its own: the last dot stays.
      this.#take('host', from + heading, from + run.lastIndexOf('.'));
      return to;
    }
    if (!isDomain(run) || isPlaceholder(run) || this.#ownWords.has(run.toLowerCase()) || this.#isTag(from, to)) return null;
    this.#take('host', from, to);
    return to;
  }

  /** `INFO <spec.cloud>` */
  #isTag(from: number, to: number): boolean {
    return this.#text.charCodeAt(to) === 62 && /(?:TRACE|DEBUG|INFO|WARNING|ERROR|CRITICAL) <+$/.test(this.#text.slice(Math.max(0, from - 15), from));
  }

  /** An address with colons, or `otherwise`. */
  #readAddress(at: number, otherwise: number): number {
    const before = this.#text.charCodeAt(at - 1);
    if (isNameCode(before) || before === 58 || before === 46) return otherwise;
    const address = readColons(this.#text, at);
    if (!address) return otherwise;
    this.#take(address.kind, at, address.to);
    return address.to;
  }

  /** The first IPv4 address inside a run, such as `backup-192.0.2.1.log`; a domain that has one is a name (`192.0.2.1.nip.io`). */
  #readAnyIpv4(run: string, from: number, to: number): number | null {
    const text = this.#text;
    if (isDomain(run)) return null;
    for (let at = from; at < to; at++) {
      const before = at === from ? 0 : text.charCodeAt(at - 1);
      if (!isDigitCode(text.charCodeAt(at)) || isAlphanumeric(before) || before === 46) continue;
      const end = readIpv4(text, at);
      if (end < 0 || /version[:= ]$/i.test(text.slice(Math.max(0, at - 8), at))) continue;
      this.#take('ip', at, end);
      return end;
    }
    return null;
  }

  /** A long text of letters of both cases and digits without order, as keys in base64 are. */
  #readKey(from: number): number {
    const text = this.#text;
    if (from < this.#keyEnd) return -1;
    let end = from;
    let upper = 0, lower = 0, digits = 0, changes = 0, length = 0, last = 0;
    for (; ; end++) {
      const code = text.charCodeAt(end);
      const kind = code >= 97 && code <= 122 ? 1 : code >= 65 && code <= 90 ? 2 : isDigitCode(code) ? 3 : 0;
      if (kind === 0 && code !== 43 && code !== 47 && code !== 45 && code !== 95) break;
      if (kind === 1) lower++;
      else if (kind === 2) upper++;
      else if (kind === 3) digits++;
      if (kind !== 0) length++;
      if (kind !== 0 && last !== 0 && kind !== last) changes++;
      last = kind;
    }
    this.#keyEnd = end;
    if (length < MIN_KEY || upper < 3 || lower < 3 || digits < 3 || changes < 0.4 * length) return -1;
    const to = skip(text, end, end + 2, (code) => code === 61);
    if (/(?:^|[^A-Za-z0-9])(?:key|token|password|id|aws|host|ip|mac|mail|user)-\d/.test(text.slice(from, to))) return -1;
    this.#take('key', from, to);
    return to;
  }

  /** The part of a URL before its path: user, password, host. */
  #readAuthority(from: number): number {
    const text = this.#text;
    const end = skip(text, from, from + MAX_AHEAD, (code) => code > 32 && !'/?#"\'`<>()[]{}\\'.includes(String.fromCharCode(code)) && code < 0x3000);
    let authority = text.slice(from, end);
    const colon = authority.indexOf(':');
    // A password with a slash in it: what stands after the colon is no port.
    if (!authority.includes('@') && colon > 0 && /[^\d]/.test(authority.slice(colon + 1))) {
      authority = text.slice(from, skip(text, end, from + MAX_AHEAD, (code) => code > 32 && code !== 34));
    }
    const sign = authority.lastIndexOf('@');
    if (sign < 0) return this.#readHost(from);
    const user = colon >= 0 && colon < sign ? colon : sign;
    this.#take('user', from, from + user);
    this.#take('password', from + user + 1, from + sign);
    return this.#readHost(from + sign + 1);
  }

  /** A host by its place: a name, or an address. */
  #readHost(from: number): number {
    const text = this.#text;
    const at = text.charCodeAt(from) === 91 ? from + 1 : from;
    const address = readColons(text, at);
    if (address) {
      this.#take(address.kind, at, address.to);
      return address.to;
    }
    let to = skip(text, at, at + MAX_AHEAD, isRunCode);
    while (to > at && !isNameCode(text.charCodeAt(to - 1))) to--;
    if (to === at) return at;
    this.#take('host', at, to);
    return to;
  }

  /** `name@domain`: a mail address, or the prompt of a shell. */
  #readAt(from: number, at: number): number | null {
    const text = this.#text;
    let to = skip(text, at + 1, at + MAX_AHEAD, isRunCode);
    while (to > at + 1 && !isNameCode(text.charCodeAt(to - 1))) to--;
    const domain = text.slice(at + 1, to);
    const ending = domain.slice(domain.lastIndexOf('.') + 1);
    if (UNITS.has(ending) || !/^[A-Za-z]/.test(domain)) return null;
    if (domain.includes('.') && /^[A-Za-z]{2,}$/.test(ending)) {
      this.#take('mail', from, to);
      return to;
    }
    const isPrompt = /^(?::|\]| [~/])/.test(text.slice(to, to + 2)) || /(?:ssh|scp|for) $/.test(text.slice(Math.max(0, from - 4), from));
    if (!isPrompt) return null;
    this.#take('user', from, at);
    this.#take('host', at + 1, to);
    return to;
  }

  /** `Nov 24 22:41:04 web01 agent[312]: `, from after the month. */
  #readJournal(at: number): number | null {
    const head = /^ {1,2}\d{1,2} \d\d:\d\d:\d\d(?:\.\d{1,9})? /.exec(this.#text.slice(at, at + 32));
    return head && this.#readOrigin(at + head[0].length, false);
  }

  /** `2026-11-24T22:41:04+09:00 web01 agent[312]: `, from after the hour. */
  #readStamp(at: number): number | null {
    const head = /^:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)? /.exec(this.#text.slice(at, at + 32));
    return head && this.#readOrigin(at + head[0].length, true);
  }

  /** A host before a program's name; where a message may stand in its place, the program must be a known one or have its number. */
  #readOrigin(from: number, isStrict: boolean): number {
    const text = this.#text;
    const to = skip(text, from, from + MAX_AHEAD, isRunCode);
    const program = /^ ([\w@./-]{1,64})(\[\d{1,10}\])?(:)?/.exec(text.slice(to, to + 80));
    if (to === from || !program) return from;
    const isProgram = program[2] !== undefined || (program[3] !== undefined && !isStrict) || this.#programs.has(program[1] ?? '');
    if (!isProgram) return from;
    this.#take('host', from, to);
    return to;
  }

  /** `-p value`, `--password=value`, `"--token", "value"`, `-u name:value`. */
  #readFlag(run: string, from: number, to: number): number | null {
    const text = this.#text;
    if (text.charCodeAt(from - 1) !== 45) return null;
    const start = text.charCodeAt(from - 2) === 45 ? from - 2 : from - 1;
    if (start > 0 && !/[\s"'`[(,=]/.test(text[start - 1] ?? '')) return null;
    const attached = run[0] === 'p' && start === from - 1 && text.charCodeAt(to) !== 61 ? this.#endOfWord(from + 1) : 0;
    if (attached > from + 3 && isAttachedPassword(text.slice(from + 1, Math.min(attached, from + MAX_AHEAD)))) {
      this.#take('password', from + 1, attached);
      return attached;
    }
    const name = run.toLowerCase();
    const isSecret = Object.hasOwn(SECRET_FLAGS, run) && SECRET_FLAGS[run]?.test(text.slice(Math.max(0, from - 160), from)) === true;
    const isShort = isSecret || name === 'p' || run === 'u' || run === 'h' || run === 'H' || name === 'user';
    const kind = isShort ? 'password' : kindOf(run);
    if (kind === null) return null;
    const value = skip(text, to, to + 6, (code) => code === 32 || code === 44 || code === 34 || code === 39 || code === 61);
    if (value === to) return null;
    const end = isQuoteCode(text.charCodeAt(value - 1)) ? this.#endOfQuoted(value) : this.#endOfWord(value);
    const word = text.slice(value, Math.min(end, value + MAX_AHEAD));
    if (/^[-/~.|]/.test(word) || (isShort && /^[a-z]+:\/\//.test(word)) || isPlaceholder(word) || (/^[a-z]+$/.test(word) && this.#ownWords.has(word))) return null;
    if (kind === 'host' || (name === 'h' && /^[A-Za-z][\w-]*[\d.-][\w.-]*(?::\d+)?$/.test(word))) return this.#readHost(value);
    if (name === 'h') return null;
    if (name === 'u' || name === 'user') {
      const colon = word.indexOf(':');
      if (colon < 1) return null;
      this.#take('user', value, value + colon);
      this.#take('password', value + colon + 1, end);
      return end;
    }
    // The port of a server or of a container, the pattern of processes.
    if (name === 'p' && (run === 'P' || /^[\d:,]{1,24}$/.test(word) || this.#isPattern(from))) return null;
    this.#take(kind, value, end);
    return end;
  }

  #isPattern(from: number): boolean {
    return /\b(?:check-procs|pgrep|mkdir|ps)\b[^\n]*$/.test(this.#text.slice(Math.max(0, from - 120), from));
  }

  /** `name = value`, `name: value`, `"name": "value"`. */
  #readNamed(run: string, from: number, to: number): number | null {
    const text = this.#text;
    const quote = skip(text, to, to + 4, isQuoteCode);
    const sign = skip(text, quote, quote + 24, (code) => code === 32);
    const code = text.charCodeAt(sign);
    const isColon = code === 58 || code === 0xff1a;
    if (!isColon && code !== 61 && code !== 0xff1d) return null;
    if (/^(?:name|key|value)$/i.test(run)) {
      const pair = this.#readPair(sign + 1, run.length === 5);
      if (pair !== null) return pair;
    }
    const isParameter = code === 61 && /[?&]/.test(text[from - 1] ?? '') && /^(?:key|sig)$/i.test(run);
    const kind = isParameter ? 'key' : kindOf(run);
    if (kind === null || (isColon && run === 'Server')) return null;
    const blank = skip(text, sign + 1, sign + 24, (code) => code === 32);
    let value = skip(text, blank, blank + 5, isQuoteCode);
    const isQuoted = value > blank;
    if (run.toLowerCase().endsWith('authorization')) value += /^(?:(?:Bearer|Basic|Token|Digest) )?/i.exec(text.slice(value, value + 8))?.[0].length ?? 0;
    if (kind === 'host') return this.#readNamedHost(value + (run === 'Server' && text.startsWith('tcp:', value) ? 4 : 0), isColon, isQuoted);
    const isCookie = isColon && run.toLowerCase().endsWith('cookie');
    const end = isQuoted ? this.#endOfQuoted(value) : isCookie ? skip(text, value, value + 4096, (code) => code >= 32 && code !== 34) : this.#endOfWord(value);
    const word = text.slice(value, Math.min(end, value + MAX_AHEAD));
    if (isPlaceholder(word) || isPath(word)) return null;
    const isEvident = !isColon || isCookie || quote > to || isQuoted || this.#isAlone(from) || this.#isLast(end) || (/\d/.test(word) && word.length >= 8);
    if (!isEvident || (isColon && !isQuoted && !this.#isAlone(from) && !/\d|[^\w]/.test(word))) return null;
    this.#take(kind, value, end);
    return Math.max(end, to + 1);
  }

  /** `"name":"DB_PASSWORD","value":"x"`, from after the first colon; in YAML a line each. `isTurned`: the value comes first. */
  #readPair(from: number, isTurned: boolean): number | null {
    const text = this.#text;
    const head = /^ {0,8}["'\\]{0,4}/.exec(text.slice(from, from + 12))?.[0].length ?? 0;
    const first = from + head;
    const end = skip(text, first, first + MAX_AHEAD, isTurned ? (code) => code > 32 && !isQuoteCode(code) : isRunCode);
    const next = /^["'\\]{0,4},?\s{0,40}["'\\]{0,4}(name|key|value)["'\\]{0,4} ?: ?["'\\]{0,4}/i.exec(text.slice(end, end + 80));
    if (!next || (next[1]?.length === 5) === isTurned) return null;
    const second = end + next[0].length;
    const isQuoted = isQuoteCode(text.charCodeAt(second - 1));
    const last = isTurned ? skip(text, second, second + MAX_RUN, isRunCode) : isQuoted ? this.#endOfQuoted(second) : this.#endOfWord(second);
    const kind = kindOf(isTurned ? text.slice(second, last) : text.slice(first, end));
    const [at, to] = isTurned ? [first, end] : [second, last];
    if (kind === null || isPath(text.slice(at, Math.min(to, at + MAX_AHEAD)))) return null;
    if (kind === 'host') return this.#readHost(at);
    this.#take(kind, at, to);
    return to;
  }

  #readNamedHost(from: number, isColon: boolean, isQuoted: boolean): number | null {
    const end = skip(this.#text, from, from + MAX_AHEAD, isRunCode);
    const next = this.#text.charCodeAt(end);
    if (end === from || next === 40 || (isColon && !isQuoted && !this.#isLast(end))) return null;
    return this.#readHost(from);
  }

  /** Words after which a host, a user or a token stands. */
  #readPlace(run: string, from: number, to: number): number | null {
    const text = this.#text;
    const next = text.charCodeAt(to);
    const word = run.length <= 9 ? run.toLowerCase() : '';
    if (next === 92 && this.#isDomain(run, from, to)) {
      this.#take('host', from, to);
      return this.#readUser(to);
    }
    if (next === 47 || next === 92) {
      if (HOMES.has(word) && isSlash(text.charCodeAt(from - 1))) return this.#readUser(to);
      if (word === 'hosts' && next === 47) return this.#readId(to + 1);
      if (run === 'services' && text.startsWith('hooks.slack.com/', from - 16)) return this.#takeWord('token', to + 1);
    }
    if (word === 'settings' && isSlash(next) && text.startsWith('Documents and ', from - 14)) return this.#readUser(to);
    if (word === 'computer' && next === 62) return this.#readHost(to + 1);
    if (next !== 32) return next === 58 && word === 'arn' ? this.#readArn(to) : null;
    if (word === 'host' && text.startsWith('connect to ', from - 11)) return this.#readHost(to + 1);
    if (word === 'net' && text.startsWith(' use ', to)) return this.#readNetUse(to + 5);
    if (ORACLE.has(word)) return this.#readOracle(to);
    if (word === 'bearer' || word === 'basic') return this.#readBearer(to + 1);
    if (word === 'id' && text.startsWith(' is "', to)) return this.#readId(to + 5);
    if (word === 'lookup' && (from === 0 || /[:"\n] ?$/.test(text.slice(Math.max(0, from - 2), from)))) return this.#readLookedUp(to + 1);
    if ((word === 'tcp' || word === 'udp' || word === 'tcp4' || word === 'tcp6') && text.charCodeAt(from - 1) === 32) return this.#readSocket(to + 1);
    if (word === 'for' && text.startsWith('valid for ', from - 6)) return this.#readNames(to + 1);
    return null;
  }

  /** `CORP\tanaka`: a domain of Windows and a user; `\n`, `\r` and `\t` may be escapes of JSON instead. */
  #isDomain(run: string, from: number, to: number): boolean {
    const before = this.#text.slice(Math.max(0, from - 120), from);
    const after = /^\\{1,2}([A-Za-z][\w.-]{1,40})(?![\w.\\/:-])/.exec(this.#text.slice(to, to + 48))?.[1];
    if (after === undefined || !/^[A-Z][A-Z0-9-]{1,14}$/.test(run) || NO_DOMAIN.has(run) || /[\\/:.%\w]$/.test(before)) return false;
    return this.#text.charCodeAt(to + 1) === 92 || !/^[nrt]/.test(after) || !/\\["nrt]|[{,] ?"/.test(before);
  }

  /** `net use Z: \\server\share password /user:domain\name`, in any order, from after `use`. */
  #readNetUse(from: number): number | null {
    const line = /^[^\n]{0,300}/.exec(this.#text.slice(from, from + 300))?.[0] ?? '';
    if (!line.includes('\\\\')) return null;
    let at = from;
    for (const word of line.split(' ')) {
      if (word.startsWith('\\\\')) this.#readHost(skip(this.#text, at, at + 4, isSlash));
      else if (/^\/user:/i.test(word)) {
        const name = word.lastIndexOf('\\') + 1;
        if (name > 6) this.#take('host', at + 6, at + name - 1);
        this.#take('user', at + Math.max(name, 6), at + word.length);
      } else if (!/^(?:\/|[a-z]:?$)/i.test(word)) this.#take('password', at, at + word.length);
      at += word.length + 1;
    }
    return from + line.length;
  }

  /** `scott/tiger@//db01`, from after the program. */
  #readOracle(at: number): number | null {
    const [all, flags = '', user = '', password = '', sign = '', host = ''] = /^((?: -\w+)* ["']?)([\w$#]+)\/([^\s@"'/]+)(@(?:\/\/)?)?([\w.-]*)/.exec(this.#text.slice(at, at + 300)) ?? [];
    if (all === undefined) return null;
    const from = at + flags.length;
    this.#take('user', from, from + user.length);
    this.#take('password', from + user.length + 1, from + user.length + 1 + password.length);
    if (sign !== '' && host !== '') this.#readHost(from + user.length + 1 + password.length + sign.length);
    return at + all.length;
  }

  #readUser(at: number): number | null {
    const text = this.#text;
    const from = skip(text, at, at + 4, isSlash);
    const isWindows = text.charCodeAt(at) === 92;
    const isLatin = text.charCodeAt(from) < 0x3000;
    const part = (code: number): boolean => code > 32 && !'/\\"\'`<>|:;,()[]{}'.includes(String.fromCharCode(code)) && (code < 0x3000 || !isLatin);
    let to = skip(text, from, from + MAX_AHEAD, part);
    if (isWindows) {
      // Windows lets a user's name have spaces; the next backslash proves that it goes on.
      const wide = skip(text, from, from + 64, (code) => code === 32 || part(code));
      if (text.charCodeAt(wide) === 92) to = wide;
    }
    while (to > from && text.charCodeAt(to - 1) === 46) to--;
    if (to > from) this.#take('user', from, to);
    return to;
  }

  #readId(from: number): number | null {
    const to = skip(this.#text, from, from + MAX_AHEAD, isRunCode);
    if (to - from < 6 || !hasDigit(this.#text.slice(from, to))) return null;
    this.#take('id', from, to);
    return to;
  }

  #readBearer(from: number): number | null {
    const end = skip(this.#text, from, from + 4096, (code) => isRunCode(code) || code === 126 || code === 43 || code === 47 || code === 61);
    const word = this.#text.slice(from, end);
    if (end - from < 8 || (!/[\d=]/.test(word) && end - from < 20)) return null;
    this.#take('token', from, end);
    return end;
  }

  #readLookedUp(from: number): number | null {
    const to = skip(this.#text, from, from + MAX_AHEAD, isRunCode);
    // `lookup tcp/https` names a port.
    const isPort = this.#text.charCodeAt(to) === 47;
    return isPort || NO_HOST.has(this.#text.slice(from, to)) ? null : this.#readHost(from);
  }

  /** `tcp db01:3306` */
  #readSocket(from: number): number | null {
    const to = skip(this.#text, from, from + MAX_AHEAD, isRunCode);
    return to > from && this.#text.charCodeAt(to) === 58 && isDigitCode(this.#text.charCodeAt(to + 1)) ? this.#readHost(from) : null;
  }

  /** `a.example, b.example, not c.example` */
  #readNames(from: number): number {
    let at = from;
    for (let name = 0; name < 100; name++) {
      at = this.#readHost(at);
      const more = /^, (?:not )?/.exec(this.#text.slice(at, at + 6));
      if (!more) return at;
      at += more[0].length;
    }
    return at;
  }

  /** `arn:aws:iam::123456789012:role/x`: the number is an account's. */
  #readArn(at: number): number | null {
    const head = /^:aws[\w-]{0,10}:[\w-]{0,32}:[\w-]{0,32}:(?=\d{12}:)/.exec(this.#text.slice(at, at + 100));
    if (!head) return null;
    this.#take('aws', at + head[0].length, at + head[0].length + 12);
    return at + head[0].length + 12;
  }

  /** `コンピューター名: WEB01`, `パスワード：x` */
  #readLabel(at: number): number {
    const text = this.#text;
    const head = text.slice(at, at + 48);
    for (const [kind, label] of LABELS) {
      const length = label.exec(head)?.[0].length ?? 0;
      if (length === 0 || (head.startsWith('キー') && !/API ?$/.test(text.slice(Math.max(0, at - 4), at)))) continue;
      const from = skip(text, at + length, at + length + 2, (code) => isQuoteCode(code) || code === 0x300c);
      if (kind === 'host') return this.#readHost(from);
      const to = skip(text, from, from + MAX_AHEAD, (code) => code > 32 && !'"\'`<>、。，；（）「」'.includes(String.fromCharCode(code)));
      const slash = kind === 'user' ? text.slice(from, to).lastIndexOf('\\') + 1 : 0;
      if (slash > 1) this.#take('host', from, from + slash - 1);
      this.#take(kind, from + slash, to);
      return to;
    }
    return at + 1;
  }

  /** The lines between the two marks of a private key. */
  #readPrivateKey(at: number): number {
    const text = this.#text;
    const head = /^-----BEGIN [A-Z ]{0,24}PRIVATE KEY-----/.exec(text.slice(at, at + 64));
    if (!head) return at + 1;
    const from = at + head[0].length;
    let end = from;
    while (end < text.length && !text.startsWith('-----', end) && isArmour(text.charCodeAt(end))) end++;
    let [first, last] = [from, end];
    while (first < last && text.charCodeAt(first) <= 32) first++;
    while (last > first && text.charCodeAt(last - 1) <= 32) last--;
    this.#take('key', first, last);
    return end;
  }

  #takeWord(kind: Kind, from: number): number {
    const to = this.#endOfWord(from);
    this.#take(kind, from, to);
    return to;
  }

  /** Where a value without quotes ends: at white space, a quote or a bracket that closes, or where the next `name=` begins. */
  #endOfWord(from: number): number {
    const text = this.#text;
    let end = from;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code <= 32 || code === 34 || code === 39 || code === 96 || code === 60 || code === 62 || (code === 92 && isQuoteCode(text.charCodeAt(end + 1)))) break;
      if ((code === 38 || code === 59 || code === 44) && /^.(?:[\w.-]{1,40}=|["'\s]|$)/.test(text.slice(end, end + 42))) break;
    }
    while (end > from && '])},;.'.includes(text[end - 1] ?? '')) end--;
    return end;
  }

  /** Where a value in quotes ends: at the next quote in its line that no backslash escapes, unless the opening one is escaped itself. */
  #endOfQuoted(from: number): number {
    const text = this.#text;
    const quote = text.charCodeAt(from - 1);
    const isEscaped = text.charCodeAt(from - 2) === 92;
    let end = from;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === quote || code === 10 || (isEscaped && code === 92)) break;
      if (code === 92) end++;
    }
    return Math.min(end, text.length);
  }

  /** Nothing but marks and white space stands before a name in its line, or a comma or a brace. */
  #isAlone(from: number): boolean {
    const before = this.#text.slice(Math.max(0, from - 12), from);
    return /(?:^|[\n{,;]|X-)[\s"'`>{,\-\\]*$/i.test(before);
  }

  /** The line, the pair or the sentence ends. */
  #isLast(end: number): boolean {
    return /^(?:\s*$|[ \t]*[\r\n]|["'`,;})\]\\])/.test(this.#text.slice(end, end + 8));
  }

  /** Keep a value, unless it gives nothing away. */
  #take(kind: Kind, from: number, to: number): void {
    const value = this.#text.slice(from, to);
    if (to <= from || isPlaceholder(value) || from < (this.found.at(-1)?.to ?? 0)) return;
    if (kind === 'user' && COMMON_USERS.has(value.toLowerCase())) return;
    if (kind === 'host' || kind === 'ip' || kind === 'id') {
      if (kind === 'host' && (isPublicHost(value) || isDigits(value))) return;
      if (readIpv4(value, 0) === value.length) kind = 'ip';
      if (kind === 'ip' && isPublicAddress(value)) return;
      const shape = kind === 'ip' || !hasDigit(value) ? null : findShape(value);
      if (shape) {
        kind = shape.kind;
        if (isCloudIdentifier(value)) [from, to] = [from + shape.from, from + shape.to];
        if (isPlaceholder(this.#text.slice(from, to))) return;
      }
    }
    this.found.push({ kind, from, to });
  }
}

/** What the name of a value says of it, or null. */
function kindOf(name: string): Kind | null {
  if (name.length > 100 || FOLDER_NAMES.has(name)) return null;
  const whole = NAMED_WHOLE[name];
  if (whole !== undefined) return whole;
  const lower = name.toLowerCase();
  const squeezed = lower.replace(/[._-]/g, '');
  for (const [end, kind] of NAMED) if (squeezed.endsWith(end)) return kind;
  const last = /[a-z]+$/.exec(lower)?.[0] ?? '';
  if (Object.hasOwn(NAMED_BY_WORD, last)) return NAMED_BY_WORD[last] ?? null;
  return /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_(?:KEY|AUTH)$/.test(name) ? 'key' : null;
}

function skip(text: string, from: number, to: number, test: (code: number) => boolean): number {
  let at = from;
  while (at < to && at < text.length && test(text.charCodeAt(at))) at++;
  return at;
}

/** `-pS3cret` and no flag of several letters (`-pidfile`, `-print0`, `-productVersion`), no port. */
function isAttachedPassword(word: string): boolean {
  return !/^[\d:,]+$|^[a-z]+[A-Z][A-Za-z]*$|^rint0$|^[A-Z]+$|[:=].*[/.]/.test(word) && /^[A-Z]|[^a-z-]/.test(word);
}

function isPath(word: string): boolean {
  return /^(?:\/|[A-Za-z]:\\)[\w./\\ -]*$/.test(word) && !/[A-Z\d]{3}/.test(word) && word.length < 100;
}

const isDigits = (text: string): boolean => /^\d+$/.test(text);
const hasDigit = (text: string): boolean => /\d/.test(text);
const isDigitCode = (code: number): boolean => code >= 48 && code <= 57;
const isAlphanumeric = (code: number): boolean => isDigitCode(code) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isNameCode = (code: number): boolean => isAlphanumeric(code) || code === 95;
const isRunCode = (code: number): boolean => isNameCode(code) || code === 45 || code === 46;
const isQuoteCode = (code: number): boolean => code === 34 || code === 39 || code === 92 || code === 96;
const isSlash = (code: number): boolean => code === 47 || code === 92;
const isArmour = (code: number): boolean => isAlphanumeric(code) || code <= 32 || code === 43 || code === 47 || code === 61 || code === 92 || code === 58 || code === 44 || code === 45;
