import type { Catalog, Report } from '../../engine/index.ts';
import type { LineBuffer } from './line-buffer.ts';
import type { LineRoles } from './line-roles.ts';
import { ROLES, type TimeSlice, type Timeline } from './protocol.ts';

/** Possible slice lengths, in minutes. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080, 43_200];
const MAX_SLICES = 60;
const MAX_STARTS = 50;

/**
 * Count a log's lines over time by role. Return null if it has no times, or all within one minute.
 */
export function makeTimeline(
  report: Report,
  buffer: LineBuffer,
  roles: LineRoles,
  product: Catalog['products'][number] | undefined,
): Timeline | null {
  const minutes = buffer.minutes;
  let [from, to] = [Infinity, 0];
  for (const minute of minutes) {
    if (minute > to) to = minute;
    if (minute > 0 && minute < from) from = minute;
  }
  if (from >= to) return null;
  const step =
    STEPS.find((minutesOfStep) => (to - from) / minutesOfStep < MAX_SLICES) ??
    Math.ceil((to - from + 1) / MAX_SLICES);
  const begin = Math.floor(from / step) * step;
  // A flat array of slices times codes: updating fields of objects would take ten times as long.
  const codeCount = ROLES.length + 1;
  const counts = new Uint32Array((Math.floor((to - begin) / step) + 1) * codeCount);
  const cause = ROLES.indexOf('cause') + 1;
  let [last, slice, firstCause] = [0, 0, -1];
  for (let at = 0; at < minutes.length; at++) {
    const minute = minutes[at] as number;
    if (minute === 0) continue;
    if (minute !== last) [last, slice] = [minute, Math.floor((minute - begin) / step) * codeCount];
    const code = roles.codeAt(at);
    counts[slice + code] = (counts[slice + code] as number) + 1;
    if (code === cause && (firstCause < 0 || minute < (minutes[firstCause] as number)))
      firstCause = at;
  }
  const slices = Array.from({ length: counts.length / codeCount }, (_, index): TimeSlice => {
    const [other = 0, ...marked] = counts.subarray(index * codeCount, (index + 1) * codeCount);
    const [harmless = 0, unknown = 0, consequence = 0, cause = 0] = marked;
    return { cause, consequence, unknown, harmless, other };
  });
  const firstBad =
    firstCause < 0
      ? null
      : { minute: minutes[firstCause] as number, line: buffer.numberAt(firstCause) };
  return {
    from: begin,
    step,
    slices,
    firstBad,
    starts: product ? startsOf(report, buffer, product) : [],
  };
}

function startsOf(
  { findings }: Report,
  buffer: LineBuffer,
  { milestones, version }: Catalog['products'][number],
): Timeline['starts'] {
  const starts = findings
    .filter(({ chain }) => chain[0] !== undefined && chain[0].entry === milestones.starting)
    .flatMap(({ chain, lines }) =>
      lines.map((line) => ({
        line,
        versions: (version && chain[0]?.captures[version.hole]) ?? [],
      })),
    );
  return starts
    .map(({ line, versions }) => ({
      line,
      minute: buffer.minutes[buffer.indexOfLine(line)] ?? 0,
      version:
        versions.find((value) =>
          (buffer.text(line) ?? '').includes(`${version?.hole}:${value},`),
        ) ?? (versions.length === 1 ? (versions[0] ?? null) : null),
    }))
    .filter(({ minute }) => minute > 0)
    .sort((a, b) => a.minute - b.minute || a.line - b.line)
    .slice(0, MAX_STARTS);
}
