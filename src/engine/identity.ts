/**
 * What makes two things one, as bytes. An identity is written into a buffer that is reused, then looked up in a hash table and compared
 * byte by byte: nothing is allocated for one that was seen before.
 */
const MAX_LENGTH = 4096;

export class Identity<Value> {
  readonly #buffer = new Uint8Array(MAX_LENGTH);
  readonly #table = new Map<number, { bytes: Uint8Array; value: Value }[]>();
  #length = 0;

  /** Begin to write an identity. */
  begin(): void {
    this.#length = 0;
  }

  /** Write a number below 2^24. */
  number(value: number): void {
    this.#byte(value >> 16);
    this.#byte(value >> 8);
    this.#byte(value);
  }

  /** Write a text, and where it ends. */
  text(bytes: Uint8Array, from: number, to: number): void {
    for (let at = from; at < to; at++) this.#byte(bytes[at] as number);
    this.#byte(0);
  }

  /** Write a text in which each word that holds a digit is `#`: numbers, addresses and ids differ from line to line. */
  masked(bytes: Uint8Array, from: number, to: number): void {
    const buffer = this.#buffer;
    let length = this.#length;
    let word = -1;
    let hasDigit = false;
    for (let at = from; at < to && length < MAX_LENGTH - 1; at++) {
      const kind = KINDS[bytes[at] as number] as number;
      if (kind === 0) {
        if (hasDigit) buffer[(length = word)] = 35;
        if (hasDigit) length++;
        hasDigit = false;
        word = -1;
      } else {
        if (word < 0) word = length;
        hasDigit ||= kind === 2;
      }
      buffer[length++] = bytes[at] as number;
    }
    if (hasDigit) {
      buffer[word] = 35;
      length = word + 1;
    }
    this.#length = length;
    this.#byte(0);
  }

  /** What is kept for the identity that was written. */
  get(): Value | undefined {
    const kept = this.#table.get(this.#hash());
    if (!kept) return undefined;
    for (const { bytes, value } of kept) if (this.#equals(bytes)) return value;
    return undefined;
  }

  /** Keep a value for the identity that was written. */
  set(value: Value): void {
    const hash = this.#hash();
    const kept = this.#table.get(hash) ?? [];
    kept.push({ bytes: this.#buffer.slice(0, this.#length), value });
    this.#table.set(hash, kept);
  }

  #byte(value: number): void {
    if (this.#length < MAX_LENGTH) this.#buffer[this.#length++] = value;
  }

  /** FNV-1a. */
  #hash(): number {
    let hash = 0x811c9dc5;
    for (let at = 0; at < this.#length; at++) hash = Math.imul(hash ^ (this.#buffer[at] as number), 0x01000193);
    return hash;
  }

  #equals(bytes: Uint8Array): boolean {
    if (bytes.length !== this.#length) return false;
    for (let at = 0; at < bytes.length; at++) if (bytes[at] !== this.#buffer[at]) return false;
    return true;
  }
}

/** 0: not of a word, 1: of a word, 2: a digit. */
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 48 && byte <= 57) return 2;
  return (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte === 95 || byte === 45 || byte === 46 ? 1 : 0;
});
