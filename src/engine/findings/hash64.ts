import { HIGH_SEED, LOW_SEED, mixHigh, mixLow } from '../lines/hash-mix.ts';
import { CHARACTER_CLASSES, NAME } from '../templates/hole-types.ts';
import { markDigitBytes, firstMark, WordView } from '../lines/word-view.ts';

/**
 * Computes a 64-bit hash of the parts by which two texts or records are compared. The parts are
 * added one by one and not stored. The chance of an accidental collision is about 1 in 10^19; a log
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

/** Values by hash: an open-addressed table that is at most half full. */
export class Hash64Table<Value> {
  #low = new Int32Array(64);
  #high = new Int32Array(64);
  /** Index of the value plus one; 0 for a free slot. */
  #place = new Int32Array(64);
  readonly #values: Value[] = [];

  /** Return the value of a hash. */
  get({ low, high }: Hash64Builder): Value | undefined {
    const place = this.#place[this.#slotOf(low, high)] as number;
    return place === 0 ? undefined : this.#values[place - 1];
  }

  /** Store a value for a hash that has none. */
  set({ low, high }: Hash64Builder, value: Value): void {
    this.#values.push(value);
    if (this.#values.length * 2 > this.#place.length) this.#grow();
    this.#put(low, high, this.#values.length);
  }

  #slotOf(low: number, high: number): number {
    const mask = this.#place.length - 1;
    let slot = (low ^ (low >>> 16)) & mask;
    while (this.#place[slot] !== 0 && (this.#low[slot] !== low || this.#high[slot] !== high))
      slot = (slot + 1) & mask;
    return slot;
  }

  #put(low: number, high: number, place: number): void {
    const slot = this.#slotOf(low, high);
    this.#low[slot] = low;
    this.#high[slot] = high;
    this.#place[slot] = place;
  }

  #grow(): void {
    const [low, high, place] = [this.#low, this.#high, this.#place];
    const size = place.length * 2;
    [this.#low, this.#high, this.#place] = [
      new Int32Array(size),
      new Int32Array(size),
      new Int32Array(size),
    ];
    place.forEach((at, slot) => {
      if (at > 0) this.#put(low[slot] as number, high[slot] as number, at);
    });
  }
}
