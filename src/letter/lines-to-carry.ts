import type { Report } from '../engine/index.ts';
import type { Excerpt, InspectedReport } from '../inspect/index.ts';
import { linesToQuote } from './lines-to-quote.ts';
import { shorten } from './shorten.ts';

/** What the lines of a block may cost: packed they are some ten thousand characters, two hundred lines of a letter at most. */
const MAX_COST = 60_000;
/** A line costs its length; one that differs from an earlier one in its numbers only is packed to this. */
const COST_AGAIN = 40;
/** What is unpacked stays well below what a block may hold. */
const MAX_CHARACTERS = 400_000;
const MAX_LINE = 8_000;
/** An outage is over after three periods of silence: of a message that comes once a period, every third line shows that it is not. */
const MAX_STEP = 3;
const NEIGHBOURS = 5;

type Row = Excerpt['rows'][number];

/** The log that lines are taken from. */
export interface LogLines {
  count: number;
  /** The number of the line at a place. */
  numberAt(at: number): number;
  text(line: number): string | undefined;
}

/**
 * Choose the lines from which a log is read as it was: all of them where they fit into a letter. Else the last one, for silence is
 * counted up to it; those that the report quotes; where faults begin and end; the lines of each fault as evenly as there is room; then
 * what stands around these. In the order of the log; of a very long line its beginning. They are thin where outages can no longer be
 * followed by them.
 */
export function linesToCarry(
  report: InspectedReport,
  log: LogLines,
): Pick<Excerpt, 'rows' | 'isThin'> {
  const all = new Letter(log);
  for (let at = 0; at < log.count && !all.isFull; at++) all.choose(log.numberAt(at));
  // What came as a few lines does not become whole by being sent on.
  const wasThin = report.reopened?.problem === null && report.reopened.isThin;
  if (!all.isFull) return { rows: all.rows, isThin: wasThin };
  const letter = new Letter(log);
  const core = [log.numberAt(log.count - 1), ...linesToQuote(report)];
  letter.chooseAll(core);
  const turns = turnsOf(report);
  const isRestless = turns.length > letter.room / 2;
  if (!isRestless) letter.chooseAll(turns);
  const faults = report.findings.filter(({ role }) => isFault(role)).map(({ lines }) => lines);
  const step = Math.ceil(faults.flat().length / Math.max(1, letter.room));
  for (const lines of faults) letter.chooseAll(lines.filter((_, index) => index % step === 0));
  const isThin = wasThin || isRestless || step > MAX_STEP || letter.isFull;
  for (let distance = 1; distance <= NEIGHBOURS && !letter.isFull; distance++)
    letter.chooseAll(core.flatMap((line) => [line - distance, line + distance]));
  return { rows: letter.rows, isThin };
}

const isFault = (role: string): boolean => role === 'cause' || role === 'consequence';

/** The lines where a fault follows something else that is known, or the other way round, and those before them. */
function turnsOf({ findings }: Report): number[] {
  const marks = findings
    .flatMap(({ role, lines }) => lines.map((line) => ({ line, bad: isFault(role) })))
    .sort((a, b) => a.line - b.line);
  return marks.flatMap(({ line, bad }, index) => {
    const before = marks[index - 1];
    return before?.bad === bad ? [] : before ? [before.line, line] : [line];
  });
}

/** Takes lines until one does not fit. */
class Letter {
  isFull = false;
  readonly #log: LogLines;
  readonly #chosen = new Map<number, string>();
  readonly #shapes = new Set<string>();
  #cost = 0;
  #characters = 0;

  constructor(log: LogLines) {
    this.#log = log;
  }

  get rows(): Row[] {
    return [...this.#chosen]
      .map(([line, text]) => ({ line, text }))
      .sort((a, b) => a.line - b.line);
  }

  /** How many more lines like those before there is room for. */
  get room(): number {
    return this.isFull ? 0 : Math.floor((MAX_COST - this.#cost) / COST_AGAIN);
  }

  chooseAll(lines: number[]): void {
    for (let at = 0; at < lines.length && !this.isFull; at++) this.choose(lines[at] as number);
  }

  choose(line: number): void {
    const whole = this.#chosen.has(line) ? undefined : this.#log.text(line);
    if (whole === undefined) return;
    const text = shorten(whole, MAX_LINE);
    const shape = text.replace(/\d+/g, '0');
    const cost = this.#shapes.has(shape) ? Math.min(COST_AGAIN, text.length + 1) : text.length + 1;
    this.isFull = this.#cost + cost > MAX_COST || this.#characters + text.length >= MAX_CHARACTERS;
    if (this.isFull) return;
    this.#cost += cost;
    this.#characters += text.length + 1;
    this.#shapes.add(shape);
    this.#chosen.set(line, text);
  }
}
