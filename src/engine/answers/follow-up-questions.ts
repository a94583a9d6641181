import type { Reading, Answer, FollowUpKey, Status } from '../../model/report.ts';
import { isIn, type ProductMatcher } from '../templates/matcher.ts';
import type { CompiledProduct } from '../headers/compiled-product.ts';
import { breaksOff, lacksMeaning } from '../findings/breaks-off.ts';
import type { TrackedFinding } from '../findings/tracked-finding.ts';
import type { Session } from '../session.ts';
import { isOver, addSecondsTo, secondsBetween } from './finding-state.ts';

/**
 * Age in seconds of the last line of a log that was just collected: up to an hour, or below zero if
 * the clocks differ.
 */
const FRESH = { least: -300, most: 3600 };

/** What to check if the log looks healthy but no data arrives, the quickest check first. */
const STILL_NO_DATA: readonly FollowUpKey[] = [
  'still-no-data:running',
  'still-no-data:log-of-now',
  'still-no-data:clock',
  'still-no-data:host',
  'still-no-data:status',
];

/**
 * Return the questions whose answers would settle what the log leaves open, as far as the product
 * has texts and commands for them.
 */
export function followUpQuestions(
  matcher: ProductMatcher,
  session: Session,
  answers: readonly Answer[],
  status: Status,
  reading: Reading,
): FollowUpKey[] {
  const { product } = matcher;
  const missing = confirmations(matcher, session, answers, status);
  const { starts, starting, started, ended } = session.lifetime;
  // The program exited before it could report its start, so it printed nothing before that.
  const exitedAtOnce = ended >= 0 && ended === starting;
  const isLogged = !isOutsideLog(product, session);
  if (
    status !== 'recovered' &&
    !missing.includes('whole-line') &&
    starts === 0 &&
    started < 0 &&
    !exitedAtOnce &&
    !isExitExplained(session, answers) &&
    isLogged
  )
    missing.push('start-of-log');
  if (session.version === null && answers.some(({ fixedIn }) => fixedIn !== null))
    missing.push('version');
  missing.push(...questionsAboutRest(product, session, matcher));
  if (mayBeUtc(session.lastTime, reading)) missing.push('log-zone');
  if (status === 'healthy' && isLogged) missing.push(...STILL_NO_DATA);
  return missing.filter((key) => key.startsWith('guide:') || key in product.asks);
}

/**
 * List what would confirm the open answers: their whole lines if these are cut off, otherwise what
 * their guides ask for.
 */
function confirmations(
  matcher: ProductMatcher,
  session: Session,
  answers: readonly Answer[],
  status: Status,
): FollowUpKey[] {
  const { findings } = session;
  const areCut = (found: readonly (TrackedFinding | undefined)[]): boolean =>
    found.length > 0 && found.every((finding) => finding && lacksMeaning(finding, matcher));
  const open = answers.filter(({ state }) => state !== 'recovered');
  const undecided = open.filter(({ confidence }) => confidence === 'possible');
  const cut = undecided.filter(({ evidence }) => areCut(evidence.map((index) => findings[index])));
  const explained = new Set(
    answers.flatMap((answer) => [answer.evidence, answer.consequences].flat()),
  );
  const lacksEnd =
    'whole-line' in matcher.product.asks &&
    !isOutsideLog(matcher.product, session) &&
    (cut.length > 0 ||
      (status === 'action-needed' &&
        areCut(findings.filter((finding) => finding.isProblem && !explained.has(finding.index)))));
  const guides = undecided.filter((answer) => !(lacksEnd && cut.includes(answer)));
  return [
    ...(lacksEnd ? (['whole-line'] as const) : []),
    ...guides.flatMap(({ guide }) =>
      matcher.catalog.guides.some(({ id, decides }) => id === guide && decides)
        ? (`guide:${guide}` as const)
        : [],
    ),
  ];
}

/**
 * Return whether the reason for the exit is known. Then the start of the log is not needed. The
 * program may not even have printed it, if it exited early.
 */
function isExitExplained({ findings }: Session, answers: readonly Answer[]): boolean {
  const explained = findings
    .filter(({ ends, rest }) => ends !== null && rest === null)
    .map(({ index }) => index);
  return answers.some(
    ({ confidence, evidence }) =>
      confidence !== 'possible' && explained.some((index) => evidence.includes(index)),
  );
}

/**
 * Return whether all problems, or all findings if there are none, are in text that is not printed
 * into the product's log.
 */
function isOutsideLog(
  { 'not-logged': notLogged }: CompiledProduct,
  { findings }: Session,
): boolean {
  const problems = findings.filter(({ isProblem }) => isProblem);
  const shown = problems.length > 0 ? problems : findings;
  return (
    shown.length > 0 &&
    shown.every(({ entries: [first] }) =>
      notLogged.some((catalog) => first !== undefined && isIn(first.id, catalog)),
    )
  );
}

/**
 * Return the follow-up questions about unmatched text, which depend on the message around it. A
 * line that is cut off raises no such question, because the whole line is in the log.
 */
function questionsAboutRest(
  { asks }: CompiledProduct,
  session: Session,
  matcher: ProductMatcher,
): (keyof typeof asks)[] {
  const ends = session.findings.flatMap((finding) =>
    finding.rest !== null &&
    finding.isProblem &&
    !session.repetitions.has(finding) &&
    !breaksOff(finding, matcher) &&
    !isOver(finding, session)
      ? (finding.entries.at(-1)?.id ?? [])
      : [],
  );
  return (Object.keys(asks) as (keyof typeof asks)[]).filter((key) =>
    ends.some((id) => asks[key]?.some((after) => isIn(id, after))),
  );
}

/**
 * Return whether the log may be fresh but in UTC: its last line is as old as the reader's clock is
 * ahead of UTC.
 */
function mayBeUtc(lastTime: string | null, { now, offset }: Reading): boolean {
  if (lastTime === null || now === undefined || offset === undefined || offset <= 0) return false;
  const local = addSecondsTo('1970-01-01T00:00:00', Math.floor(now / 1000) + offset * 60);
  const age = (secondsBetween(lastTime, local) ?? 0) - offset * 60;
  return age >= FRESH.least && age <= FRESH.most;
}
