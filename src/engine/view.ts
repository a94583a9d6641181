const NONE = new Uint8Array(0);
const NO_VIEW: DataView = new DataView(NONE.buffer);

/**
 * A look at bytes four at a time, which a Uint8Array does not offer; made once for the lines of a chunk, and for two buffers in turn. A
 * browser keeps only numbers of 31 bits without taking memory for each: four bytes belong into variables and not into a list.
 */
export class View {
  #bytes: Uint8Array = NONE;
  #view = NO_VIEW;
  #otherBytes: Uint8Array = NONE;
  #otherView = NO_VIEW;

  /** The view of some bytes. */
  of(bytes: Uint8Array): DataView {
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

/** A mark on each byte of a word that is 0, and maybe on some above one that is: the carries of a subtraction (Mycroft 1987). */
export function zeros(word: number): number {
  return (word - 0x01010101) & ~word & 0x80808080;
}

/** A mark on each byte of a word that is a digit. */
export function digitsIn(word: number): number {
  const apart = word ^ 0x30303030;
  return ~(((apart & 0x7f7f7f7f) + 0x76767676) | apart) & 0x80808080;
}

/** Number of the first byte, from 0, that has a mark. */
export function firstMark(marks: number): number {
  return (31 - Math.clz32(marks & -marks)) >> 3;
}
