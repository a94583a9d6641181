import { reopenedReportFacts } from '../../i18n/reopened-report-facts.ts';
import { useReport } from './report-context.ts';

/**
 * The note above a reopened support report: what it contains and which catalog made it, or why it
 * could not be opened.
 */
export function ReopenedReportNotice({ onLeave }: { onLeave: () => void }) {
  const { report, words, say } = useReport();
  const said = reopenedReportFacts(report, words.language);
  if (said === null) return null;
  return (
    <section
      class="report-note reopened"
      data-reopened={report.reopened?.problem ?? ''}
      aria-labelledby="reopened"
    >
      <header>
        <h2 id="reopened">{said.title}</h2>
        <button type="button" class="quiet" onClick={onLeave}>
          {say.reopened.leave}
        </button>
      </header>
      {said.facts.map((fact) => (
        <p key={fact}>{fact}</p>
      ))}
    </section>
  );
}
