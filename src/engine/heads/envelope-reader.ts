/**
 * Reads what other programs write before a line (`Nov 24 10:00:00 web01 agent[312]: `) where it is like that of the line before. Digits
 * come and go, nothing else does: a line whose beginning differs from the last one in digits only has the same envelopes, and needs no
 * form to be fitted.
 */
import { CLASS, DIGIT } from '../holes.ts';
import { isWord } from '../text.ts';
import { readTime } from '../times.ts';
import { View } from '../view.ts';
import { NO_FORMS, peelForms, type Form } from './header.ts';

/** Four bytes of an envelope: their text, the bits that must be the same in a text that is like it, and bit 4 of each digit. */
interface Word {
  text: number;
  same: number;
  digits: number;
}

export class EnvelopeReader {
  /** The packed time that the envelopes of the last line told, 0 for none. */
  time = 0;
  #forms = NO_FORMS;
  /** Their text on a line before, empty where there is none to go by. */
  #text: Uint8Array = new Uint8Array(0);
  #words: Word[] = [];
  readonly #view = new View();
  /** Where a date and a clock stand in it; -1 for none. */
  #date = -1;
  #clock = -1;

  /** How many envelopes come off a line. */
  get depth(): number {
    return this.#forms.length;
  }

  get forms(): readonly Form[] {
    return this.#forms;
  }

  /** Expect envelopes of these forms from now on, outermost first. */
  expect(forms: readonly Form[]): void {
    this.time = 0;
    this.#forms = forms;
    this.#remember(new Uint8Array(0));
  }

  #remember(text: Uint8Array): void {
    this.#text = text;
    this.#words = Array.from({ length: Math.ceil(text.length / 4) }, (_, index) =>
      wordOf(text, Math.min(4 * index, text.length - 4)),
    );
  }

  /** Where the text begins behind the expected envelopes, or -1 where they do not stand there. */
  read(bytes: Uint8Array, from: number, to: number): number {
    const alike = this.readAlike(bytes, from, to);
    return alike < 0 ? this.#tell(bytes, from, this.#fit(bytes, from, to)) : alike;
  }

  /** The same, where they are like those of the last line: no byte behind the line is looked at. */
  readAlike(bytes: Uint8Array, from: number, to: number): number {
    return this.#tell(bytes, from, this.#isLikeLast(bytes, from, to) ? this.#text.length : -1);
  }

  #tell(bytes: Uint8Array, from: number, length: number): number {
    this.time =
      length > 0 && this.#date >= 0 ? readTime(bytes, from + this.#date, from + this.#clock) : 0;
    return length < 0 ? -1 : from + length;
  }

  /** Compare four bytes at a time; the last word may stand over the one before it. */
  #isLikeLast(bytes: Uint8Array, from: number, to: number): boolean {
    const { length } = this.#text;
    if (length === 0 || from + length >= to) return false;
    const view = this.#view.of(bytes);
    for (let index = 0; index < this.#words.length; index++) {
      const word = view.getInt32(from + Math.min(4 * index, length - 4), true);
      const { same, text, digits } = this.#words[index] as Word;
      // A nibble of 10 to 15 carries over when 6 is added.
      if (((word ^ text) & same) !== 0 || (((word & 0x0f0f0f0f) + 0x06060606) & digits) !== 0)
        return false;
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
    this.#remember(
      isWord(bytes[at - 1]) || at - from < 4 ? new Uint8Array(0) : bytes.slice(from, at),
    );
    return at - from;
  }
}

function wordOf(bytes: Uint8Array, from: number): Word {
  const word = { text: 0, same: 0, digits: 0 };
  for (let index = 0; index < 4; index++) {
    const byte = bytes[from + index] as number;
    const isDigit = ((CLASS[byte] as number) & DIGIT) !== 0;
    word.text |= byte << (8 * index);
    word.same |= (isDigit ? 0xf0 : 0xff) << (8 * index);
    word.digits |= (isDigit ? 0x10 : 0) << (8 * index);
  }
  return word;
}
