import { HIGH_SEED, LOW_SEED, mixHigh, mixLow } from '../lines/hash-mix.ts';
import { CHARACTER_CLASSES, NAME } from '../templates/hole-types.ts';
import { markDigitBytes, firstMark, WordView } from '../lines/word-view.ts';

/**
 * Computes a 64-bit hash of the parts by which two texts or records are compared. The parts are
 * added one by one and not stored. The chance of an accidental collision is about 1 in 10^16; a log
 * crafted to collide would only merge its own lines.
 */
export class Hash64Builder {
  low = 0;
  high = 0;
  readonly #view = new WordView();

  reset(): void {
    this.low = LOW_SEED;
    this.high = HIGH_SEED;
  }

  /** As many of its bits as a number holds, as the key of a map. */
  get key(): number {
    return (this.high & 0x1fffff) * 2 ** 32 + (this.low >>> 0);
  }

  /** Continue from the state of another hash. */
  copyFrom({ low, high }: Hash64Builder): void {
    this.low = low;
    this.high = high;
  }

  /** Add a number. */
  addNumber(value: number): void {
    this.low = Math.imul(this.low ^ value, 0x01000193);
    this.high = mixHigh(this.high, value);
  }

  /** Add a text and a mark of its end. */
  addText(bytes: Uint8Array, from: number, to: number): void {
    let { low, high } = this;
    for (let at = from; at < to; at++) {
      const byte = bytes[at] as number;
      low = Math.imul(low ^ byte, 0x01000193);
      high = mixHigh(high, byte);
    }
    this.low = low;
    this.high = high;
    this.addNumber(256);
  }

  /**
   * Add a text in which each word with a digit is masked: numbers, addresses and IDs differ from
   * line to line.
   */
  addMasked(bytes: Uint8Array, from: number, to: number): void {
    const view = this.#view.viewOf(bytes);
    let done = from;
    for (let digit = digitAt(view, from, to); digit < to; digit = digitAt(view, done, to)) {
      let start = digit;
      while (start > done && isNameByte(bytes[start - 1] as number)) start--;
      this.addBytes(view, done, start);
      this.addNumber(MASK);
      done = digit + 1;
      while (done < to && isNameByte(bytes[done] as number)) done++;
    }
    this.addBytes(view, done, to);
  }

  /** Add bytes, four at a time. */
  addBytes(view: DataView, from: number, to: number): void {
    let { low, high } = this;
    let at = from;
    while (at < to) {
      const isWhole = at + 4 <= to;
      const part = isWhole ? view.getInt32(at, true) : view.getUint8(at);
      low = mixLow(low, part);
      high = mixHigh(high, part);
      at += isWhole ? 4 : 1;
    }
    this.low = low;
    this.high = high;
  }
}

/** Stands for a masked word; no byte has this value. */
const MASK = 256 + 35;

/** Return the first digit in `[from, to)`, or `to`. */
function digitAt(view: DataView, from: number, to: number): number {
  let at = from;
  for (; at + 4 <= to; at += 4) {
    const digits = markDigitBytes(view.getInt32(at, true));
    if (digits !== 0) return at + firstMark(digits);
  }
  while (at < to && (view.getUint8(at) < 48 || view.getUint8(at) > 57)) at++;
  return at;
}

function isNameByte(byte: number): boolean {
  return ((CHARACTER_CLASSES[byte] as number) & NAME) !== 0;
}
