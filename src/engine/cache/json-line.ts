/**
 * Extracts the message from a flat line of JSON, as `docker logs` stores it and `journalctl -o
 * json` prints it, byte by byte and without building an object. Anything else (nested values,
 * truncated lines, text beyond ASCII) is left to json-csv-fields.ts. On lines that both can read,
 * the results are equal.
 */
import { decode, encode, indexOfByte, matchesAt } from '../lines/bytes.ts';
import { WordView } from '../lines/word-view.ts';

/** The byte that an escape such as `\n` or `\"` stands for, by its letter; 0 for none. */
const ESCAPED = new Uint8Array(256);
for (const [letter, byte] of Object.entries({
  '"': 34,
  '\\': 92,
  '/': 47,
  b: 8,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
}))
  ESCAPED[letter.charCodeAt(0)] = byte;
/** The value of a hexadecimal digit, plus one; 0 for other bytes. */
const HEX = new Uint8Array(256);
for (const [index, digit] of [...'0123456789abcdef'].entries())
  HEX[digit.charCodeAt(0)] = HEX[digit.toUpperCase().charCodeAt(0)] = index + 1;
/** 1 for the characters of `null`, `true`, `false` and numbers. */
const SCALAR = new Uint8Array(256);
for (const character of '+-.0123456789Eaeflnrstu') SCALAR[character.charCodeAt(0)] = 1;

/** Decodes names, and remembers the last one, because most lines repeat it. */
class NameDecoder {
  #name = '';
  #bytes: Uint8Array = new Uint8Array(0);

  /** Decode a name up to its first escape. */
  decodeName(bytes: Uint8Array, from: number, to: number): string {
    const last = this.#bytes;
    if (last.length === to - from && matchesAt(bytes, from, last)) return this.#name;
    this.#bytes = bytes.slice(from, to);
    const escape = indexOfByte(bytes, 92, from, to);
    return (this.#name = decode(bytes, from, escape < 0 ? to : escape));
  }
}

export class JsonLine {
  /** The message of the last line, up to `to`. It stays valid while the next line is read. */
  bytes = new Uint8Array(1024);
  to = 0;
  #spare = new Uint8Array(1024);
  readonly #readView = new WordView();
  readonly #writeView = new WordView();
  /** Bytes of the string that was unescaped last. */
  #length = 0;
  /** The program that the last line named, empty for none; null if the line could not be read. */
  sender: string | null = null;
  /** The host, pod or container that the last line named, empty for none. */
  source = '';
  #bestSource = 0;
  readonly #senderDecoder = new NameDecoder();
  readonly #sourceDecoder = new NameDecoder();
  readonly #fields: readonly Uint8Array[];
  readonly #programs: readonly Uint8Array[];
  readonly #sources: readonly Uint8Array[];
  readonly #bytesStayValid: boolean;

  /**
   * @param fields that may hold the message, the most likely first
   * @param programs fields that may name the program
   * @param sources fields that may name the host, pod or container, the most specific first
   * @param bytesStayValid whether messages stay valid; if not, each is valid until the next line
   * has been read
   */
  constructor(
    fields: readonly string[],
    programs: readonly string[] = [],
    sources: readonly string[] = [],
    bytesStayValid = false,
  ) {
    this.#fields = fields.map(encode);
    this.#programs = programs.map(encode);
    this.#sources = sources.map(encode);
    this.#bytesStayValid = bytesStayValid;
  }

  /** Return whether the bytes are one of the two buffers that are reused. */
  ownsBuffer(bytes: Uint8Array): boolean {
    return bytes === this.bytes || bytes === this.#spare;
  }

