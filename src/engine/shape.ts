/**
 * The shape of a message: what it says but for the digits. Messages of one shape are read alike, as a port, a process or a time differs
 * from line to line and changes nothing, so the second one need not be read.
 *
 * No scanner of a hole asks which digits it takes (holes.ts). A literal of a template does, so a run of digits that stands in one, as
 * 403 does, belongs to the shape with its value. Where digits are escapes or entities there is no shape.
 */
import type { Catalog } from './catalog.ts';
import { digitsIn, View } from './view.ts';

/** Bits that tell which runs of digits stand in a literal. Two runs may share one: then the value of the other counts too, and nothing is lost but time. */
const RUNS = 1 << 14;
const NO_RUN = 1;

/** The runs of digits that the literals of a catalog hold, and what a text that breaks off leaves of them. */
export class LiteralDigits {
  readonly #catalog: Pick<Catalog, 'entries' | 'products'>;
  #runs: Uint8Array | null = null;

  constructor(catalog: Pick<Catalog, 'entries' | 'products'>) {
    this.#catalog = catalog;
  }

  /** Whether a run may stand in a literal; they are gathered when somebody asks. */
  has(run: number): boolean {
    return (this.#runs ??= runsOf(this.#catalog))[run & (RUNS - 1)] !== 0;
  }
}

function runsOf({ entries, products }: Pick<Catalog, 'entries' | 'products'>): Uint8Array {
  const runs = new Uint8Array(RUNS);
  for (const { templates } of entries) for (const { text } of templates) addRuns(text.replaceAll(/\{[^{}]*\}/g, '\0'), runs);
  for (const { names, siblings } of products) for (const name of [...names, ...siblings]) addRuns(name, runs);
  return runs;
}

/** A run beside a hole is a part of one in the text, which may be any. */
function addRuns(text: string, runs: Uint8Array): void {
  for (const { 0: run, index } of text.matchAll(/\d+/g)) {
    if (text[index - 1] === '\0' || text[index + run.length] === '\0') runs.fill(1);
    let code = NO_RUN;
    for (const digit of run) {
      code = goOn(code, Number(digit));
      runs[code & (RUNS - 1)] = 1;
    }
  }
}

/** The number of a run of digits with one more. */
function goOn(run: number, digit: number): number {
  return (Math.imul(run, 10) + digit) | 0;
}

/** A hash of the shape, 64 bits, as scan.ts has one of the message. */
export class Shape {
  low = 0;
  high = 0;
  readonly #digits: LiteralDigits;
  readonly #view = new View();

  constructor(digits: LiteralDigits) {
    this.#digits = digits;
  }

  /** Look over a text of plain ASCII without entities. @returns whether it has a shape */
  read(bytes: Uint8Array, from: number, to: number): boolean {
    const view = this.#view.of(bytes);
    let low = 0x811c9dc5 | 0;
    let high = (0x9747b28c | 0) ^ (to - from);
    let escapes = 0;
    let at = from;
    while (at < to) {
      let part = 0;
      if (at + 4 <= to) {
        part = view.getInt32(at, true);
        const escape = part ^ 0x5c5c5c5c;
        escapes |= (escape - 0x01010101) & ~escape;
      }
      if (at + 4 <= to && digitsIn(part) === 0) {
        at += 4;
      } else {
        part = bytes[at++] as number;
        if (part === 0x5c) escapes = 0x80;
        if (part >= 48 && part <= 57) {
          const start = at;
          let run = goOn(NO_RUN, part - 48);
          for (let digit = bytes[at] as number; at < to && digit >= 48 && digit <= 57; digit = bytes[++at] as number) run = goOn(run, digit - 48);
          part = this.#digits.has(run) ? run : start - at - 1;
        }
      }
      low = Math.imul(low ^ part, 0x85ebca6b);
      low = (low << 13) | (low >>> 19);
      high = Math.imul(high ^ part, 0x5bd1e995) ^ (high >>> 15);
    }
    this.low = low;
    this.high = high;
    return (escapes & 0x80808080) === 0;
  }
}
