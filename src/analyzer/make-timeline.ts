import type { Catalog, Report } from '../engine/index.ts';
import type { KeptLines } from './kept-lines.ts';
import type { LineRoles } from './line-roles.ts';
import type { Slice, Timeline } from './protocol.ts';

/** Lengths of a slice in minutes. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080, 43_200];
const MAX_SLICES = 60;
const MAX_STARTS = 50;

/** Count a log's lines over time by role; null where it has no times, or all of them in one minute. */
export function makeTimeline(report: Report, kept: KeptLines, roles: LineRoles, product: Catalog['products'][number] | undefined): Timeline | null {
  const minutes = kept.minutes;
  let [from, to] = [Infinity, 0];
  for (const minute of minutes) {
    if (minute > to) to = minute;
    if (minute > 0 && minute < from) from = minute;
  }
  if (from >= to) return null;
  const step = STEPS.find((minutesOfStep) => (to - from) / minutesOfStep < MAX_SLICES) ?? Math.ceil((to - from + 1) / MAX_SLICES);
  const begin = Math.floor(from / step) * step;
  const slices: Slice[] = Array.from({ length: Math.floor((to - begin) / step) + 1 }, () => ({ cause: 0, consequence: 0, harmless: 0, other: 0 }));
  let firstBad: Timeline['firstBad'] = null;
  // Most lines stand in the slice of the line before.
  let [last, slice] = [0, slices[0]];
  for (let at = 0; at < minutes.length; at++) {
    const minute = minutes[at] ?? 0;
    if (minute === 0) continue;
    if (minute !== last) [last, slice] = [minute, slices[Math.floor((minute - begin) / step)]];
    const role = roles.at(at);
    if (slice) slice[role ?? 'other']++;
    if (role === 'cause' && (firstBad === null || minute < firstBad.minute)) firstBad = { minute, line: kept.numberAt(at) };
  }
  return { from: begin, step, slices, firstBad, starts: product ? startsOf(report, kept, product) : [] };
}

function startsOf({ findings }: Report, kept: KeptLines, { milestones, version }: Catalog['products'][number]): Timeline['starts'] {
  const starts = findings.filter(({ chain }) => chain[0]?.entry === milestones.starting).flatMap(({ chain, lines }) => lines.map((line) => ({ line, versions: chain[0]?.captures[version.hole] ?? [] })));
  return starts
    .map(({ line, versions }) => ({ line, minute: kept.minutes[kept.placeOf(line)] ?? 0, version: versions.find((value) => (kept.text(line) ?? '').includes(`${version.hole}:${value},`)) ?? (versions.length === 1 ? (versions[0] ?? null) : null) }))
    .filter(({ minute }) => minute > 0)
    .sort((a, b) => a.minute - b.minute || a.line - b.line)
    .slice(0, MAX_STARTS);
}