  /**
   * Read the object that begins at `from`.
   *
   * @returns whether it could be read and holds a message in ASCII
   */
  readMessage(bytes: Uint8Array, from: number, to: number): boolean {
    if (this.#spare.length < to - from) this.#spare = new Uint8Array(2 * (to - from));
    this.sender = null;
    let best = this.#fields.length;
    let length = -1;
    let sender = '';
    this.source = '';
    this.#bestSource = this.#sources.length;
    let at = skipBlanks(bytes, from + 1, to);
    for (;;) {
      if (bytes[at] !== 34) return false;
      const key = at + 1;
      at = endOfString(bytes, key, to);
      if (at < 0) return false;
      const field = indexOfKey(this.#fields, bytes, key, at);
      const isSender = sender === '' && indexOfKey(this.#programs, bytes, key, at) >= 0;
      const sourceField = indexOfKey(this.#sources, bytes, key, at);
      at = skipBlanks(bytes, at + 1, to);
      if (bytes[at] !== 58) return false;
      at = skipBlanks(bytes, at + 1, to);
      if (bytes[at] !== 34) {
        at = field < 0 ? endOfScalar(bytes, at, to) : -1;
        if (at < 0) return false;
      } else {
        const start = at + 1;
        const isMessage = field >= 0 && field <= best;
        at = isMessage ? this.#unescape(bytes, start, to) : endOfString(bytes, start, to);
        if (at < 0) return false;
        if (isSender) sender = this.#senderDecoder.decodeName(bytes, start, at);
        this.#noteSource(sourceField, bytes, start, at);
        if (isMessage) {
          best = field;
          length = this.#length;
        }
        at++;
      }
      at = skipBlanks(bytes, at, to);
      const next = bytes[at];
      if (next === 125) break;
      if (next !== 44) return false;
      at = skipBlanks(bytes, at + 1, to);
    }
    if (length < 0 || skipBlanks(bytes, at + 1, to) < to) return false;
    if (this.#bytesStayValid) this.bytes = this.#spare.slice(0, length);
    else [this.bytes, this.#spare] = [this.#spare, this.bytes];
    this.to = length;
    this.sender = sender;
    return true;
  }

  /** Note the name in a field, if it is more specific than the names noted before. */
  #noteSource(field: number, bytes: Uint8Array, from: number, to: number): void {
    if (field < 0 || field >= this.#bestSource || from === to) return;
    this.#bestSource = field;
    this.source = this.#sourceDecoder.decodeName(bytes, from, to);
  }

  /**
   * Unescape a string, without its trailing line break.
   *
   * @returns where its closing quotation mark is, or -1 if it is not one line of ASCII
   */
  #unescape(bytes: Uint8Array, from: number, to: number): number {
    const [read, write, into] = [
      this.#readView.viewOf(bytes),
      this.#writeView.viewOf(this.#spare),
      this.#spare,
    ];
    let length = 0;
    for (let at = from; at < to; at++) {
      for (const last = to - 4; at <= last; at += 4, length += 4) {
        const word = read.getInt32(at, true);
        const quote = word ^ 0x22222222;
        const escape = word ^ 0x5c5c5c5c;
        const del = word ^ 0x7f7f7f7f;
        // Copy four bytes at once, unless one is not ASCII, a control character, `"`, `\` or DEL.
        if (
          ((word |
            ((word - 0x20202020) & ~word) |
            ((quote - 0x01010101) & ~quote) |
            ((escape - 0x01010101) & ~escape) |
            ((del - 0x01010101) & ~del)) &
            0x80808080) !==
          0
        )
          break;
        write.setInt32(length, word, true);
      }
      if (at >= to) break;
      let byte = bytes[at] as number;
      if (byte === 34) {
        this.#length = length;
        return at;
      }
      if (byte < 32) return -1;
      if (byte === 92) {
        const letter = bytes[++at] as number;
        if (letter === 117) {
          byte = hexOf(bytes, at + 1, to);
          at += 4;
        } else byte = ESCAPED[letter] as number;
        if (byte === 10 && bytes[at + 1] === 34) continue;
        if (byte < 32 && byte !== 9) return -1;
      }
      if (byte >= 127) return -1;
      into[length++] = byte;
    }
    return -1;
  }
}

/** Return the index of a key among names, or -1. */
function indexOfKey(
  names: readonly Uint8Array[],
  bytes: Uint8Array,
  from: number,
  to: number,
): number {
  for (let index = 0; index < names.length; index++) {
    const name = names[index] as Uint8Array;
    if (name.length === to - from && matchesAt(bytes, from, name)) return index;
  }
  return -1;
}

function skipBlanks(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && (bytes[at] === 32 || bytes[at] === 9)) at++;
  return at;
}

/** Return where a number or a constant ends, or -1 if there is none. */
function endOfScalar(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && SCALAR[bytes[at] as number] === 1) at++;
  return at === from ? -1 : at;
}

/** Return where the closing quotation mark of a string is, or -1. */
function endOfString(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte === 34) return at;
    if (byte < 32) return -1;
    if (byte === 92) at++;
  }
  return -1;
}

/** Parse four hexadecimal digits, or return 0. */
function hexOf(bytes: Uint8Array, from: number, to: number): number {
  if (from + 4 > to) return 0;
  let value = 0;
  for (let at = from; at < from + 4; at++) {
    const digit = HEX[bytes[at] as number] as number;
    if (digit === 0) return 0;
    value = value * 16 + digit - 1;
  }
  return value;
}
