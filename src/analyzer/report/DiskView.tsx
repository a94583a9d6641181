import { formatBinaryBytes, formatPercent } from '../../report/format/index.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import type { DfInspection } from '../../intake/index.ts';

const MAX_LISTED = 200;

/** Filesystems as the backend shows them: which are posted, their size and use. */
export function DiskView({
  inspection: { filesystems, errors, unit },
  text: { disk: text },
  backend,
}: {
  inspection: DfInspection;
  text: Sentences['inspect'];
  backend: string;
}) {
  // Posted filesystems first, the fullest on top.
  const sorted = [...filesystems].sort(
    (a, b) =>
      Number(b.posted) - Number(a.posted) ||
      b.used / Math.max(1, b.size) - a.used / Math.max(1, a.size),
  );
  const [fullest] = sorted.filter(({ posted, size }) => posted && size > 0);
  return (
    <section class="inspection">
      <h3>{text.title(backend)}</h3>
      {errors.length > 0 && (
        <>
          <p>{text.errors}</p>
          <pre class="excerpt" translate={false}>
            <code>{errors.slice(0, 10).join('\n')}</code>
          </pre>
        </>
      )}
      {unit === 'other' ? (
        <p>{text.human(backend)}</p>
      ) : (
        <>
          <table class="inspection-table disk-table">
            <thead>
              <tr>
                {Object.values(text.table).map((head) => (
                  <th scope="col" key={head}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sorted.slice(0, MAX_LISTED).map((filesystem) => (
                <tr
                  key={`${filesystem.device} ${filesystem.mount}`}
                  data-posted={filesystem.posted}
                >
                  <th scope="row" translate={false}>
                    {filesystem.device}
                  </th>
                  {filesystem.posted ? (
                    <>
                      <td data-label={text.table.percent}>
                        {formatPercent(filesystem.used, filesystem.size)}
                      </td>
                      <td data-label={text.table.used}>{formatBinaryBytes(filesystem.used)}</td>
                      <td data-label={text.table.size}>{formatBinaryBytes(filesystem.size)}</td>
                    </>
                  ) : (
                    <td colSpan={3}>{text.notPosted}</td>
                  )}
                  <td data-label={text.table.mount} translate={false}>
                    {filesystem.mount}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {fullest && (
            <p>{text.fullest(fullest.device, formatPercent(fullest.used, fullest.size))}</p>
          )}
          <p>{text.size}</p>
        </>
      )}
      <p class="inspection-note">{text.only}</p>
    </section>
  );
}
