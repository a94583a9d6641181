/**
 * Reads what other programs write before a line (`Nov 24 10:00:00 web01 agent[312]: `) where it is like that of the line before. Digits
 * come and go, nothing else does: a line whose beginning differs from the last one in digits only has the same envelopes, and needs no
 * form to be fitted.
 */
import { CLASS, DIGIT } from './holes.ts';
import { peelForms, type Form } from './header.ts';
import { isWord } from './text.ts';
import { readTime } from './times.ts';

const NO_FORMS: readonly Form[] = [];

export class EnvelopeReader {
  /** The packed time that the envelopes of the last line told, 0 for none. */
  time = 0;
  #forms = NO_FORMS;
  /** Their text on a line before, empty where there is none to go by. */
  #text = new Uint8Array(0);
  /** Where a date and a clock stand in it; -1 for none. */
  #date = -1;
  #clock = -1;

  /** How many envelopes come off a line. */
  get depth(): number {
    return this.#forms.length;
  }

  /** Expect envelopes of these forms from now on, outermost first. */
  expect(forms: readonly Form[]): void {
    this.time = 0;
    this.#forms = forms;
    this.#text = new Uint8Array(0);
  }

  /** Where the text begins behind the expected envelopes, or -1 where they do not stand there. */
  read(bytes: Uint8Array, from: number, to: number): number {
    const length = this.#isLikeLast(bytes, from, to) ? this.#text.length : this.#fit(bytes, from, to);
    this.time = length > 0 && this.#date >= 0 ? readTime(bytes, from + this.#date, from + this.#clock) : 0;
    return length < 0 ? -1 : from + length;
  }

  #isLikeLast(bytes: Uint8Array, from: number, to: number): boolean {
    const text = this.#text;
    if (text.length === 0 || from + text.length >= to) return false;
    for (let index = 0; index < text.length; index++) {
      const [byte, last] = [bytes[from + index] as number, text[index] as number];
      if (byte !== last && ((CLASS[byte] as number) & (CLASS[last] as number) & DIGIT) === 0) return false;
    }
    return true;
  }

  #fit(bytes: Uint8Array, from: number, to: number): number {
    const told = { date: -1, clock: -1 };
    const at = peelForms(this.#forms, { bytes, from, to }, told);
    if (at < 0) return -1;
    this.#date = told.date < 0 ? -1 : told.date - from;
    this.#clock = told.clock - from;
    // An envelope that ends inside a word may go on.
    this.#text = isWord(bytes[at - 1]) ? new Uint8Array(0) : bytes.slice(from, at);
    return at - from;
  }
}
