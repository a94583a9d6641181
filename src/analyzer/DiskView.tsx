import { visible } from '../engine/index.ts';
import type { InspectText } from '../i18n/inspect.ts';
import type { DfInspection, Filesystem } from '../inspect/index.ts';
import { binaryBytesOf } from './bytes-of.ts';

const SHOWN = 200;

/** Filesystems as Mackerel shows them: which are sent, how large, how full. */
export function DiskView({ inspection: { filesystems, errors, unit }, text: { disk: text } }: { inspection: DfInspection; text: InspectText }) {
  const [fullest] = filesystems.filter(({ posted, size }) => posted && size > 0).sort((a, b) => b.used / b.size - a.used / a.size);
  return (
    <section class="inspection">
      <h3>{text.title}</h3>
      {errors.length > 0 && <><p>{text.errors}</p><pre class="excerpt" translate={false} tabIndex={0}><code>{visible(errors.slice(0, 10).join('\n'))}</code></pre></>}
      {unit === 'other' ? <p>{text.human}</p> : (
        <>
          <div class="inspection-scroll" tabIndex={0} role="region" aria-label={text.title}>
            <table class="inspection-table">
              <thead><tr>{Object.values(text.table).map((head) => <th scope="col" key={head}>{head}</th>)}</tr></thead>
              <tbody>
                {filesystems.slice(0, SHOWN).map((filesystem) => (
                  <tr key={`${filesystem.device} ${filesystem.mount}`} data-posted={filesystem.posted}>
                    <th scope="row" translate={false}>{visible(filesystem.device)}</th>
                    <td translate={false}>{visible(filesystem.mount)}</td>
                    <td>{filesystem.posted ? binaryBytesOf(filesystem.size) : text.notPosted}</td>
                    <td>{filesystem.posted ? binaryBytesOf(filesystem.used) : ''}</td>
                    <td>{filesystem.posted ? percentOf(filesystem) : ''}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {fullest && <p>{text.fullest(visible(fullest.device), percentOf(fullest))}</p>}
          <p>{text.size}</p>
        </>
      )}
      <p class="inspection-note">{text.only}</p>
    </section>
  );
}

function percentOf({ used, size }: Filesystem): string {
  return size === 0 ? '' : `${((used / size) * 100).toFixed(1)} %`;
}
