import type { ReportTexts } from '../model/words.ts';
import { sentences } from './sentences.ts';
import type { ReportText } from './report.ts';
import type { Report } from '../model/report.ts';

/** Most host IDs to list; the log of a fleet can have hundreds. */
const MAX_HOSTS = 5;

/**
 * List the facts of a report besides its answers, one sentence each: what to start, the state of
 * the data, version and time zone. `readable` formats a time for readers. `isLate` means that the
 * deadline after which data is lost has passed.
 */
export function verdictFacts(
  report: Report,
  words: ReportTexts,
  readable: (time: string) => string,
  isLate = false,
): string[] {
  const text = sentences[words.language].report;
  return [
    ...(report.restart !== null
      ? report.restart === 'not-needed'
        ? []
        : [text.restart[report.restart]]
      : report.stopped === null
        ? []
        : [text.stopped(readable(report.stopped))]),
    ...(report.retired === null
      ? []
      : [text.retired(report.retired.host, report.retired.at && readable(report.retired.at))]),
    ...(report.hosts.length > 1
      ? [
          text.hosts(
            report.hosts.length,
            report.hosts.length > MAX_HOSTS
              ? [...report.hosts.slice(0, MAX_HOSTS), '…']
              : report.hosts,
          ),
        ]
      : []),
    ...dataFacts(report, words, text, readable, isLate),
    ...(report.zone === null ? [] : [text.zone(report.zone)]),
    ...(report.version === null && (report.wording.since ?? report.wording.until) !== null
      ? [text.wording(report.wording.since, report.wording.until)]
      : []),
  ];
}

function dataFacts(
  { data, product, exited }: Report,
  words: ReportTexts,
  text: ReportText,
  readable: (time: string) => string,
  isLate: boolean,
): string[] {
  const shown = (time: string | null): string | null => time && readable(time);
  const { state, from, to, deadline, blindFrom, blindTo, outages, thrown, before, gap, checks } =
    data;
  const isGap = gap !== null && gap.from === from;
  const minutes = words.alertMinutes[product ?? ''];
  return [
    ...(from !== null && exited && state === 'lost' && to === null
      ? [text.data.stopped(readable(from))]
      : from !== null && !isGap && (state === 'late' || state === 'lost')
        ? [text.data[state](readable(from), shown(to))]
        : []),
    ...(state === 'lost' &&
    !exited &&
    to === null &&
    from !== null &&
    blindFrom !== null &&
    blindFrom < from
      ? [text.data.waiting(readable(blindFrom), readable(from))]
      : []),
    ...(gap === null ? [] : [text.data.gap(readable(gap.from), readable(gap.to))]),
    ...(thrown?.from == null
      ? []
      : [text.data.thrown(readable(thrown.from), readable(thrown.to ?? thrown.from))]),
    ...(deadline === null
      ? []
      : [(isLate ? text.data.passed : text.data.deadline)(readable(deadline))]),
    ...(blindFrom === null || minutes === undefined
      ? []
      : [text.data.blind(minutes, readable(blindFrom), shown(blindTo))]),
    ...(from !== null && outages > 1 && !exited && before === null
      ? [text.data.repeated(outages)]
      : []),
    ...(before?.from == null ? [] : [text.data.before(readable(before.from), shown(before.to))]),
    ...(checks.from === null ||
    checks.state === 'safe' ||
    checks.from === gap?.from ||
    (exited && checks.state === state)
      ? []
      : [text.checks[checks.state](readable(checks.from), shown(checks.to))]),
  ];
}
