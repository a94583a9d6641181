import { encodeRange } from '../lines/byte-range.ts';
import { hasCutMark } from '../normalize/truncated-end.ts';
import type { ProductMatcher } from '../templates/matcher.ts';
import type { TrackedFinding } from './tracked-finding.ts';

/** Return whether a record ends before its message does, so that its reason may be missing. */
export function breaksOff(
  { rest, family, entries }: TrackedFinding,
  { beginnings }: Pick<ProductMatcher, 'beginnings'>,
): boolean {
  if (rest === null) return family.length > 0 || lacksCause({ rest, entries });
  return (
    hasCutMark(encodeRange(rest)) ||
    beginnings.some((text) => text.length > rest.length && text.startsWith(rest))
  );
}

/** Return whether a record ends before the cause with which its message ends. */
export function lacksCause({ rest, entries }: Pick<TrackedFinding, 'rest' | 'entries'>): boolean {
  return (
    rest === null &&
    entries.at(-1)?.templates.every(({ text }) => text.includes('{cause}')) === true
  );
}
