import type { ComponentChildren } from 'preact';
import { omitSameDate } from '../../i18n/omit-same-date.ts';
import type { AnalyzerText } from '../../i18n/analyzer.ts';
import { formatTime } from '../../report/format/index.ts';
import type { InspectedReport } from '../../intake/index.ts';

/** The state of the program and of its data, in a few words each. */
export function Chips({
  report,
  text: { chips: text },
  children,
}: {
  report: InspectedReport;
  text: AnalyzerText;
  /** Further chips, which lead to other parts of the report. */
  children?: ComponentChildren;
}) {
  return (
    <ul class="chips">
      {[...chipsOf(report, text)].map((chip) => (
        <li key={chip}>{chip}</li>
      ))}
      {children}
    </ul>
  );
}

function* chipsOf(report: InspectedReport, text: AnalyzerText['chips']): Generator<string> {
  const { status, restart, startup, stopped, data, answers, span } = report;
  const clock = (time: string): string => shortTime(time, span.to);
  if (restart === 'by-hand') yield text.stopped;
  else if (restart === 'by-itself') yield text.restarting;
  else if (restart === 'under-way' || startup === 'under-way') yield text.starting;
  else if (stopped !== null) yield text.askedToStop(clock(stopped));
  yield* dataChips(report, text, clock);
  if (data.deadline !== null) yield text.safeUntil(clock(data.deadline));
  const [first] = answers;
  if (status === 'action-needed' && first && first.evidence.length > 0)
    if (first.confidence !== 'possible') yield text[first.confidence];
}

function* dataChips(
  { exited, data }: InspectedReport,
  text: AnalyzerText['chips'],
  clock: (time: string) => string,
): Generator<string> {
  const { state, from, to, checks } = data;
  if (from !== null && to === null && (state === 'late' || state === 'lost'))
    yield (exited && state === 'lost' ? text.noData : text[state])(clock(from));
  else if (from !== null && to !== null && state === 'lost') yield text.gap(clock(from), clock(to));
  if (checks.from !== null && checks.to === null && from === null)
    if (checks.state === 'late' || checks.state === 'lost')
      yield text.checks[checks.state](clock(checks.from));
}

/** Format a time to the minute, without the date if the log ends on that day. */
function shortTime(time: string, end: string | null): string {
  const shown = formatTime(time).slice(0, 16);
  return end === null ? shown : omitSameDate(formatTime(end), shown);
}
