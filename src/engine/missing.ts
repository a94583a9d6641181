import type { Reading } from './diagnose.ts';
import type { Matcher } from './matcher.ts';
import type { Answer, MissingKey } from './report.ts';
import type { Session } from './session.ts';
import { later, secondsBetween } from './state.ts';

/** A log that was just collected ends a little before it is read, or up to an hour. */
const FRESH = { least: -300, most: 3600 };

/** What to look at where the log is well, the quickest first. */
const STILL_NO_DATA: readonly MissingKey[] = ['still-no-data:running', 'still-no-data:log-of-now', 'still-no-data:clock', 'still-no-data:host', 'still-no-data:status'];

/** What would decide where the log does not: the words and commands for it are in the content. */
export function missingOf(matcher: Matcher, session: Session, answers: readonly Answer[], zone: string | null, reading: Reading): MissingKey[] {
  const missing: MissingKey[] = [];
  const undecided = answers.filter(({ confidence, state }) => confidence === 'possible' && state !== 'recovered');
  for (const { guide } of undecided) if (matcher.catalog.guides.some(({ id, decides }) => id === guide && decides)) missing.push(`guide:${guide}`);
  if (session.milestones.starting < 0) missing.push('start-of-log');
  if (session.version === null && answers.some(({ fixedIn }) => fixedIn !== null)) missing.push('version');
  if (session.findings.some(({ rest, isProblem }) => rest !== null && isProblem)) missing.push('status-code');
  if (zone === null && mayBeUtc(session.lastTime, reading)) missing.push('log-zone');
  if (answers.length === 0 && session.clusters.list().length === 0) missing.push(...STILL_NO_DATA);
  return missing;
}

/** Whether the last line is as old as the reader's clock is ahead of UTC: a fresh log in UTC looks like that. */
function mayBeUtc(lastTime: string | null, { now, offset }: Reading): boolean {
  if (lastTime === null || now === undefined || offset === undefined || offset <= 0) return false;
  const local = later('1970-01-01T00:00:00', Math.floor(now / 1000) + offset * 60);
  const age = (secondsBetween(lastTime, local) ?? 0) - offset * 60;
  return age >= FRESH.least && age <= FRESH.most;
}
