import type { TrackedFinding } from '../findings/tracked-finding.ts';
import type { Session } from '../session.ts';

/**
 * A message that the program prints only while it starts comes before the line that counts as the
 * start. The first start after the message is thus the same one, and the second is a later one.
 */
const SAME_AND_LATER_START = 2;

/**
 * Return whether a finding is over. It is if an entry of `over-after` followed, if the program
 * exited because of it and was started later, if only starts print the message and a later start
 * did not, if the log went on for longer than the message's period without it, or if the program
 * tries again at once and the log went on. Without a period or times, absence proves nothing.
 */
export function isOver(finding: TrackedFinding, session: Session): boolean {
  if (wasAskedToStop(finding)) return true;
  if (isMomentary(finding)) return session.ordinal > finding.lastOrdinal;
  if (finding.ends === 'program' && session.lifetime.started > finding.lastOrdinal) return true;
  if (
    finding.entries[0]?.['at-start'] &&
    session.lifetime.starts - finding.starts >= SAME_AND_LATER_START
  )
    return true;
  const proofs = finding.entries.flatMap((entry) => entry['over-after'] ?? []);
  if (proofs.some((entry) => (session.lastSeen.get(entry) ?? -1) > finding.lastOrdinal))
    return true;
  const period = finding.entries.find((entry) => entry.repeats !== undefined)?.repeats;
  const silence = secondsBetween(finding.last, session.lastTime);
  return period !== undefined && silence !== null && silence > period + session.trySeconds;
}

/** Return whether the program tries again at once, and prints another message if that fails too. */
export function isMomentary({ entries }: TrackedFinding): boolean {
  return entries[0]?.momentary === true;
}

/**
 * Return whether the program only exited when asked to; messages during such a stop are no fault.
 */
export function wasAskedToStop({ ends, lastUnrequested }: TrackedFinding): boolean {
  return ends === 'program' && lastUnrequested < 0;
}

/** Return whether a finding reports an exit of the program, which has been started again since. */
export function hasRestarted(
  { entries, lastOrdinal }: TrackedFinding,
  { lifetime }: Session,
): boolean {
  return entries.some(({ ends }) => ends === 'program') && lifetime.started > lastOrdinal;
}

/** Return the seconds between two times as written, or null if one is missing. */
export function secondsBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null;
  const seconds = (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 1000;
  return Number.isFinite(seconds) ? seconds : null;
}

/** Add seconds to a time as written. */
export function addSecondsTo(time: string, seconds: number): string {
  return new Date(Date.parse(`${time}Z`) + seconds * 1000).toISOString().slice(0, 19);
}

/** Return whether a finding by itself reports that something is wrong. */
export function reportsFault({ isProblem, role }: TrackedFinding): boolean {
  return role !== 'info' && (isProblem || role === 'harmless');
}

/**
 * Return the entry of another program's harmless text, if that is what a message quotes. A guide
 * about the message itself then explains nothing.
 */
export function harmlessTextIn({ role, chain }: TrackedFinding): string | undefined {
  const last = chain.at(-1);
  return role === 'harmless' && last?.foreign ? last.entry : undefined;
}
