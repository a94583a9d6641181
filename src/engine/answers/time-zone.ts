import type { TrackedFinding } from '../findings/tracked-finding.ts';
import type { ProductMatcher } from '../templates/matcher.ts';
import { secondsBetween } from './finding-state.ts';

const ZONE_STEP = 900;
/**
 * Seconds by which a time inside a message may be older than its line, which is written afterwards.
 */
const TOLERANCE = 120;

/**
 * Derive the zone of the log's times, such as `+09:00`, from a line that contains its own time with
 * a zone, or return null.
 */
export function zoneOf(
  findings: readonly TrackedFinding[],
  { entries }: Pick<ProductMatcher, 'entries'>,
): string | null {
  for (const { chain, first } of findings) {
    for (const link of chain) {
      if (link.foreign) continue;
      const holes = Object.entries(entries.get(link.entry)?.holes ?? {}).filter(
        ([, { moment }]) => moment,
      );
      for (const [name] of holes) {
        const zone = zoneBetween(first, link.captures[name]?.[0] ?? '');
        if (zone !== null) return zone;
      }
    }
  }
  return null;
}

function zoneBetween(written: string | null, moment: string): string | null {
  if (
    !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/.test(moment) ||
    Number.isNaN(Date.parse(moment))
  )
    return null;
  const seconds = secondsBetween(new Date(moment).toISOString().slice(0, 19), written);
  if (seconds === null) return null;
  const offset = Math.round(seconds / ZONE_STEP) * ZONE_STEP;
  if (Math.abs(seconds - offset) > TOLERANCE || Math.abs(offset) > 14 * 3600) return null;
  const minutes = Math.abs(offset) / 60;
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

const pad = (number: number): string => String(number).padStart(2, '0');
