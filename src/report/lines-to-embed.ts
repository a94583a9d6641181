import type { Report } from '../engine/index.ts';
import type { Excerpt, InspectedReport } from '../intake/index.ts';
import { linesToQuote } from './lines-to-quote.ts';
import { truncate } from './truncate.ts';

/**
 * Budget for the lines of a block, in characters before packing. Packed, that is about ten thousand
 * characters, or at most two hundred lines in a mail.
 */
const MAX_COST = 60_000;
/**
 * Cost of a line that differs from an earlier one only in its numbers, because it packs well. Any
 * other line costs its length.
 */
const COST_AGAIN = 40;
/** Limit on the unpacked text, in characters; well below the most that a block may hold. */
const MAX_CHARACTERS = 400_000;
/** Characters. */
const MAX_LINE = 8_000;
/**
 * An outage counts as over after three silent periods, so every third line of a message that comes
 * once per period shows that it continues.
 */
const MAX_STEP = 3;
const NEIGHBOURS = 5;

type Row = Excerpt['rows'][number];

/** The log to take lines from. */
export interface LogLines {
  count: number;
  /** Return the line number at an index. */
  numberAt(at: number): number;
  text(line: number): string | undefined;
}

/**
 * Choose the lines that reproduce the diagnosis of a log: all of them if they fit. Otherwise, in
 * order of priority: the last line, because silence is measured up to it; the lines that the report
 * quotes; the lines where faults begin and end; an even sample of each fault's lines; and the lines
 * around the last line and the quoted ones. Return them in log order, very long lines shortened.
 * `isThin` means that outages can no longer be followed.
 */
export function linesToEmbed(
  report: InspectedReport,
  log: LogLines,
): Pick<Excerpt, 'rows' | 'isThin'> {
  const all = new LineSelection(log);
  for (let at = 0; at < log.count && !all.isFull; at++) all.choose(log.numberAt(at));
  // If a reopened report has too few lines, so has the report that is made from it.
  const wasThin = report.reopened?.problem === null && report.reopened.isThin;
  if (!all.isFull) return { rows: all.rows, isThin: wasThin };
  const part = new LineSelection(log);
  const core = [log.numberAt(log.count - 1), ...linesToQuote(report)];
  part.chooseAll(core);
  const transitions = transitionsOf(report);
  const hasTooManyTransitions = transitions.length > part.room / 2;
  if (!hasTooManyTransitions) part.chooseAll(transitions);
  const faults = report.findings.filter(({ role }) => isFault(role)).map(({ lines }) => lines);
  const step = Math.ceil(faults.flat().length / Math.max(1, part.room));
  for (const lines of faults) part.chooseAll(lines.filter((_, index) => index % step === 0));
  const isThin = wasThin || hasTooManyTransitions || step > MAX_STEP || part.isFull;
  for (let distance = 1; distance <= NEIGHBOURS && !part.isFull; distance++)
    part.chooseAll(core.flatMap((line) => [line - distance, line + distance]));
  return { rows: part.rows, isThin };
}

const isFault = (role: string): boolean => role === 'cause' || role === 'consequence';

/** Find the known lines where faults begin or end, and the known line before each. */
function transitionsOf({ findings }: Report): number[] {
  const marks = findings
    .flatMap(({ role, lines }) => lines.map((line) => ({ line, bad: isFault(role) })))
    .sort((a, b) => a.line - b.line);
  return marks.flatMap(({ line, bad }, index) => {
    const before = marks[index - 1];
    return before?.bad === bad ? [] : before ? [before.line, line] : [line];
  });
}

/** Collects lines until one does not fit. */
class LineSelection {
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

  /** How many more lines fit if they differ from earlier ones only in numbers. */
  get room(): number {
    return this.isFull ? 0 : Math.floor((MAX_COST - this.#cost) / COST_AGAIN);
  }

  chooseAll(lines: number[]): void {
    for (let at = 0; at < lines.length && !this.isFull; at++) this.choose(lines[at] as number);
  }

  choose(line: number): void {
    const whole = this.#chosen.has(line) ? undefined : this.#log.text(line);
    if (whole === undefined) return;
    const text = truncate(whole, MAX_LINE);
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
