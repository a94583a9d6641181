/**
 * Scans a message, eight bytes at a time, to find whether it must be cleaned and whether it may
 * contain a second header, and computes a 64-bit hash by which it is recognized. Bytes are compared
 * by the carries of a subtraction (word-view.ts). A byte beside a match may be a false positive, so
 * callers check positives again.
 */
import { HIGH_SEED, LOW_SEED, mixHigh, mixLow } from './hash-mix.ts';
import { WordView, markZeroBytes } from './word-view.ts';

const SPACES = 0x20202020;
const BRACKETS = 0x3c3c3c3c;
const AMPERSANDS = 0x26262626;
const HIGH_BITS = 0x80808080;

export class MessageScan {
  low = 0;
  high = 0;
  /** Whether it contains neither control characters nor characters beyond ASCII. */
  isAscii = false;
  hasBracket = false;
  hasAmpersand = false;
  readonly #view = new WordView();

  /** Scan `[from, to)`. */
  scanText(bytes: Uint8Array, from: number, to: number): void {
    const view = this.#view.viewOf(bytes);
    let low = LOW_SEED;
    let high = HIGH_SEED;
    let marks = 0;
    let brackets = 0;
    let ampersands = 0;
    let at = from;
    for (const last = to - 8; at <= last; at += 8) {
      const first = view.getInt32(at, true);
      const second = view.getInt32(at + 4, true);
      marks |= first | second | ((first - SPACES) & ~first) | ((second - SPACES) & ~second);
      brackets |= markZeroBytes(first ^ BRACKETS) | markZeroBytes(second ^ BRACKETS);
      ampersands |= markZeroBytes(first ^ AMPERSANDS) | markZeroBytes(second ^ AMPERSANDS);
      // Both words go into both halves by an invertible matrix, so texts of equal length that
      // differ only in these eight bytes never collide here.
      const a = low ^ first;
      const b = high ^ second;
      low = (Math.imul(a, 0x85ebca6b) + Math.imul(b, 0x2c1b3c6c)) | 0;
      low = (low << 13) | (low >>> 19);
      high = (Math.imul(b, 0x5bd1e995) + Math.imul(a, 0x27d4eb2f)) | 0;
      high ^= high >>> 15;
    }
    for (let rest = to - at; rest > 0; rest = to - at) {
      const word = rest >= 4 ? view.getInt32(at, true) : (bytes[at] as number) | (SPACES & ~0xff);
      marks |= word | ((word - SPACES) & ~word);
      brackets |= markZeroBytes(word ^ BRACKETS);
      ampersands |= markZeroBytes(word ^ AMPERSANDS);
      low = mixLow(low, word);
      high = mixHigh(high, word);
      at += rest >= 4 ? 4 : 1;
    }
    this.isAscii = (marks & HIGH_BITS) === 0;
    this.hasBracket = brackets !== 0;
    this.hasAmpersand = ampersands !== 0;
    this.low = low;
    this.high = high ^ (to - from);
  }
}
