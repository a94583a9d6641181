const NONE = new Uint8Array(0);
const NO_VIEW: DataView = new DataView(NONE.buffer);

/**
 * Reads bytes four at a time, which a Uint8Array cannot. Keeps the views of two buffers that are
 * used in turn.
 *
 * V8 allocates memory for integers beyond 31 bits in arrays, so keep words in variables.
 */
export class WordView {
  #bytes: Uint8Array = NONE;
  #view = NO_VIEW;
  #otherBytes: Uint8Array = NONE;
  #otherView = NO_VIEW;

  /** Return the view of a buffer. */
  viewOf(bytes: Uint8Array): DataView {
    if (bytes === this.#bytes) return this.#view;
    const view =
      bytes === this.#otherBytes
        ? this.#otherView
        : new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    [this.#otherBytes, this.#otherView] = [this.#bytes, this.#view];
    [this.#bytes, this.#view] = [bytes, view];
    return view;
  }
}

/**
 * Return a word with a mark on each zero byte, and possibly on a byte of value 1 directly above a
 * zero byte (Mycroft 1987). The lowest mark is always right.
 */
export function markZeroBytes(word: number): number {
  return (word - 0x01010101) & ~word & 0x80808080;
}

/** Return a word with a mark on each byte that is an ASCII digit. */
export function markDigitBytes(word: number): number {
  const apart = word ^ 0x30303030;
  return ~(((apart & 0x7f7f7f7f) + 0x76767676) | apart) & 0x80808080;
}

/** Return the index of the first marked byte, from 0. */
export function firstMark(marks: number): number {
  return (31 - Math.clz32(marks & -marks)) >> 3;
}
