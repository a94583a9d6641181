/**
 * Reads the envelope of a line (`Nov 24 10:00:00 web01 agent[312]: `) by comparing it with that of
 * the line before. If the two differ only in digits, the envelopes have the same form. The names of
 * programs, containers and hosts must be equal, digits included, because they decide how later
 * lines are read.
 */
import { CHARACTER_CLASSES, DIGIT } from '../templates/hole-types.ts';
import type { Fitter } from '../templates/fit.ts';
import { isWord, matchesAt } from '../lines/bytes.ts';
import { readTime } from '../headers/timestamps.ts';
import { WordView } from '../lines/word-view.ts';
import { findEnvelopeParts, NO_ENVELOPES, type EnvelopeParts } from '../headers/envelopes.ts';
import type { HeaderForm } from '../headers/header-form.ts';
import type { ByteRange } from '../lines/byte-range.ts';

/**
 * Four bytes of an envelope: their text, a mask of the bits that a similar text must share, and bit
 * 4 of each digit.
 */
interface Word {
  text: number;
  same: number;
  digits: number;
}

const NOTHING = new Uint8Array(0);

export class EnvelopeReader {
  /** The packed time in the envelopes of the last line, 0 for none. */
  time = 0;
  #forms = NO_ENVELOPES;
  /** The names in the expected envelopes. */
  #names: Uint8Array[] = [];
  /** The envelopes of an earlier line as text, empty if there is none to compare with. */
  #text: Uint8Array = NOTHING;
  #words: Word[] = [];
  readonly #view = new WordView();
  /** Offsets of a date and a time of day in `#text`, -1 for none. */
  #date = -1;
  #clock = -1;

  readonly #fitter: Fitter;

  constructor(fitter: Fitter) {
    this.#fitter = fitter;
  }

  /** The number of envelopes in front of a line. */
  get depth(): number {
    return this.#forms.length;
  }

  get forms(): readonly HeaderForm[] {
    return this.#forms;
  }

  /** Whether the envelopes may have a time that is not read here, such as one without a year. */
  get hasOtherTime(): boolean {
    return this.#date < 0 && this.#forms.length > 0;
  }

  /** Expect no envelopes from now on. */
  expectNone(): void {
    this.time = 0;
    this.#forms = NO_ENVELOPES;
    this.#text = NOTHING;
  }

  /** Expect envelopes of these forms, outermost first, with the same names as in a given line. */
  expectLike(forms: readonly HeaderForm[], line: ByteRange): void {
    this.expectNone();
    const parts = findEnvelopeParts(this.#fitter, forms, line);
    if (!parts) return;
    this.#forms = forms;
    this.#names = parts.names.map(({ bytes, from, to }) => bytes.slice(from, to));
    this.#remember(line, parts);
  }

  /** Return where the text after the expected envelopes begins, or -1 if they are missing. */
  readEnvelopes(bytes: Uint8Array, from: number, to: number): number {
    const length = this.hasSameEnvelopes(bytes, from, to)
      ? this.#text.length
      : this.#fit({ bytes, from, to });
    this.time =
      length > 0 && this.#date >= 0 ? readTime(bytes, from + this.#date, from + this.#clock) : 0;
    return length < 0 ? -1 : from + length;
  }

  /**
   * Return whether the envelopes differ from those of the last line only in digits. Compares four
   * bytes at a time; the last word may overlap the one before it.
   */
  hasSameEnvelopes(bytes: Uint8Array, from: number, to: number): boolean {
    const { length } = this.#text;
    if (length === 0 || from + length >= to) return false;
    const view = this.#view.viewOf(bytes);
    for (let index = 0; index < this.#words.length; index++) {
      const word = view.getInt32(from + Math.min(4 * index, length - 4), true);
      const { same, text, digits } = this.#words[index] as Word;
      // Adding 6 to a nibble of 10 to 15 sets bit 4.
      if (((word ^ text) & same) !== 0 || (((word & 0x0f0f0f0f) + 0x06060606) & digits) !== 0)
        return false;
    }
    return true;
  }

  #fit(line: ByteRange): number {
    const parts = findEnvelopeParts(this.#fitter, this.#forms, line);
    const isSame = parts?.names.every(({ bytes, from, to }, index) => {
      const name = this.#names[index] as Uint8Array;
      return to - from === name.length && matchesAt(bytes, from, name);
    });
    if (!parts || !isSame) return -1;
    this.#remember(line, parts);
    return parts.end - line.from;
  }

  #remember({ bytes, from }: ByteRange, { end, date, clock, names }: EnvelopeParts): void {
    this.#date = date < 0 ? -1 : date - from;
    this.#clock = clock - from;
    // If the envelope ends inside a word, which may be longer on another line, compare with
    // nothing.
    this.#text = isWord(bytes[end - 1]) || end - from < 4 ? NOTHING : bytes.slice(from, end);
    const isInName = (at: number): boolean =>
      names.some((name) => at >= name.from - from && at < name.to - from);
    const last = this.#text.length - 4;
    this.#words = Array.from({ length: Math.ceil(this.#text.length / 4) }, (_, index) =>
      wordOf(this.#text, Math.min(4 * index, last), isInName),
    );
  }
}

/** @param isInName whether an offset is inside a name, where digits must be the same */
function wordOf(bytes: Uint8Array, from: number, isInName: (at: number) => boolean): Word {
  const word = { text: 0, same: 0, digits: 0 };
  for (let index = 0; index < 4; index++) {
    const byte = bytes[from + index] as number;
    const mayDiffer =
      ((CHARACTER_CLASSES[byte] as number) & DIGIT) !== 0 && !isInName(from + index);
    word.text |= byte << (8 * index);
    word.same |= (mayDiffer ? 0xf0 : 0xff) << (8 * index);
    word.digits |= (mayDiffer ? 0x10 : 0) << (8 * index);
  }
  return word;
}
