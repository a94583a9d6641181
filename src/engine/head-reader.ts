/**
 * Reads the head of the common line, without making anything: what it found stands in its fields.
 *
 * Only heads whose tag stands in angle brackets are read here, for they leave no doubt; the forms come from product.yaml. The scanners
 * of holes.ts are written out in one loop, because this runs for every line: calls would cost more than what they do.
 */
import { CLASS, DIGIT, NAME, type HoleType } from './holes.ts';
import type { Part } from './fit.ts';
import { STEP, type Form } from './header.ts';
import { levelLength, levelOf } from './levels.ts';
import type { Tags } from './tags.ts';
import { readTime } from './times.ts';

export class HeadReader {
  /** Number of the level. */
  level = 0;
  /** Number of the tag. */
  tag = 0;
  /** Packed time (times.ts), 0 for none. */
  time = 0;
  /** Where the message begins. */
  end = 0;

  readonly #tags: Tags;
  /** The form that fitted last comes first. */
  readonly #forms: Form[];

  constructor(forms: readonly Form[], tags: Tags) {
    this.#tags = tags;
    this.#forms = forms.filter(({ sure }) => sure);
  }

  /** Read the head at `from`. @returns whether there is one */
  read(bytes: Uint8Array, from: number, to: number): boolean {
    for (let index = 0; index < this.#forms.length; index++) {
      if (!this.#fits(this.#forms[index] as Form, bytes, from, to)) continue;
      if (index > 0) this.#forms.unshift(...this.#forms.splice(index, 1));
      return true;
    }
    return false;
  }

  #fits({ program: { parts }, steps }: Form, bytes: Uint8Array, from: number, to: number): boolean {
    let at = from;
    let date = -1;
    let clock = -1;
    let tagFrom = 0;
    let tagTo = 0;
    for (let index = 0; index < steps.length; index++) {
      const start = at;
      switch (steps[index]) {
        case STEP.literal: {
          const { literal } = parts[index] as Part;
          for (let n = 0; n < literal.length; n++, at++) if (bytes[at] !== literal[n]) return false;
          break;
        }
        case STEP.date: {
          const mark = bytes[at + 4];
          if ((mark !== 47 && mark !== 45) || bytes[at + 7] !== mark) return false;
          date = at;
          for (at += 10; at > start; at--) if (((CLASS[bytes[at - 1] as number] as number) & DIGIT) === 0 && at !== start + 5 && at !== start + 8) return false;
          at = start + 10;
          break;
        }
        case STEP.clock: {
          if (bytes[at + 2] !== 58 || bytes[at + 5] !== 58) return false;
          clock = at;
          for (at += 8; at > start; at--) if (((CLASS[bytes[at - 1] as number] as number) & DIGIT) === 0 && at !== start + 3 && at !== start + 6) return false;
          at = start + 8;
          if (bytes[at] === 46 || bytes[at] === 44) while (at + 1 < to && ((CLASS[bytes[at + 1] as number] as number) & DIGIT) !== 0) at++;
          if (at > start + 8) at++;
          break;
        }
        case STEP.source: {
          while (at < to && ((CLASS[bytes[at] as number] as number) & NAME) !== 0) at++;
          if (bytes[at] !== 58 || at < start + 4 || bytes[at - 1] !== 111 || bytes[at - 2] !== 103 || bytes[at - 3] !== 46) return false;
          const colon = at++;
          while (at < to && ((CLASS[bytes[at] as number] as number) & DIGIT) !== 0) at++;
          if (at === colon + 1) return false;
          break;
        }
        case STEP.level:
          this.level = levelOf(bytes, at, to);
          if (this.level === 0) return false;
          at += levelLength(this.level);
          break;
        case STEP.tag: {
          const first = bytes[at] as number;
          if (first < 97 || first > 122) return false;
          while (at < to && ((CLASS[bytes[at] as number] as number) & NAME) !== 0) at++;
          if (bytes[at - 1] === 46) return false;
          tagFrom = start;
          tagTo = at;
          break;
        }
        default:
          at = (parts[index] as { hole: HoleType }).hole.scan(bytes, at, to);
          if (at <= start) return false;
      }
    }
    if (at > to) return false;
    this.end = at;
    this.tag = this.#tags.numberOf(bytes, tagFrom, tagTo);
    this.time = date >= 0 && clock >= 0 ? readTime(bytes, date, clock) : 0;
    return true;
  }
}
