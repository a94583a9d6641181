import type { Finding, Report } from '../engine/index.ts';
import { linesToQuote } from './lines-to-quote.ts';

/** What the lines of a block may cost: packed they are some ten thousand characters, two hundred lines of a letter at most. */
const MAX_COST = 60_000;
/** A line costs its length; one that differs from an earlier one in its numbers only is packed to this. */
const COST_AGAIN = 40;
/** What is unpacked stays well below what a block may hold. */
const MAX_CHARACTERS = 400_000;
const NEIGHBOURS = 5;

/** The log that lines are taken from. */
export interface LogLines {
  count: number;
  /** The number of the line at a place. */
  numberAt(at: number): number;
  shown(line: number): string | undefined;
}

/**
 * Choose the lines from which a log is read as it was: all of them where they fit into a letter. Else the last one, for silence is
 * counted up to it; those that the report quotes; where one finding follows another, for outages begin and end there; then every third
 * line of each fault, every second, all, for a silence of three periods ends an outage; then what stands around these, until the letter
 * is full. In the order of the log.
 */
export function linesToCarry(report: Report, log: LogLines): number[] {
  const all = new Letter(log);
  for (let at = 0; at < log.count && !all.isFull; at++) all.choose(log.numberAt(at));
  if (!all.isFull) return all.lines;
  const letter = new Letter(log);
  const core = [log.numberAt(log.count - 1), ...linesToQuote(report), ...turns(report)];
  const faults = report.findings.filter(({ role }) => role === 'cause' || role === 'consequence');
  const rounds = [core, ...[3, 2, 1].map((step) => faults.flatMap(({ lines }) => lines.filter((_, index) => index % step === 0)))];
  for (const line of rounds.flat()) letter.choose(line);
  for (let distance = 1; distance <= NEIGHBOURS; distance++) for (const line of core) for (const near of [line - distance, line + distance]) letter.choose(near);
  return letter.lines;
}

/** The lines where one finding follows another, and those before them. */
function turns({ findings }: Report): number[] {
  const marks = findings.flatMap(({ lines }: Finding, finding) => lines.map((line) => ({ line, finding }))).sort((a, b) => a.line - b.line);
  return marks.flatMap(({ line, finding }, index) => {
    const before = marks[index - 1];
    return before?.finding === finding ? [] : before ? [before.line, line] : [line];
  });
}

/** Takes lines as long as there is room. */
class Letter {
  isFull = false;
  readonly #log: LogLines;
  readonly #chosen = new Set<number>();
  readonly #shapes = new Set<string>();
  #cost = 0;
  #characters = 0;

  constructor(log: LogLines) {
    this.#log = log;
  }

  get lines(): number[] {
    return [...this.#chosen].sort((a, b) => a - b);
  }

  choose(line: number): void {
    const text = this.#chosen.has(line) ? undefined : this.#log.shown(line);
    if (text === undefined) return;
    const shape = text.replace(/\d+/g, '0');
    const cost = this.#shapes.has(shape) ? Math.min(COST_AGAIN, text.length + 1) : text.length + 1;
    if (this.#cost + cost > MAX_COST || this.#characters + text.length >= MAX_CHARACTERS) {
      this.isFull = true;
      return;
    }
    this.#cost += cost;
    this.#characters += text.length + 1;
    this.#shapes.add(shape);
    this.#chosen.add(line);
  }
}
