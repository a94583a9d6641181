/**
 * Reads the envelopes of a line (`Nov 24 10:00:00 web01 agent[312]: `) in the forms of the line
 * before. The names of programs, containers and hosts must be equal, because they decide how later
 * lines are read.
 */
import { NO_ENVELOPES } from '../headers/envelopes.ts';
import { stampOf, type HeaderForm } from '../headers/header-form.ts';
import type { ByteRange } from '../lines/byte-range.ts';
import { matchesAt, skipSpace } from '../lines/bytes.ts';
import type { Fitter } from '../templates/fit.ts';

/** The envelopes of a line. */
interface Envelopes {
  /** Where the text after them begins. */
  end: number;
  /** The innermost packed time, 0 for none. */
  time: number;
  /** The names of programs, containers and hosts. */
  names: ByteRange[];
}

export class EnvelopeReader {
  /** The packed time in the envelopes of the last line, 0 for none. */
  time = 0;
  #forms = NO_ENVELOPES;
  /** The names in the expected envelopes. */
  #names: Uint8Array[] = [];
  readonly #fitter: Fitter;

  constructor(fitter: Fitter) {
    this.#fitter = fitter;
  }

  /** The forms of the expected envelopes. */
  get forms(): readonly HeaderForm[] {
    return this.#forms;
  }

  /** Expect no envelopes from now on. */
  expectNone(): void {
    this.time = 0;
    this.#forms = NO_ENVELOPES;
  }

  /** Expect envelopes of these forms, outermost first, with the same names as in a given line. */
  expectLike(forms: readonly HeaderForm[], line: ByteRange): void {
    this.expectNone();
    const found = this.#find(forms, line);
    if (!found) return;
    this.#forms = forms;
    this.#names = found.names.map(({ bytes, from, to }) => bytes.slice(from, to));
  }

  /** Return where the text after the expected envelopes begins, or -1 if they are missing. */
  readEnvelopes(line: ByteRange): number {
    const found = this.#find(this.#forms, line);
    this.time = found?.time ?? 0;
    const isSame = found?.names.every(({ bytes, from, to }, index) => {
      const name = this.#names[index] as Uint8Array;
      return to - from === name.length && matchesAt(bytes, from, name);
    });
    return found && isSame ? found.end : -1;
  }

  #find(forms: readonly HeaderForm[], { bytes, from, to }: ByteRange): Envelopes | null {
    const found: Envelopes = { end: from, time: 0, names: [] };
    for (const form of forms) {
      const start = skipSpace(bytes, found.end, to);
      const fits = this.#fitter.fit(form.program, { bytes, from: start, to }, true);
      if (!fits || fits.end >= to) return null;
      found.end = fits.end;
      found.time = stampOf(form, fits, bytes) || found.time;
      for (const hole of new Set([form.name, form.container, form.source]))
        if (hole >= 0)
          found.names.push({
            bytes,
            from: fits.spans[2 * hole] as number,
            to: fits.spans[2 * hole + 1] as number,
          });
    }
    return found;
  }
}
