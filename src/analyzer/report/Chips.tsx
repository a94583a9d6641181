import type { ComponentChildren } from 'preact';
import { omitSameDate } from '../../i18n/omit-same-date.ts';
import type { AnalyzerText } from '../../i18n/analyzer.ts';
import { formatMinute, formatTime } from '../../report/format/index.ts';
import { isDeadlinePassed } from '../../report/verdict.ts';
import type { InspectedReport } from '../../intake/index.ts';
import { useReport } from './report-context.ts';

/** The state of the program and of its data, in a few words each. */
export function Chips({
  isDeadlineSaid,
  children,
}: {
  /** Whether the deadline of the data is given beside them. */
  isDeadlineSaid: boolean;
  /** Further chips, which lead to other parts of the report. */
  children?: ComponentChildren;
}) {
  const { report, text } = useReport();
  return (
    <ul class="chips">
      {chipsOf(report, isDeadlineSaid, text.chips).map((chip) => (
        <li key={chip}>{chip}</li>
      ))}
      {children}
    </ul>
  );
}

function chipsOf(
  report: InspectedReport,
  isDeadlineSaid: boolean,
  text: AnalyzerText['chips'],
): string[] {
  const { data } = report;
  const clock = (time: string): string => omitSameDate(today(), minuteOf(time));
  const isLate = isDeadlinePassed(report, Date.now());
  return [
    ...stateChip(report, text, clock),
    ...dataChip(report, text, clock),
    ...(data.deadline === null || isDeadlineSaid
      ? []
      : [(isLate ? text.roomUntil : text.safeUntil)(clock(data.deadline))]),
  ];
}

/** Say that the program does not run, or may not. */
function stateChip(
  { restart, startup, stopped }: InspectedReport,
  text: AnalyzerText['chips'],
  clock: (time: string) => string,
): string[] {
  if (restart === 'by-hand') return [text.stopped];
  if (restart === 'by-itself') return [text.restarting];
  if (restart === 'under-way' || startup === 'under-way') return [text.starting];
  return stopped === null ? [] : [text.stoppedAt(stopped.at && clock(stopped.at))];
}

/** Say what becomes of the values or, if nothing is known of them, of the check results. */
function dataChip(
  { exited, data: { state, from, to, checks } }: InspectedReport,
  text: AnalyzerText['chips'],
  clock: (time: string) => string,
): string[] {
  if (from !== null && state === 'lost' && to !== null)
    return [text.gap(clock(from), omitSameDate(minuteOf(from), clock(to)))];
  if (from !== null && state === 'lost') return [(exited ? text.noData : text.lost)(clock(from))];
  if (from !== null)
    return state !== 'late' ? [] : [to === null ? text.late(clock(from)) : text.arrived];
  return checks.from !== null &&
    checks.to === null &&
    (checks.state === 'late' || checks.state === 'lost')
    ? [text.checks[checks.state](clock(checks.from))]
    : [];
}

/** Format a time to the minute. */
function minuteOf(time: string): string {
  return formatTime(time).slice(0, 16);
}

/** Return the date and time of the reader's clock. */
function today(): string {
  return formatMinute(Math.floor(Date.now() / 60_000) - new Date().getTimezoneOffset());
}
