import type { ReportTexts } from '../../model/words.ts';
import { sentences } from '../../i18n/sentences.ts';
import { hasSeveralPrograms } from '../../report/source-row.ts';
import { formatTime } from '../../report/format/index.ts';
import type { Result } from '../worker/protocol.ts';

const ACTS = {
  'action-needed': 'now',
  recovered: 'ignore',
  healthy: 'ignore',
  unrecognised: 'unsure',
} as const;

/**
 * The hosts, pods, containers and programs of a log, the worst first; the report below is on one of
 * them.
 */
export function SourceTable({
  result: { sources, chosen, omitted },
  words,
  onChoose,
}: {
  result: Result;
  words: ReportTexts;
  onChoose: (row: number) => void;
}) {
  const text = sentences[words.language].report.sources;
  const arePrograms = hasSeveralPrograms(sources);
  const columns = [arePrograms ? 'program' : 'source', 'status', 'answer', 'since'] as const;
  return (
    <section class="sources" aria-labelledby="sources">
      <p id="sources">
        <strong>{text.title(sources.length + omitted, arePrograms)}</strong>
      </p>
      <table class="inspection-table disk-table source-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {text.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sources.map(({ name, status, guide, since }, row) => (
            <tr key={name} data-source={name}>
              <th scope="row">
                <button
                  type="button"
                  aria-pressed={row === chosen}
                  translate={false}
                  onClick={() => onChoose(row)}
                >
                  {name}
                </button>
              </th>
              <td data-label={text.columns.status}>
                <span class="act" data-act={ACTS[status]}>
                  {text.status[status]}
                </span>
              </td>
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
