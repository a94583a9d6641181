/** The walk over a text in search of private values: where values end, and which of them are kept. */
import { hasDigit, isNameCode, isQuoteCode, isRunCode, skip } from '../characters.ts';
import { isPublicAddress, readColons, readIpv4 } from './private-addresses.ts';
import { COMMON_USERS } from './private-names.ts';
import {
  findShape,
  isCloudIdentifier,
  isPlaceholder,
  isPublicHost,
  type Kind,
} from './private-shapes.ts';

/** How far a value without quotes, a user part of a URL and a name are read. */
export const MAX_AHEAD = 512;
/** How much of a run is read at once: a host name has at most 253 characters. */
export const MAX_RUN = 256;

export interface PrivateValue {
  kind: Kind;
  from: number;
  to: number;
}

export class Walk {
  readonly found: PrivateValue[] = [];
  readonly text: string;
  readonly programs: ReadonlySet<string>;
  readonly ownWords: ReadonlySet<string>;
  /** A person typed the text. */
  readonly isTyped: boolean;
  /** Where the last text ends that was tried as a key, and the key in it. */
  keyEnd = 0;
  key: { from: number; to: number } | null = null;

  constructor(
    text: string,
    programs: ReadonlySet<string>,
    ownWords: ReadonlySet<string>,
    isTyped: boolean,
  ) {
    this.text = text;
    this.programs = programs;
    this.ownWords = ownWords;
    this.isTyped = isTyped;
  }

  /** Keep a value, unless it gives nothing away. */
  take(kind: Kind, from: number, to: number): void {
    const value = this.text.slice(from, to);
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
        if (isPlaceholder(this.text.slice(from, to))) return;
      }
    }
    this.found.push({ kind, from, to });
  }

  /** Take a host by its place: a name, or an address. @returns where it ends */
  takeHost(from: number): number {
    const text = this.text;
    const at = text.charCodeAt(from) === 91 ? from + 1 : from;
    const address = readColons(text, at);
    if (address) {
      this.take(address.kind, at, address.to);
      return address.to;
    }
    let to = skip(text, at, at + MAX_AHEAD, isRunCode);
    while (to > at && !isNameCode(text.charCodeAt(to - 1))) to--;
    if (to === at) return at;
    this.take('host', at, to);
    return to;
  }

  /** Take a value without quotes. @returns where it ends */
  takeWord(kind: Kind, from: number): number {
    const to = this.endOfWord(from);
    this.take(kind, from, to);
    return to;
  }

  /** Where a value without quotes ends: at white space, a quote or a bracket that closes, or where the next `name=` begins. */
  endOfWord(from: number): number {
    const text = this.text;
    let end = from;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (
        code <= 32 ||
        code === 34 ||
        code === 39 ||
        code === 96 ||
        code === 60 ||
        code === 62 ||
        (code === 92 && isQuoteCode(text.charCodeAt(end + 1)))
      )
        break;
      if (
        (code === 38 || code === 59 || code === 44) &&
        /^.(?:[\w.-]{1,40}=|["'\s]|$)/.test(text.slice(end, end + 42))
      )
        break;
    }
    while (end > from && '])},;.'.includes(text[end - 1] ?? '')) end--;
    return end;
  }

  /** Where a value in quotes ends: at the next quote in its line that no backslash escapes, unless the opening one is escaped itself. */
  endOfQuoted(from: number): number {
    const text = this.text;
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
  isAlone(from: number): boolean {
    const before = this.text.slice(Math.max(0, from - 12), from);
    return /(?:^|[\n{,;]|X-)[\s"'`>{,\-\\]*$/i.test(before);
  }

  /** The line, the pair or the sentence ends. */
  isLast(end: number): boolean {
    return /^(?:\s*$|[ \t]*[\r\n]|["'`,;})\]\\])/.test(this.text.slice(end, end + 8));
  }
}

const isDigits = (text: string): boolean => /^\d+$/.test(text);
