import type { Reading } from '../diagnose.ts';
import type { CompiledProduct, Matcher } from '../matcher.ts';
import type { Answer, MissingKey, Status } from '../report.ts';
import type { Session } from '../session.ts';
import { isOver, later, secondsBetween } from './state.ts';

/** A log that was just collected ends a little before it is read, or up to an hour. */
const FRESH = { least: -300, most: 3600 };

/** What to look at where the log is well, the quickest first. */
const STILL_NO_DATA: readonly MissingKey[] = [
  'still-no-data:running',
  'still-no-data:log-of-now',
  'still-no-data:clock',
  'still-no-data:host',
  'still-no-data:status',
];

/** What would decide where the log does not: the words and commands for it are in the content. */
export function missingOf(
  matcher: Matcher,
  product: CompiledProduct,
  session: Session,
  answers: readonly Answer[],
  status: Status,
  zone: string | null,
  reading: Reading,
): MissingKey[] {
  const missing: MissingKey[] = [];
  const undecided = answers.filter(
    ({ confidence, state }) => confidence === 'possible' && state !== 'recovered',
  );
  for (const { guide } of undecided)
    if (matcher.catalog.guides.some(({ id, decides }) => id === guide && decides))
      missing.push(`guide:${guide}`);
  if (session.lifetime.starting < 0 && !isEndKnown(session, answers)) missing.push('start-of-log');
  if (session.version === null && answers.some(({ fixedIn }) => fixedIn !== null))
    missing.push('version');
  missing.push(...asksFor(product, session));
  if (zone === null && mayBeUtc(session.lastTime, reading)) missing.push('log-zone');
  if (status === 'healthy') missing.push(...STILL_NO_DATA);
  return missing;
}

/** Whether it is certain why the program ended: a start that failed so early prints no first line. */
function isEndKnown({ findings }: Session, answers: readonly Answer[]): boolean {
  const told = findings
    .filter(({ ends, rest }) => ends !== null && rest === null)
    .map(({ index }) => index);
  return answers.some(
    ({ confidence, evidence }) =>
      confidence === 'certain' && told.some((index) => evidence.includes(index)),
  );
}

/** What tells more than text that nobody knows, by what the message was about that it stands in. */
function asksFor({ asks = {} }: CompiledProduct, session: Session): (keyof typeof asks)[] {
  const ends = session.findings.flatMap((finding) =>
    finding.rest !== null && finding.isProblem && !isOver(finding, session)
      ? (finding.entries.at(-1)?.id ?? [])
      : [],
  );
  return (Object.keys(asks) as (keyof typeof asks)[]).filter((key) =>
    ends.some((id) => asks[key]?.some((after) => id === after || id.startsWith(`${after}/`))),
  );
}

/** Whether the last line is as old as the reader's clock is ahead of UTC: a fresh log in UTC looks like that. */
function mayBeUtc(lastTime: string | null, { now, offset }: Reading): boolean {
  if (lastTime === null || now === undefined || offset === undefined || offset <= 0) return false;
  const local = later('1970-01-01T00:00:00', Math.floor(now / 1000) + offset * 60);
  const age = (secondsBetween(lastTime, local) ?? 0) - offset * 60;
  return age >= FRESH.least && age <= FRESH.most;
}
