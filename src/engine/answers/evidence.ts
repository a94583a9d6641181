import type { CatalogEvidence } from '../../model/catalog.ts';
import type { TrackedFinding } from '../findings/tracked-finding.ts';
import type { Link } from '../../model/report.ts';
import type { Session } from '../session.ts';
import { secondsBetween } from './finding-state.ts';

/** Values by the name of their hole. */
type Captured = NonNullable<CatalogEvidence['where']>;

/**
 * Return whether a chain matches a piece of evidence. `..` stands for any links outside foreign
 * text; links in foreign text must be named. `where` and `where-not` apply to the last named link.
 */
export function matchesEvidence(chain: readonly Link[], evidence: CatalogEvidence): boolean {
  if (evidence.except?.some((entry) => chain.some((link) => link.entry === entry))) return false;
  return fits(chain, 0, evidence.chain, 0, null, evidence);
}

/** Return the last entry that evidence names. */
export function lastEntryOf({ chain }: CatalogEvidence): string {
  return chain.findLast((link) => link !== '..') ?? '';
}

/** Return whether the evidence is that something did, or did not, follow a harmless message. */
export function isAboutSequence({ without, then }: CatalogEvidence): boolean {
  return without !== undefined || then !== undefined;
}

/** Return whether the evidence's conditions on other messages hold; true without conditions. */
export function matchesSequence(
  evidence: CatalogEvidence,
  finding: TrackedFinding,
  session: Session,
): boolean {
  if (!isBeside(evidence, finding, session)) return false;
  if (Object.entries(evidence.unless ?? {}).some((given) => isInLog(given, session))) return false;
  if (evidence.again !== undefined) return occurredAgain(evidence.again, finding, session);
  if (evidence.then !== undefined)
    return (session.lastSeen.get(evidence.then) ?? -1) > finding.firstOrdinal;
  return evidence.without === undefined || isMissing(evidence, finding, session);
}

/**
 * Return whether the log has the entry that must be beside a finding, if there is one. While a log
 * is being read, no entry is near.
 */
function isBeside(
  { beside, 'within-lines': withinLines }: CatalogEvidence,
  finding: TrackedFinding,
  session: Session,
): boolean {
  if (beside === undefined) return true;
  if (withinLines === undefined) return session.lastSeen.has(beside);
  const near = new Set(
    session.findings.flatMap(({ entries, lines }) =>
      entries.some(({ id }) => id === beside)
        ? lines.flatMap((line) => rangeAround(line, withinLines))
        : [],
    ),
  );
  return finding.lines.some((line) => near.has(line));
}

function rangeAround(middle: number, distance: number): number[] {
  return Array.from({ length: 2 * distance + 1 }, (_, at) => middle - distance + at);
}

/** Return whether a message in the log captured one of the values. */
function isInLog([entry, values]: [string, Captured], { findings }: Session): boolean {
  return findings.some(({ chain }) =>
    chain.some(
      (link) =>
        link.entry === entry &&
        Object.entries(values).some(([name, list]) =>
          link.captures[name]?.some((value) => isOneOf(value, list)),
        ),
    ),
  );
}

/**
 * The program tries once per start, but a collector may write each line twice, and a log may begin
 * after the start.
 */
const MAX_LINES_PER_START = 2;
const LINES_BEFORE_START = 1;

/** Return whether the program tried an operation again in one start, and it failed the same way. */
function occurredAgain(entry: string, finding: TrackedFinding, session: Session): boolean {
  const maxLines = MAX_LINES_PER_START * session.lifetime.starts + LINES_BEFORE_START;
  return session.findings.some(
    (other) =>
      other.count > maxLines &&
      other.entries[0]?.id === entry &&
      other.entries.at(-1) === finding.entries.at(-1) &&
      other.rest === finding.rest,
  );
}

/**
 * Return whether the entry that must follow a finding is missing and no problem explains why.
 * Either the log goes on for longer than `within`, up to its end or to a request to stop, or the
 * finding occurs again and again. A log that ends right after the finding proves nothing.
 */
function isMissing(
  { without, within }: CatalogEvidence,
  finding: TrackedFinding,
  session: Session,
): boolean {
  if (without === undefined || within === undefined) return false;
  const isAfter = (ordinal: number): boolean => ordinal > finding.lastOrdinal;
  if (isAfter(session.lastSeen.get(without) ?? -1)) return false;
  const { tries, starting, stopping } = session.lifetime;
  const isLoop = finding.lastOrdinal === starting && session.lifetime.failsEvery(within);
  const since = isLoop ? tries.ordinal : finding.lastOrdinal;
  if (session.findings.some(({ isProblem, lastOrdinal }) => isProblem && lastOrdinal > since))
    return false;
  if (isLoop) return true;
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

/** Return whether only links in foreign text remain, which evidence may omit. */
function isForeignTail(chain: readonly Link[], at: number): boolean {
  return chain.slice(at).every((link) => link.foreign);
}

function holds(link: Link | null, { where, 'where-not': whereNot }: CatalogEvidence): boolean {
  const isGiven = ([name, list]: [string, readonly string[]]): boolean => {
    const values = link?.captures[name];
    // A message that was cut off before the value has an empty list: any value may have followed.
    if (list.includes(ANY)) return values !== undefined;
    // A terminal may have broken the line within the value.
    return !!values?.some((one) => isOneOf(one.replaceAll('\n', ''), list));
  };
  return (
    Object.entries(where ?? {}).every(isGiven) && !Object.entries(whereNot ?? {}).some(isGiven)
  );
}

/**
 * Return whether a cut message leaves open whether a condition of evidence holds: the value is
 * missing, or only some of the messages that may begin with this text have such a value.
 *
 * @param ends the last links of these messages
 */
export function lacksValueFor(evidence: CatalogEvidence, ends: readonly Link[]): boolean {
  const named = ends.filter(({ entry }) => entry === lastEntryOf(evidence));
  const conditions = Object.entries({ ...evidence.where, ...evidence['where-not'] });
  return conditions.some(([name, list]) =>
    list.includes(ANY)
      ? new Set(named.map(({ captures }) => name in captures)).size > 1
      : named.some(({ captures }) => captures[name]?.length === 0),
  );
}

/** In a list of values: any text. */
const ANY = '*';

/** Return whether a value is in a list, where `*` stands for any text: `*.memo`, `check-*`. */
export function isOneOf(value: string, list: readonly string[]): boolean {
  return list.some((wanted) => {
    const [start = '', ...rest] = wanted.split('*');
    const end = rest.pop();
    if (end === undefined) return value === wanted;
    if (!value.startsWith(start)) return false;
    let at = start.length;
    for (const piece of rest) {
      const found = value.indexOf(piece, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
    return value.length - at >= end.length && value.endsWith(end);
  });
}
