import type { ReportTexts } from '../model/words.ts';
import { nameInTextOf } from './name-in-text.ts';
import { backendOf, productNames } from './product-names.ts';
import { sentences, type Sentences } from './sentences.ts';
import type { Report } from '../model/report.ts';

/** Most host IDs to list; the log of a fleet can have hundreds. */
const MAX_HOSTS = 5;

/** Format a time for readers. */
type FormatTime = (time: string) => string;

/**
 * List what became of the program and of its data, one sentence each. `isLate`: the deadline after
 * which data is lost has passed. `start` is the command that starts the program, null if unknown.
 */
export function verdictFacts(
  report: Report,
  words: ReportTexts,
  formatTime: FormatTime,
  isLate = false,
  start: string | null = null,
): string[] {
  return [
    ...programFacts(report, words, formatTime, start),
    ...dataFacts(report, words, formatTime, isLate),
  ];
}

/** List what became of the program; `start` is the command that starts it, null if unknown. */
export function programFacts(
  report: Report,
  words: ReportTexts,
  formatTime: FormatTime,
  start: string | null,
): string[] {
  const text = sentences[words.language].report;
  const { status, retired, answers, product } = report;
  return [
    ...(status === 'action-needed' && answers[0]?.state === 'unknown'
      ? [
          answers[0].isTriedAgain
            ? text.triesAgain
            : text.startedAgain(nameInTextOf(words, product)),
        ]
      : []),
    ...stateFacts(report, words, formatTime, start),
    ...(retired === null ? [] : [text.retired(retired.host, retired.at && formatTime(retired.at))]),
  ];
}

/**
 * List the facts that a result says in a few words each (src/analyzer/report/Chips.tsx): that the
 * program was asked to stop, and what became of the values.
 */
export function factsInChips(report: Report, words: ReportTexts, formatTime: FormatTime): string[] {
  const text = sentences[words.language].report;
  const { restart, stopped, product } = report;
  return [
    ...(restart === null && stopped !== null
      ? [text.stopped(stopped.at && formatTime(stopped.at), nameInTextOf(words, product))]
      : []),
    ...valueFacts(report, text, formatTime),
  ];
}

/** List what became of the data; `isLate`: the deadline after which it is lost has passed. */
export function dataFacts(
  report: Report,
  words: ReportTexts,
  formatTime: FormatTime,
  isLate: boolean,
): string[] {
  const text = sentences[words.language].report;
  const { exited, stopped, data, product } = report;
  const backend = backendOf(productNames(words, product));
  const nameInText = nameInTextOf(words, product);
  const shown = (time: string | null): string | null => time && formatTime(time);
  const { state, deadline, thrown, gap, checks } = data;
  return [
    ...valueFacts(report, text, formatTime),
    ...(deadline === null
      ? []
      : [(isLate ? text.data.passed : text.data.deadline)(formatTime(deadline), nameInText)]),
    ...(gap === null ? [] : [text.data.gap(formatTime(gap.from), formatTime(gap.to), nameInText)]),
    ...(thrown?.from == null
      ? []
      : [
          text.data.thrown(
            formatTime(thrown.from),
            formatTime(thrown.to ?? thrown.from),
            nameInText,
          ),
        ]),
    ...(checks.from === null ||
    checks.state === 'safe' ||
    checks.from === gap?.from ||
    (exited && checks.state === state)
      ? []
      : [
          checks.state === 'unknown'
            ? text.checks.unknown(formatTime(checks.from), backend)
            : checks.state === 'lost' && stopped?.at && (checks.to ?? stopped.at) >= stopped.at
              ? text.checks.unsent(formatTime(checks.from))
              : text.checks[checks.state](formatTime(checks.from), shown(checks.to)),
        ]),
  ];
}

/** Say what became of the values, unless a time without the program says it. */
function valueFacts(
  { exited, data: { state, from, to, gap } }: Report,
  text: Sentences['report'],
  formatTime: FormatTime,
): string[] {
  if (from === null || (state !== 'late' && state !== 'lost')) return [];
  if (exited && state === 'lost' && to === null) return [text.data.stopped(formatTime(from))];
  return gap?.from === from ? [] : [text.data[state](formatTime(from), to && formatTime(to))];
}

/** Say what ended the program, whether it has to be started, or how its start goes. */
function stateFacts(
  { status, restart, startup, stopped, answers, findings, product, data }: Report,
  words: ReportTexts,
  formatTime: FormatTime,
  start: string | null,
): string[] {
  const text = sentences[words.language].report;
  const nameInText = nameInTextOf(words, product);
  if (restart === 'not-needed')
    return stopped === null
      ? []
      : [text.otherStopped(stopped.at && formatTime(stopped.at), nameInText)];
  if (restart === 'by-hand' && status === 'healthy') return [text.endedItself(start, nameInText)];
  if (restart === 'by-hand')
    return [
      startup === 'failed' ? text.startup.failed : text.restart[restart](nameInText),
      // The steps of an answer start it.
      ...(answers.length > 0 ? [] : [text.startOnceFixed]),
    ];
  if (restart !== null) return [text.restart[restart](nameInText)];
  if (stopped !== null)
    return [
      text.stopped(stopped.at && formatTime(stopped.at), nameInText),
      ...(status === 'action-needed' ? [] : [text.ifUnintended(start, nameInText)]),
    ];
  if (startup === 'unconfirmed' && answers.length > 0)
    return [text.startup.unconfirmed(nameInText)];
  if (startup !== 'under-way' || status !== 'action-needed') return [];
  const evidence = answers[0]?.evidence.flatMap((index) => findings[index] ?? []) ?? [];
  const first = evidence[0]?.chain[0]?.entry;
  const tries = evidence.filter(({ chain }) => chain[0]?.entry === first);
  return [
    text.startup['under-way'](
      tries.reduce((sum, { count }) => sum + count, 0),
      nameInText,
    ),
    ...(data.state === 'late' ||
    words.alertMinutes[product ?? ''] === undefined ||
    words.collectWhileStarting.includes(product ?? '')
      ? []
      : [text.startup.collectsNothing]),
  ];
}

/** List further facts of a report, one sentence each, which the steps do not depend on. */
export function verdictDetails(
  report: Report,
  words: ReportTexts,
  formatTime: FormatTime,
): string[] {
  const text = sentences[words.language].report;
  const { hosts, version, wording, exited, product, data } = report;
  const { state, from, to, blindFrom, blindTo, outages, before } = data;
  const shown = (time: string | null): string | null => time && formatTime(time);
  const nameInText = nameInTextOf(words, product);
  const minutes = words.alertMinutes[product ?? ''];
  const isWaiting = state === 'lost' && !exited && to === null;
  return [
    ...(hosts.length > 1
      ? [
          text.hosts(
            hosts.length,
            hosts.length > MAX_HOSTS ? [...hosts.slice(0, MAX_HOSTS), '…'] : hosts,
          ),
        ]
      : []),
    ...(isWaiting && from !== null && blindFrom !== null && blindFrom < from
      ? [text.data.waiting(formatTime(blindFrom), formatTime(from), nameInText)]
      : []),
    ...(blindFrom === null || minutes === undefined
      ? []
      : [text.data.blind(minutes, formatTime(blindFrom), shown(blindTo))]),
    ...(from !== null && outages > 1 && !exited && before === null
      ? [text.data.repeated(outages)]
      : []),
    ...(before?.from == null
      ? []
      : [text.data.before(formatTime(before.from), shown(before.to), nameInText)]),
    ...(version === null && (wording.since ?? wording.until) !== null
      ? [text.wording(wording.since, wording.until)]
      : []),
  ];
}
