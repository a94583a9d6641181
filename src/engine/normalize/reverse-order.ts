/**
 * Logs that list their newest record first, such as an export of Event Viewer or `journalctl -r`.
 * The outcome of a fault depends on the order of events, so such a log is read from its end.
 *
 * The first bytes decide: the time goes back more than once, or back to the program's only start,
 * and almost never advances. Only then are the records held until the log ends and passed on from
 * last to first, with the line numbers of the file. A log that is too long to be held is read in
 * its own order.
 */
import type { Chain } from '../chains/chain-links.ts';
import { ProductRecognition } from '../findings/recognition.ts';
import { LineReader } from '../lines/line-reader.ts';
import type { ProductMatcher } from '../templates/matcher.ts';
import type { CompiledProduct } from '../headers/compiled-product.ts';
import { openReader } from '../records/read-log.ts';
import { TIMESTAMP } from '../headers/timestamps.ts';
import type { Header } from '../headers/header.ts';
import type { RecordSink } from '../records/record-sink.ts';

/** Bytes at the start of a log in which its order is determined. */
export const PROBE_BYTES = 1 << 14;
/**
 * One step back may be a clock that was set. Two threads may write out of order, so one step ahead
 * per STEPS_BACK_PER_STEP_AHEAD steps back is tolerated.
 */
const MIN_STEPS_BACK = 2;
const STEPS_BACK_PER_STEP_AHEAD = 20;
/** Bytes read between two checks, and the minimum length of a record with a time. */
const CHECK_EVERY = 1 << 10;
const MIN_RECORD = 24;
/** Bytes that may be held, and the overhead per record. */
const MAX_HELD = 1 << 26;
const PER_RECORD = 400;

/**
 * Return whether time runs backwards in the first bytes of a log. Most logs need not be parsed for
 * this, because a search for times shows that the time never goes back.
 */
export function runsBackwards(
  matcher: ProductMatcher,
  head: Uint8Array,
  text: string,
  isFast: boolean,
): boolean {
  const { product } = matcher;
  if (!(hasOtherDates(product) ? hasSeveralTimes(text) : mayRunBackwards(text))) return false;
  let [stepsBack, stepsAhead, last, starts, isStart] = [0, 0, 0, 0, false];
  const compareTime = (time: number): void => {
    if (time === 0) return;
    if (last !== 0 && time < last) stepsBack++;
    if (time > last && last !== 0) stepsAhead++;
    last = time;
  };
  const add = (time: number, chain: Chain | null): null => {
    compareTime(time);
    isStart = chain !== null && chain.rule.entry.id === product.milestones.starting;
    if (isStart) starts++;
    return null;
  };
  const records = openReader<null>(
    matcher,
    {
      addRecord: (_line, _endLine, { time }, chain) => add(time, chain),
      repeatRecord: (_line, time) => compareTime(time),
    },
    new ProductRecognition(product),
    { isForwards: false, isFast },
  );
  const lines = new LineReader(records);
  // Stop once the remaining bytes cannot change the result, because the log is read again.
  for (
    let at = 0;
    at < head.length &&
    stepsAhead * STEPS_BACK_PER_STEP_AHEAD <= stepsBack + (head.length - at) / MIN_RECORD;
    at += CHECK_EVERY
  )
    lines.pushChunk(head.subarray(at, at + CHECK_EVERY));
  lines.closeText();
  records.closeRecord();
  return (
    stepsAhead * STEPS_BACK_PER_STEP_AHEAD <= stepsBack &&
    (stepsBack >= MIN_STEPS_BACK || (stepsBack > 0 && isStart && starts === 1))
  );
}

/** Return whether the product writes dates in a notation that `TIMESTAMP` does not match. */
function hasOtherDates({ headerForms, fields }: CompiledProduct): boolean {
  return fields !== undefined || headerForms.some(({ month, epoch }) => month >= 0 || epoch >= 0);
}

/**
 * Return whether a text has several times of day or numbers of seconds; every notation of a time
 * has one of them.
 */
function hasSeveralTimes(text: string): boolean {
  return (text.match(/\d:\d\d|\d{9}/g) ?? []).length > 1;
}

function mayRunBackwards(text: string): boolean {
  let [stepsBack, last] = [0, ''];
  for (const [found] of text.matchAll(TIMESTAMP)) {
    const time = found.replace(/\D/g, '');
    if (time < last) stepsBack++;
    last = time;
  }
  return stepsBack > 0;
}

/** A record that is held until the log ends. */
export interface HeldRecord {
  line: number;
  endLine: number;
  header: Header;
  chain: Chain | null;
}

/** Holds the records of a log and passes them on in another order. Their bytes must not change. */
export class HeldRecords implements RecordSink<HeldRecord> {
  readonly #sink: Pick<RecordSink<unknown>, 'addRecord'>;
  /** Null once there are too many: records are then passed on in the order of the log. */
  #held: HeldRecord[] | null = [];
  #size = 0;

  constructor(sink: Pick<RecordSink<unknown>, 'addRecord'>) {
    this.#sink = sink;
  }

  addRecord(line: number, endLine: number, header: Header, chain: Chain | null): HeldRecord | null {
    const held = { line, endLine, header: { ...header }, chain };
    this.#take(held);
    return this.#held === null ? null : held;
  }

  repeatRecord(line: number, time: number, known: HeldRecord): void {
    this.#take({ ...known, line, endLine: line, header: { ...known.header, time } });
  }

  /** Pass on the held records at the end of the log. */
  passOn(inOrder: (records: HeldRecord[]) => HeldRecord[]): void {
    for (const record of inOrder(this.#held ?? [])) this.#give(record);
  }

  #take(record: HeldRecord): void {
    if (this.#held === null) return this.#give(record);
    this.#held.push(record);
    this.#size += record.header.to - record.header.from + PER_RECORD;
    if (this.#size <= MAX_HELD) return;
    const waiting = this.#held;
    this.#held = null;
    for (const each of waiting) this.#give(each);
  }

  #give({ line, endLine, header, chain }: HeldRecord): void {
    this.#sink.addRecord(line, endLine, header, chain);
  }
}
