import type { CatalogEvidence } from '../catalog.ts';
import type { TrackedFinding } from '../findings/tracked.ts';
import type { Link } from '../report.ts';
import type { Session } from '../session.ts';
import { elapsed } from '../times.ts';
import { secondsBetween } from './state.ts';

/**
 * Whether a chain is what a piece of evidence describes. `..` stands for any links that are not in foreign text; a link in foreign
 * text has to be named. `where` and `where-not` speak of the last link that the pattern names.
 */
export function matchesEvidence(chain: readonly Link[], evidence: CatalogEvidence): boolean {
  if (evidence.except?.some((entry) => chain.some((link) => link.entry === entry))) return false;
  return fits(chain, 0, evidence.chain, 0, null, evidence);
}

/** Whether a piece of evidence speaks of a message that says nothing is wrong: what came after it does, or what did not. */
export function isOfOrder({ without, then }: CatalogEvidence): boolean {
  return without !== undefined || then !== undefined;
}

/** Whether what evidence tells of the messages around a finding came, or did not come; evidence that tells nothing of them holds. */
export function isInOrder(
  evidence: CatalogEvidence,
  finding: TrackedFinding,
  session: Session,
): boolean {
  if (evidence.beside !== undefined && !session.lastSeen.has(evidence.beside)) return false;
  if (evidence.again !== undefined) return cameAgain(evidence.again, finding, session);
  if (evidence.then !== undefined)
    return (session.lastSeen.get(evidence.then) ?? -1) > finding.firstOrdinal;
  return evidence.without === undefined || isMissing(evidence, finding, session);
}

/** Each start tries once; what collects logs may write each line twice, and a log may begin behind its start. */
const OWN_TRIES = 2;
const STRAY_TRIES = 1;

/** Whether an entry with the same end of its chain came more than once in one start. */
function cameAgain(entry: string, finding: TrackedFinding, session: Session): boolean {
  const tries = OWN_TRIES * session.lifetime.starts + STRAY_TRIES;
  return session.findings.some(
    (other) =>
      other.count > tries &&
      other.entries[0]?.id === entry &&
      other.entries.at(-1) === finding.entries.at(-1) &&
      isSameSentence(other.rest ?? '', finding.rest ?? ''),
  );
}

/** Whether two texts are the same but for where they were wrapped, and for lines that follow the last one of a paste. */
function isSameSentence(a: string, b: string): boolean {
  const [shorter = '', longer = ''] = [a, b]
    .map((text) => text.replace(/\s+/g, ''))
    .sort((one, other) => one.length - other.length);
  return longer.startsWith(shorter) && (shorter === '') === (longer === '');
}

/** So many starts in a row that get no further are no chance. */
const MIN_TRIES = 3;

/**
 * Whether what had to follow a finding is missing: the log goes on for longer than it may take, up to its end or to the request to
 * stop, or the finding came again and again instead, and no problem says why it never came. A log that ends right after the finding proves nothing.
 */
function isMissing(
  { without, within }: CatalogEvidence,
  finding: TrackedFinding,
  session: Session,
): boolean {
  if (without === undefined || within === undefined) return false;
  const isAfter = (ordinal: number): boolean => ordinal > finding.lastOrdinal;
  if (isAfter(session.lastSeen.get(without) ?? -1)) return false;
  const { tries, starting } = session.lifetime;
  const isLoop =
    finding.lastOrdinal === starting &&
    tries.count >= MIN_TRIES &&
    tries.from > 0 &&
    elapsed(tries.from, tries.to) <= within * (tries.count - 1);
  const since = isLoop ? tries.ordinal : finding.lastOrdinal;
  if (
    session.findings.some(
      ({ isProblem, role, lastOrdinal }) => isProblem && role !== 'harmless' && lastOrdinal > since,
    )
  )
    return false;
  if (isLoop) return true;
  const { stopping } = session.lifetime;
  const stop = isAfter(stopping)
    ? session.findings.find(({ lastOrdinal }) => lastOrdinal === stopping)
    : undefined;
  return (secondsBetween(finding.last, stop ? stop.last : session.lastTime) ?? 0) > within;
}

function fits(
  chain: readonly Link[],
  at: number,
  pattern: readonly string[],
  index: number,
  named: Link | null,
  evidence: CatalogEvidence,
): boolean {
  const wanted = pattern[index];
  const link = chain[at];
  if (wanted === undefined)
    return (link === undefined || isForeignTail(chain, at)) && holds(named, evidence);
  if (wanted === '..') {
    if (fits(chain, at, pattern, index + 1, named, evidence)) return true;
    return (
      link !== undefined && !link.foreign && fits(chain, at + 1, pattern, index, named, evidence)
    );
  }
  if (link?.foreign && pattern[index - 1] === '..') return false;
  return link?.entry === wanted && fits(chain, at + 1, pattern, index + 1, link, evidence);
}

/** Links in foreign text at the end are shown, but the pattern may leave them out. */
function isForeignTail(chain: readonly Link[], at: number): boolean {
  return chain.slice(at).every((link) => link.foreign);
}

function holds(link: Link | null, { where, whereNot }: CatalogEvidence): boolean {
  const values = (name: string): string[] => link?.captures[name] ?? [];
  for (const [name, wanted] of Object.entries(where ?? {}))
    if (!values(name).some((value) => wanted.includes(value))) return false;
  for (const [name, unwanted] of Object.entries(whereNot ?? {}))
    if (values(name).some((value) => unwanted.includes(value))) return false;
  return true;
}
