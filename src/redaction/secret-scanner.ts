/** The state of the scan of a text: where values end, and which of them are private. */
import {
  hasDigit,
  isNameCode,
  isQuoteCode,
  isRunCode,
  skipWhile,
} from '../engine/lines/character-classes.ts';
import type { PublicNames } from './public-names.ts';
import { isPublicAddress, readColonAddress, readIpv4 } from './network-addresses.ts';
import {
  findFormat,
  isCloudIdentifier,
  isPlaceholder,
  isPublicHost,
  type PrivateKind,
} from './value-formats.ts';

/** Maximum characters read of an unquoted value, the user part of a URL, or a name. */
export const MAX_AHEAD = 512;
/** Maximum characters of a run read at once; a host name has at most 253 (RFC 1035). */
export const MAX_RUN = 256;

export interface PrivateValue {
  kind: PrivateKind;
  from: number;
  to: number;
}

export class SecretScanner {
  readonly found: PrivateValue[] = [];
  readonly text: string;
  readonly names: PublicNames;
  /** Whether a person typed the text. */
  readonly isTyped: boolean;
  /** End of the last run of key characters that was examined, and the key found in it. */
  keyEnd = 0;
  key: { from: number; to: number } | null = null;

  constructor(text: string, names: PublicNames, isTyped: boolean) {
    this.text = text;
    this.names = names;
    this.isTyped = isTyped;
  }

  /** Record a value, unless it reveals nothing or overlaps the last one. */
  addValue(kind: PrivateKind, from: number, to: number): void {
    const value = this.text.slice(from, to);
    if (to <= from || isPlaceholder(value) || from < (this.found.at(-1)?.to ?? 0)) return;
    if (kind === 'user' && this.#isCommonUser(value.toLowerCase())) return;
    if (kind === 'host' || kind === 'ip' || kind === 'id') {
      if (kind === 'host' && (isPublicHost(value, this.names.hosts) || isDigits(value))) return;
      if (readIpv4(value, 0) === value.length) kind = 'ip';
      if (kind === 'ip' && isPublicAddress(value)) return;
      const format = kind === 'ip' || !hasDigit(value) ? null : findFormat(value);
      if (format) {
        kind = format.kind;
        if (isCloudIdentifier(value)) [from, to] = [from + format.from, from + format.to];
        if (isPlaceholder(this.text.slice(from, to))) return;
      }
    }
    this.found.push({ kind, from, to });
  }

  /** Return whether a user in lower case may exist on every computer that runs the products. */
  #isCommonUser(name: string): boolean {
    return this.names.users.has(name);
  }

  /** Take the host name or address that begins at `from`. @returns where it ends */
  addHost(from: number): number {
    const text = this.text;
    const at = text.charCodeAt(from) === 91 ? from + 1 : from;
    const address = readColonAddress(text, at);
    if (address) {
      this.addValue(address.kind, at, address.to);
      return address.to;
    }
    let to = skipWhile(text, at, at + MAX_AHEAD, isRunCode);
    while (to > at && !isNameCode(text.charCodeAt(to - 1))) to--;
    if (to === at) return at;
    this.addValue('host', at, to);
    return to;
  }

  /** Take the unquoted value that begins at `from`. @returns where it ends */
  addUnquoted(kind: PrivateKind, from: number): number {
    const to = this.endOfWord(from);
    this.addValue(kind, from, to);
    return to;
  }

  /**
   * Return where an unquoted value ends: at whitespace, a quote, a closing bracket, or where the
   * next `name=` begins.
   */
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
    // The colon after a command in brackets: `(plugin -username=monitor): …`.
    if (end > from + 1 && text.endsWith('):', end)) end--;
    while (end > from && '])},;.'.includes(text[end - 1] ?? '')) end--;
    return end;
  }

  /**
   * Return where a quoted value ends: at the next unescaped quote of its line or, if the opening
   * quote is escaped itself, at the next backslash.
   */
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

  /**
   * Return whether a name starts its line, or follows a comma or brace, ignoring quotes and spaces.
   */
  startsLine(from: number): boolean {
    const before = this.text.slice(Math.max(0, from - 12), from);
    return /(?:^|[\n{,;]|X-)[\s"'`>{,\-\\]*$/i.test(before);
  }

  /** Return whether the line, the pair or the sentence ends at `end`. */
  endsLine(end: number): boolean {
    return /^(?:\s*$|[ \t]*[\r\n]|["'`,;})\]\\])/.test(this.text.slice(end, end + 8));
  }
}

const isDigits = (text: string): boolean => /^\d+$/.test(text);
