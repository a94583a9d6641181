import type { Words } from '../catalog/index.ts';
import { firstTime } from '../engine/index.ts';
import { statusText } from '../i18n/status-text.ts';
import { reportText } from '../i18n/report.ts';
import { verdictFacts } from '../i18n/verdict-facts.ts';
import type { InspectedReport } from '../inspect/index.ts';
import { readable } from './readable.ts';

/** The verdict: what is wrong in one sentence, since when, what happened to the data, which version, and what it asks of the reader. */
export function Verdict({ report, words }: { report: InspectedReport; words: Words }) {
  const text = reportText[words.language];
  const [first] = report.answers;
  const guide = first && words.guides[first.guide];
  const { deadline } = report.data;
  const since = firstTime(first?.evidence.flatMap((index) => report.findings[index] ?? []) ?? []);
  const urgency = report.status === 'action-needed' ? (deadline === null ? text.urgency.now : text.urgency.by(readable(deadline))) : report.status === 'unrecognised' ? null : text.urgency.nothing;
  const facts = [
    ...verdictFacts(report, words, readable),
    report.status === 'unrecognised' && report.kind === 'log' ? text.unrecognisedHint : null,
    report.status === 'healthy' && report.kind === 'log' ? text.thisLogOnly(report.span.to && readable(report.span.to)) : null,
  ].filter((fact) => fact !== null);
  return (
    <header class="verdict" data-tone={report.exited ? 'stopped' : report.status}>
      <p class="verdict-status">
        {urgency !== null && <span class="verdict-word">{urgency}</span>}
        {since && <span>{text.since(readable(since))}</span>}
        {report.version && <span>{text.version(report.version, words.releases[report.product ?? '']?.[report.version] ?? null)}</span>}
      </p>
      <h2>{guide ? guide.title : statusText(report, words.language)}</h2>
      {guide && <p class="verdict-summary">{guide.summary}</p>}
      {facts.length > 0 && <ul class="verdict-facts">{facts.map((fact) => <li key={fact}>{fact}</li>)}</ul>}
    </header>
  );
}
