import type { Words } from '../catalog/index.ts';
import { firstTime, lastTime } from '../engine/index.ts';
import { inspectText } from '../i18n/inspect.ts';
import { reportText } from '../i18n/report.ts';
import type { InspectedReport } from '../inspect/index.ts';

/** The verdict: what is wrong in one sentence, since when, what happened to the data, which version, and what it asks of the reader. */
export function Verdict({ report, words }: { report: InspectedReport; words: Words }) {
  const text = reportText[words.language];
  const [first] = report.answers;
  const guide = first && words.guides[first.guide];
  const { state, from, to, deadline } = report.data;
  const ends = lastTime(report.findings);
  const since = firstTime(first?.evidence.flatMap((index) => report.findings[index] ?? []) ?? []);
  const urgency = report.status === 'action-needed' ? (deadline === null ? text.urgency.now : text.urgency.by(readable(deadline))) : report.status === 'unrecognised' ? null : text.urgency.nothing;
  const facts = [
    report.exited ? text.startByHand : null,
    state === 'late' || state === 'lost' ? (from === null ? null : text.data[state](readable(from), to && readable(to))) : null,
    deadline === null ? null : text.data.deadline(readable(deadline)),
    report.status === 'unrecognised' ? text.unrecognisedHint : null,
    report.status === 'healthy' && report.kind === 'log' ? text.thisLogOnly(ends && readable(ends)) : null,
  ].filter((fact) => fact !== null);
  return (
    <header class="verdict" data-tone={report.exited ? 'stopped' : report.status}>
      <p class="verdict-status">
        {urgency !== null && <span class="verdict-word">{urgency}</span>}
        {since && <span>{text.since(readable(since))}</span>}
        {report.version && <span>{text.version(report.version, words.releases[report.product ?? '']?.[report.version] ?? null)}</span>}
      </p>
      <h2>{guide ? guide.title : report.status === 'healthy' && report.kind !== 'log' ? inspectText[words.language].healthy[report.kind] : text.status[report.status]}</h2>
      {guide && <p class="verdict-summary">{guide.summary}</p>}
      {facts.length > 0 && <ul class="verdict-facts">{facts.map((fact) => <li key={fact}>{fact}</li>)}</ul>}
    </header>
  );
}

/** `2026-11-24T22:40:19` as people read it; the zone of a log is not known, so none is claimed. */
export function readable(time: string): string {
  return time.replace('T', ' ');
}
