/**
 * One look over a message, four bytes at a time: whether it has to be cleaned or may hold a second head, and a hash of 64 bits by which
 * it is known when it comes again. Which bytes of a word are below or equal to something is told by the carries of a subtraction
 * (Mycroft 1987); it may say yes for a byte beside one that is, so its yes is looked at again.
 */
import { View } from './view.ts';

export class Scan {
  low = 0;
  high = 0;
  /** No control character stands in it, and no character beyond ASCII. */
  isAscii = false;
  hasBracket = false;
  hasAmpersand = false;
  readonly #view = new View();

  /** Look over `[from, to)`. */
  read(bytes: Uint8Array, from: number, to: number): void {
    const view = this.#view.of(bytes);
    let low = 0x811c9dc5 | 0;
    let high = (0x9747b28c | 0) ^ (to - from);
    let marks = 0;
    let brackets = 0;
    let ampersands = 0;
    let at = from;
    for (const last = to - 4; at <= last; at += 4) {
      const word = view.getInt32(at, true);
      const bracket = word ^ 0x3c3c3c3c;
      const ampersand = word ^ 0x26262626;
      marks |= word | ((word - 0x20202020) & ~word);
      brackets |= (bracket - 0x01010101) & ~bracket;
      ampersands |= (ampersand - 0x01010101) & ~ampersand;
      low = Math.imul(low ^ word, 0x85ebca6b);
      low = (low << 13) | (low >>> 19);
      high = Math.imul(high ^ word, 0x5bd1e995) ^ (high >>> 15);
    }
    for (; at < to; at++) {
      const byte = bytes[at] as number;
      if (byte < 32 || byte >= 0x80) marks = 0x80;
      else if (byte === 60) brackets = 0x80;
      else if (byte === 38) ampersands = 0x80;
      low = Math.imul(low ^ byte, 0x85ebca6b);
      low = (low << 13) | (low >>> 19);
      high = Math.imul(high ^ byte, 0x5bd1e995) ^ (high >>> 15);
    }
    this.isAscii = (marks & 0x80808080) === 0;
    this.hasBracket = (brackets & 0x80808080) !== 0;
    this.hasAmpersand = (ampersands & 0x80808080) !== 0;
    this.low = low;
    this.high = high;
  }
}
