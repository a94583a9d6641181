import type { ReportTexts } from '../../model/words.ts';
import { sentences } from '../../i18n/sentences.ts';
import { formatTime } from '../../report/format/index.ts';
import type { Result } from '../worker/protocol.ts';

/** The hosts, pods or containers of a log, the worst first; the report below is on one of them. */
export function SourceTable({
  result: { report, sources, omitted },
  words,
  onChoose,
}: {
  result: Result;
  words: ReportTexts;
  onChoose: (source: string) => void;
}) {
  const text = sentences[words.language].report.sources;
  return (
    <section class="sources" aria-labelledby="sources">
      <p id="sources">
        <strong>{text.title(sources.length + omitted)}</strong>
      </p>
      <table class="inspection-table disk-table source-table">
        <thead>
          <tr>
            {(['source', 'status', 'answer', 'since'] as const).map((column) => (
              <th key={column} scope="col">
                {text.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sources.map(({ source, status, guide, since }) => (
            <tr key={source} data-source={source}>
              <th scope="row">
                <button
                  type="button"
                  aria-pressed={source === report.source}
                  translate={false}
                  onClick={() => source !== null && onChoose(source)}
                >
                  {source}
                </button>
              </th>
              <td data-label={text.columns.status}>{text.status[status]}</td>
              <td data-label={text.columns.answer}>
                {guide === null ? '' : (words.guides[guide]?.title ?? guide)}
              </td>
              <td data-label={text.columns.since}>{since === null ? '' : formatTime(since)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {omitted > 0 && <p>{text.omitted(omitted)}</p>}
    </section>
  );
}
