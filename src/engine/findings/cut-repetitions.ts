/**
 * Recognizes records that were cut off, but repeat a complete record before them.
 *
 * A copied log often ends within a line. If what remains is the beginning of one earlier message,
 * the program most probably printed that message again, so the fault is not over.
 */
import { secondsBetweenPacked } from '../headers/timestamps.ts';
import { encodeRange } from '../lines/byte-range.ts';
import { decode } from '../lines/bytes.ts';
import { endWithoutCutMark } from '../normalize/truncated-end.ts';
import type { TrackedCounters, TrackedFinding } from './tracked-finding.ts';

/** After this many periods of a message, a cut text is no longer taken for its repetition. */
const PERIODS = 3;

/**
 * Find the findings that were cut off, each with the complete one that it repeats.
 *
 * @param trySeconds seconds that the product waits for a response before it prints a message
 */
export function cutRepetitions(
  tracked: readonly TrackedCounters[],
  trySeconds: number,
): Map<TrackedCounters, TrackedCounters> {
  const repetitions = new Map<TrackedCounters, TrackedCounters>();
  for (const cut of tracked) {
    if (!mayBeCut(cut.finding)) continue;
    const text = withoutCutMark(cut.finding.text);
    const longer = tracked.filter(({ finding }) => mayContinue(finding, cut.finding, text));
    const [whole, ...others] = longer.toSorted(
      (a, b) => b.finding.text.length - a.finding.text.length,
    );
    if (
      whole &&
      !whole.finding.isCut &&
      // The other candidates must be the same message, cut off earlier.
      others.every(({ finding }) => whole.finding.text.startsWith(finding.text)) &&
      isSoonAfter(cut, whole, trySeconds)
    )
      repetitions.set(cut, whole);
  }
  return repetitions;
}

function mayBeCut({ isCut, rest, entries }: TrackedFinding): boolean {
  return (isCut || rest !== null) && entries.length > 0;
}

/** Return whether a message before one that was cut off begins with its text. */
function mayContinue(whole: TrackedFinding, cut: TrackedFinding, text: string): boolean {
  return (
    whole.entries[0] === cut.entries[0] &&
    whole.level === cut.level &&
    whole.firstOrdinal < cut.firstOrdinal &&
    whole.text.length > text.length &&
    whole.text.startsWith(text)
  );
}

/** Return whether two records are no further apart than attempts of the same outage. */
function isSoonAfter(cut: TrackedCounters, whole: TrackedCounters, trySeconds: number): boolean {
  const period = whole.finding.entries.find(({ repeats }) => repeats !== undefined)?.repeats;
  if (period === undefined || cut.firstTime === 0 || whole.lastTime === 0) return true;
  return secondsBetweenPacked(whole.lastTime, cut.firstTime) <= PERIODS * period + trySeconds;
}

function withoutCutMark(text: string): string {
  const range = encodeRange(text);
  return decode(range.bytes, range.from, endWithoutCutMark(range));
}
