import { useId } from 'preact/hooks';
import { formatBinaryBytes, formatPercent } from '../../report/format/index.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { memoryParts, type MeminfoInspection } from '../../intake/index.ts';

const WIDTH = 600;
const HEIGHT = 44;

/** A host's memory as the backend shows it: a bar of its parts, and the same figures in a table. */
export function MemoryView({
  inspection,
  text: { memory: text },
  backend,
}: {
  inspection: MeminfoInspection;
  text: Sentences['inspect'];
  backend: string;
}) {
  const id = useId();
  const { total, available } = inspection;
  const parts = memoryParts(inspection);
  const percent = (value: number): string => formatPercent(value, total);
  let left = 0;
  const bars = parts.map(([name, value]) => {
    const width = Math.max(0, (value / total) * WIDTH);
    const bar = { name, x: left, width };
    left += width;
    return bar;
  });
  return (
    <section class="inspection">
      <h3>{text.title(backend)}</h3>
      <svg
        class="memory-picture"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-labelledby={id}
        preserveAspectRatio="none"
      >
        <title id={id}>
          {text.picture(
            parts.map(([name, value]) => `${text.parts[name]} ${percent(value)}`).join(', '),
          )}
        </title>
        {bars.map(({ name, x, width }) => (
          <rect key={name} data-part={name} x={x} y={0} width={width} height={HEIGHT} />
        ))}
      </svg>
      <table class="inspection-table">
        <caption class="visually-hidden">{text.figures}</caption>
        <thead>
          <tr>
            <th scope="col">{text.metric}</th>
            <th scope="col">{text.value}</th>
            <th scope="col">{text.share}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(([name, value]) => (
            <tr key={name} data-part={name}>
              <th scope="row">
                <span class="memory-key" data-part={name} aria-hidden="true" /> {text.parts[name]}
              </th>
              <td>{formatBinaryBytes(value)}</td>
              <td>{percent(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{available === null ? text.howOld : text.howNew}</p>
      <p>{available === null ? text.freeOld : text.freeNew}</p>
      {available !== null && <p class="inspection-note">{text.version}</p>}
    </section>
  );
}
