import { useEffect, useRef, useState } from 'preact/hooks';
import { visible, type Report } from '../engine/index.ts';
import type { AnalyzerText } from '../i18n/analyzer.ts';
import type { AnalysisClient } from './client.ts';
import type { Row } from './protocol.ts';

const ROW = 24;
const MARGIN = 40;

/** The log itself, one row a line, with the lines of the findings marked by their role. Only the rows in sight exist. */
export function LogView({ report, kept, client, text, target }: { report: Report; kept: number; client: AnalysisClient; text: AnalyzerText; target: { line: number; time: number } | null }) {
  const box = useRef<HTMLDivElement>(null);
  const [from, setFrom] = useState(1);
  const [rows, setRows] = useState<Row[]>([]);
  const [markedOnly, setMarkedOnly] = useState(false);
  const marks = rolesByLine(report);
  const numbers = markedOnly ? [...marks.keys()].sort((a, b) => a - b).filter((line) => line <= kept) : null;
  const total = numbers ? numbers.length : kept;
  const height = Math.min(total, 20) * ROW + 16;

  useEffect(() => {
    let live = true;
    const count = Math.ceil(height / ROW) + 2 * MARGIN;
    const wanted = numbers ? numbers.slice(from - 1, from - 1 + count) : Array.from({ length: Math.min(count, kept - from + 1) }, (_, index) => from + index);
    void client.rows(wanted).then((answer) => live && setRows(answer));
    return () => {
      live = false;
    };
  }, [from, markedOnly, report]);

  useEffect(() => {
    if (!target || !box.current) return;
    setMarkedOnly(false);
    box.current.scrollTop = (target.line - 4) * ROW;
    box.current.focus({ preventScroll: true });
    box.current.scrollIntoView({ block: 'nearest' });
  }, [target]);

  const onScroll = (): void => {
    const top = Math.floor((box.current?.scrollTop ?? 0) / ROW) + 1;
    const next = Math.max(1, top - MARGIN);
    if (Math.abs(next - from) > MARGIN / 2) setFrom(next);
  };

  return (
    <section class="log" aria-labelledby="log-heading">
      <h3 id="log-heading">{text.log}</h3>
      <p class="log-hint">
        <span>{text.logHint}</span>
        <button type="button" aria-pressed={markedOnly} onClick={() => { setFrom(1); setMarkedOnly(!markedOnly); }}>{markedOnly ? text.allLines : text.markedOnly}</button>
      </p>
      <div class="log-box" ref={box} tabIndex={0} role="region" aria-label={text.log} translate={false} onScroll={onScroll} style={{ height: `${height}px` }}>
        <div style={{ height: `${total * ROW}px`, position: 'relative' }}>
          <ol style={{ position: 'absolute', top: `${(from - 1) * ROW}px`, insetInline: 0 }}>
            {rows.map(({ line, text: row }) => (
              <li key={line} data-role={marks.get(line)} {...(target?.line === line && { 'aria-current': 'true' as const })}>
                <span class="log-number">{line}</span> <span class="log-text">{visible(row)}</span>
              </li>
            ))}
          </ol>
        </div>
      </div>
    </section>
  );
}

function rolesByLine({ findings }: Report): Map<number, string> {
  const marks = new Map<number, string>();
  for (const { role, lines } of findings) if (role !== 'info') for (const line of lines) if (marks.get(line) !== 'cause') marks.set(line, role);
  return marks;
}
