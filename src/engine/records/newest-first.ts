/**
 * Logs that list their newest record first, such as an export of Event Viewer or `journalctl -r`. What a fault came to is told by the
 * order of things, so such a log is read from its end.
 *
 * Its first bytes tell: times fall, more than once or to the only start of the program, and next to never rise. Only then are the records held until the log is over, and
 * handed on from the last to the first, with the line numbers of the file. A log that is too long to be held is read as it stands.
 */
import type { Chain } from '../chain.ts';
import { Recognition, type Tagged } from '../findings/recognition.ts';
import { LineReader } from '../lines.ts';
import type { CompiledProduct, Matcher } from '../matcher.ts';
import { RecordReader } from '../records.ts';
import { TIME } from './file-order.ts';
import type { RecordSink } from './record-sink.ts';

/** Bytes that are looked at to see in which direction a log runs. */
export const PROBE = 1 << 14;
/** A clock that is set back falls once, and the program's start is seldom all that comes behind it; of so many falls one rise is forgiven, because two threads may write out of turn. */
const FALLS = 2;
const FALLS_A_RISE = 20;
/** Bytes that are read between two looks at what is known, and that a record with a time takes at least. */
const STEP = 1 << 10;
const MIN_RECORD = 24;
/** Bytes that may be held, with what a record takes besides its text. */
const MAX_HELD = 1 << 26;
const PER_RECORD = 400;

/** Whether the times of a log's first bytes run backwards. Nearly all logs show it without being read: nothing in them that looks like a time falls. */
export function runsBackwards(
  matcher: Matcher,
  product: CompiledProduct,
  head: Uint8Array,
  text: string,
): boolean {
  if (!mayRunBackwards(text)) return false;
  let [falls, rises, last, starts, isStart] = [0, 0, 0, 0, false];
  const see = (time: number): void => {
    if (time === 0) return;
    if (last !== 0 && time < last) falls++;
    if (time > last && last !== 0) rises++;
    last = time;
  };
  const add = (time: number, chain: Chain | null): null => {
    see(time);
    isStart = chain?.rule.entry.id === product.milestones.starting;
    if (isStart) starts++;
    return null;
  };
  const records = new RecordReader<null>(
    matcher,
    product,
    {
      add: (_line, _endLine, _level, time, _text, chain) => add(time, chain),
      again: (_line, time) => see(time),
    },
    new Recognition(product),
    { isForwards: false },
  );
  const lines = new LineReader(records);
  // A short log is read twice where it has to be read at all, so this ends as soon as no fall that may still come can change it.
  for (
    let at = 0;
    at < head.length && rises * FALLS_A_RISE <= falls + (head.length - at) / MIN_RECORD;
    at += STEP
  )
    lines.push(head.subarray(at, at + STEP));
  lines.close();
  records.close();
  return (
    rises * FALLS_A_RISE <= falls && (falls >= FALLS || (falls > 0 && isStart && starts === 1))
  );
}

function mayRunBackwards(text: string): boolean {
  let [falls, last] = [0, ''];
  for (const [found] of text.matchAll(TIME)) {
    const time = found.replace(/\D/g, '');
    if (time < last) falls++;
    last = time;
  }
  return falls > 0;
}

/** A record that waits for its turn. */
export interface Held {
  line: number;
  endLine: number;
  level: number;
  time: number;
  text: Tagged;
  chain: Chain | null;
}

/** Holds the records of a log and hands them on in another order. Their bytes must not change. */
export class HeldRecords implements RecordSink<Held> {
  readonly #sink: Pick<RecordSink<unknown>, 'add'>;
  /** Null once they are too many: then each is handed on as it comes. */
  #held: Held[] | null = [];
  #size = 0;

  constructor(sink: Pick<RecordSink<unknown>, 'add'>) {
    this.#sink = sink;
  }

  add(
    line: number,
    endLine: number,
    level: number,
    time: number,
    { bytes, from, to, tag }: Tagged,
    chain: Chain | null,
  ): Held | null {
    const held = { line, endLine, level, time, text: { bytes, from, to, tag }, chain };
    this.#take(held);
    return this.#held === null ? null : held;
  }

  again(line: number, time: number, known: Held): void {
    this.#take({ ...known, line, endLine: line, time });
  }

  /** The log is over. */
  handOn(inOrder: (records: Held[]) => Held[]): void {
    for (const record of inOrder(this.#held ?? [])) this.#give(record);
  }

  #take(record: Held): void {
    if (this.#held === null) return this.#give(record);
    this.#held.push(record);
    this.#size += record.text.to - record.text.from + PER_RECORD;
    if (this.#size <= MAX_HELD) return;
    const waiting = this.#held;
    this.#held = null;
    for (const each of waiting) this.#give(each);
  }

  #give({ line, endLine, level, time, text, chain }: Held): void {
    this.#sink.add(line, endLine, level, time, text, chain);
  }
}
