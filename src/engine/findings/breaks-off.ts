import { lacksValueFor } from '../answers/evidence.ts';
import { encodeRange } from '../lines/byte-range.ts';
import { hasCutMark, isBeginning } from '../normalize/truncated-end.ts';
import type { ProductMatcher } from '../templates/matcher.ts';
import type { TrackedFinding } from './tracked-finding.ts';

/** Return whether a record ends before its message does, so that its reason may be missing. */
export function breaksOff(finding: TrackedFinding, matcher: ProductMatcher): boolean {
  const { chain, rest, family, isCut } = finding;
  if (family.length > 0 || lacksCause(finding) || lacksValue(finding)) return true;
  const end = rest ?? (isCut ? (chain.at(-1)?.text ?? '') : '');
  const text = encodeRange(end);
  return end !== '' && (hasCutMark(text) || isBeginning(matcher, text));
}

/** Return whether a record ends before or within the cause at the end of its message. */
export function lacksCause({ rest, entries, isUnclosed }: TrackedFinding): boolean {
  return (
    isUnclosed ||
    (rest === null &&
      entries.at(-1)?.templates.every(({ text }) => text.includes('{cause}')) === true)
  );
}

/** Return whether a record ends before or within a value of its last message. */
function lacksValue({ chain, rest, isCut }: TrackedFinding): boolean {
  const values = Object.values(chain.at(-1)?.captures ?? {});
  return isCut && rest === null && values.some(({ length }) => length === 0);
}

/**
 * Return whether a record can be the beginning of one message only, in however many other messages
 * that one may be nested.
 */
export function isOneMessage({ family, chain }: TrackedFinding): boolean {
  return family.every((whole) =>
    chain.every(({ entry }, at) => whole.at(at - chain.length)?.entry === entry),
  );
}

/** Return whether a record ends before or within a value that a guide's evidence is about. */
function lacksDecidingValue(
  finding: TrackedFinding,
  { catalog: { guides } }: ProductMatcher,
): boolean {
  const ends = [finding.chain, ...finding.family].flatMap((chain) => chain.at(-1) ?? []);
  return (
    lacksValue(finding) &&
    guides.some((guide) => guide.evidence.some((evidence) => lacksValueFor(evidence, ends)))
  );
}

/**
 * Return whether a record ends before the part that decides: its text may be the beginning of
 * several messages, or its cause or a value is missing.
 */
export function lacksMeaning(finding: TrackedFinding, matcher: ProductMatcher): boolean {
  const { rest, entries } = finding;
  const mayLackCause = entries.at(-1)?.templates.some(({ text }) => text.includes('{cause}'));
  return (
    breaksOff(finding, matcher) &&
    (rest !== null ||
      mayLackCause === true ||
      !isOneMessage(finding) ||
      lacksDecidingValue(finding, matcher))
  );
}
