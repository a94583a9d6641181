/**
 * What makes two things one, as bytes. An identity is written into a buffer that is reused, then looked up in a hash table and compared
 * byte by byte: nothing is allocated for one that was seen before.
 */
const MAX_LENGTH = 4096;

/** The identity that is being written. */
export class Identity {
  readonly bytes = new Uint8Array(MAX_LENGTH);
  length = 0;
  /** FNV-1a of what was written. */
  hash = 0;

  begin(): void {
    this.length = 0;
    this.hash = 0x811c9dc5;
  }

  /** Write a number below 2^16. */
  number(value: number): void {
    const at = this.length;
    if (at + 2 > MAX_LENGTH) return;
    this.bytes[at] = value >> 8;
    this.bytes[at + 1] = value;
    this.length = at + 2;
    this.hash = Math.imul(this.hash ^ value, 0x01000193);
  }

  /** Write a text, and where it ends. */
  text(text: Uint8Array, from: number, to: number): void {
    const { bytes } = this;
    const end = Math.min(to, from + MAX_LENGTH - this.length - 1);
    let { length, hash } = this;
    for (let at = from; at < end; at++) {
      const byte = text[at] as number;
      bytes[length++] = byte;
      hash = Math.imul(hash ^ byte, 0x01000193);
    }
    this.hash = hash;
    this.length = length;
    this.number(0);
  }

  /** Write a text in which each word that holds a digit is `#`: numbers, addresses and ids differ from line to line. */
  masked(text: Uint8Array, from: number, to: number): void {
    const { bytes } = this;
    const end = Math.min(to, from + MAX_LENGTH - this.length - 1);
    let { length, hash } = this;
    let before = hash;
    let word = length;
    let hasDigit = false;
    for (let at = from; at <= end; at++) {
      const byte = at < end ? (text[at] as number) : 0;
      const kind = KINDS[byte] as number;
      if (kind !== 0) {
        hasDigit ||= kind === 2;
      } else if (hasDigit) {
        bytes[word] = 35;
        length = word + 1;
        hash = Math.imul(before ^ 35, 0x01000193);
        hasDigit = false;
      }
      bytes[length++] = byte;
      hash = Math.imul(hash ^ byte, 0x01000193);
      if (kind === 0) {
        word = length;
        before = hash;
      }
    }
    this.hash = hash;
    this.length = length;
  }
}

/** 0: not of a word, 1: of a word, 2: a digit. */
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 48 && byte <= 57) return 2;
  return (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte === 95 || byte === 45 || byte === 46 ? 1 : 0;
});

interface Kept<Value> {
  bytes: Uint8Array;
  value: Value;
  next: Kept<Value> | undefined;
}

/** Values by identity. */
export class IdentityTable<Value> {
  readonly #table = new Map<number, Kept<Value>>();

  /** What is kept for an identity. */
  get({ bytes, length, hash }: Identity): Value | undefined {
    for (let kept = this.#table.get(hash); kept; kept = kept.next) if (kept.bytes.length === length && isEqual(kept.bytes, bytes)) return kept.value;
    return undefined;
  }

  /** Keep a value for an identity. */
  set({ bytes, length, hash }: Identity, value: Value): void {
    this.#table.set(hash, { bytes: bytes.slice(0, length), value, next: this.#table.get(hash) });
  }
}

function isEqual(wanted: Uint8Array, bytes: Uint8Array): boolean {
  for (let at = 0; at < wanted.length; at++) if (wanted[at] !== bytes[at]) return false;
  return true;
}
