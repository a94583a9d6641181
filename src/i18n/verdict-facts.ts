import type { Words } from '../catalog/words.ts';
import { reportText, type ReportText } from './report.ts';
import type { Report } from '../engine/report.ts';

/** Say what a report knows besides its answers, a sentence a fact: what to start, what became of the data, of which version and zone the log is. `readable` puts a time into the form that the reader is shown. */
export function verdictFacts(report: Report, words: Words, readable: (time: string) => string): string[] {
  const text = reportText[words.language];
  return [
    ...(report.exited ? [text.startByHand] : report.stopped === null ? [] : [text.stopped(readable(report.stopped))]),
    ...dataFacts(report, words, text, readable),
    ...(report.zone === null ? [] : [text.zone(report.zone)]),
    ...(report.version === null && (report.wording.since ?? report.wording.until) !== null ? [text.wording(report.wording.since, report.wording.until)] : []),
  ];
}

function dataFacts({ data, product, exited }: Report, words: Words, text: ReportText, readable: (time: string) => string): string[] {
  const shown = (time: string | null): string | null => time && readable(time);
  const { state, from, to, deadline, blindFrom, blindTo, outages, thrown, before, checks } = data;
  const minutes = words.alertMinutes[product ?? ''];
  return [
    ...(from !== null && exited && state === 'lost' && to === null ? [text.data.stopped(readable(from))] : from !== null && (state === 'late' || state === 'lost') ? [text.data[state](readable(from), shown(to))] : []),
    ...(thrown?.from == null ? [] : [text.data.thrown(readable(thrown.from), readable(thrown.to ?? thrown.from))]),
    ...(deadline === null ? [] : [text.data.deadline(readable(deadline))]),
    ...(blindFrom === null || minutes === undefined ? [] : [text.data.blind(minutes, readable(blindFrom), shown(blindTo))]),
    ...(from !== null && outages > 1 && !exited && before === null ? [text.data.repeated(outages)] : []),
    ...(before?.from == null ? [] : [text.data.before(readable(before.from), shown(before.to))]),
    ...(checks.from === null || checks.state === 'safe' || (exited && checks.state === state) ? [] : [text.checks[checks.state](readable(checks.from), shown(checks.to))]),
  ];
}
