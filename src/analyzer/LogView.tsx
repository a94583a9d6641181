import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Words } from '../catalog/index.ts';
import { visible } from '../display/index.ts';
import type { AnalyzerText } from '../i18n/analyzer.ts';
import type { AnalysisClient } from './client.ts';
import { LineMeaning } from './LineMeaning.tsx';
import { logScale } from './log-scale.ts';
import { LogFilters } from './LogFilters.tsx';
import { Marks } from './Marks.tsx';
import { ROLES } from './line-roles.ts';
import type { LineFilter, Result, Row, ShownLines, Timeline } from './protocol.ts';
import { TimelineView } from './TimelineView.tsx';

const ROW = 24;
const MARGIN = 40;
/** Wrapped rows differ in height, so they come in pages. */
const PAGE = 200;
const EVERYTHING: LineFilter = { text: '', level: '', marked: false, findings: null, from: null, to: null };

export interface LogProps {
  result: Result;
  client: AnalysisClient;
  words: Words;
  text: AnalyzerText;
  root: string;
  /** The line that was clicked last, and when. */
  target: { line: number; time: number } | null;
}

/** The log itself, one row a line, with the lines of the findings marked by their role. Only the rows in sight exist. */
export function LogView({ result, lines: { count: kept, numbers: all }, client, words, text, root, target }: LogProps & { lines: ShownLines }) {
  const { report } = result;
  const isMarked = report.findings.some(({ role }) => role !== 'info');
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const [filter, setFilter] = useState(EVERYTHING);
  const applied = useRef(filter);
  const [numbers, setNumbers] = useState(all);
  const [from, setFrom] = useState(0);
  /** The rows that are there, and the place of the first among all; those of another place come a moment later. */
  const [shown, setShown] = useState<{ first: number; rows: Row[] }>({ first: 0, rows: [] });
  const [current, setCurrent] = useState<number | null>(null);
  // A row of a phone ends before its message begins.
  const [wrap, setWrap] = useState(() => matchMedia('(max-width: 47.99rem)').matches);
  const [timeline, setTimeline] = useState<Timeline | null>(null);
  const total = numbers ? numbers.length : kept;
  const height = Math.max(1, Math.min(total, 20)) * ROW + 16;
  const scale = logScale(total, ROW, height);
  const scrolled = (): number => box.current?.scrollTop ?? 0;
  const numberAt = (index: number): number => (numbers ? (numbers[index] ?? 0) : index + 1);
  const indexOf = (line: number): number => (numbers ? numbers.indexOf(line) : line - 1);

  useEffect(() => {
    let live = true;
    void client.timeline().then((made) => live && setTimeline(made));
    return () => {
      live = false;
      setTimeline(null);
    };
  }, [result]);

  useEffect(() => {
    // Before the first filter all lines are there, and the reader may have scrolled.
    if (filter === applied.current) return;
    applied.current = filter;
    let live = true;
    if (filter === EVERYTHING) setNumbers(all);
    else void client.filter(filter).then((lines) => live && setNumbers(lines));
    setFrom(0);
    if (box.current) box.current.scrollTop = 0;
    return () => {
      live = false;
    };
  }, [filter]);

  useEffect(() => {
    let live = true;
    const count = Math.min(wrap ? PAGE : Math.ceil(height / ROW) + 2 * MARGIN, total - from);
    void client.rows(Array.from({ length: Math.max(0, count) }, (_, index) => numberAt(from + index))).then((rows) => live && setShown({ first: from, rows }));
    return () => {
      live = false;
    };
  }, [from, numbers, report, wrap]);

  useLayoutEffect(() => {
    const row = wrap && list.current?.querySelector('[aria-current]')?.getBoundingClientRect();
    const view = box.current?.getBoundingClientRect();
    if (row && view && box.current && (row.top < view.top || row.bottom > view.bottom)) box.current.scrollTop += row.top - view.top - 3 * ROW;
  }, [current, shown, wrap]);

  const show = (line: number, focus: boolean): void => {
    const index = indexOf(line);
    if (index < 0 || index >= total) return;
    setCurrent(line);
    if (wrap) setFrom(Math.floor(index / PAGE) * PAGE);
    else if (box.current) {
      const first = scale.rowAt(scrolled());
      if (focus || index < first || index > first + height / ROW - 2) box.current.scrollTop = scale.scrollTo(Math.max(0, index - 3));
    }
    if (!focus) return;
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'nearest' });
  };
  /** A line that the filter hides is shown among all lines. */
  const jump = (line: number): void => {
    if (numbers === all || indexOf(line) >= 0) return show(line, true);
    setFilter(EVERYTHING);
    setNumbers(all);
    setTimeout(() => {
      setCurrent(line);
      if (!box.current) return;
      const [rows, index] = all ? [all.length, all.indexOf(line)] : [kept, line - 1];
      if (wrap) setFrom(Math.floor(index / PAGE) * PAGE);
      else box.current.scrollTop = logScale(rows, ROW, height).scrollTo(Math.max(0, index - 3));
      box.current.focus({ preventScroll: true });
      box.current.scrollIntoView({ block: 'nearest' });
    }, 50);
  };

  useEffect(() => {
    if (target) jump(target.line);
  }, [target]);

  const onScroll = (): void => {
    if (wrap) return;
    const next = Math.max(0, Math.floor(scale.rowAt(scrolled())) - MARGIN);
    if (Math.abs(next - from) > MARGIN / 2) setFrom(next);
    if (list.current) list.current.style.top = `${scale.placeOf(shown.first, scrolled())}px`;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const index = current === null ? -1 : indexOf(current);
    const next = Math.min(total - 1, Math.max(0, index < 0 ? from : index + step));
    if (total > 0) show(numberAt(next), false);
  };
  const turn = (first: number): void => {
    setFrom(first);
    box.current?.scrollTo(0, 0);
  };
  const change = (part: Partial<LineFilter>): void => {
    const next = { ...filter, ...part };
    const isEmpty = JSON.stringify(next) === JSON.stringify(EVERYTHING);
    setFilter(isEmpty ? EVERYTHING : next);
  };

  return (
    <section class="log" aria-labelledby="log-heading">
      <h3 id="log-heading">{text.log}</h3>
      {timeline && <TimelineView timeline={timeline} text={text} language={words.language} from={filter.from} to={filter.to} onRange={(first, last) => change({ from: first, to: last })} onLine={jump} />}
      <LogFilters filter={filter} report={report} lines={{ count: kept, numbers: all }} words={words} text={text} client={client} numbers={numbers} wrap={wrap} onChange={change} onReset={() => setFilter(EVERYTHING)} onWrap={(on) => { setWrap(on); setFrom(0); }} onLine={jump} />
      <p class="log-hint" role="status">{numbers !== all ? text.filtered(total.toLocaleString(words.language), kept.toLocaleString(words.language)) : isMarked ? text.logHint : ''}</p>
      <Marks roles={ROLES.filter((role) => report.findings.some((finding) => finding.role === role)).reverse()} text={text} />
      <div class="log-box" ref={box} tabIndex={0} role="region" aria-label={text.logLines} translate={false} onScroll={onScroll} onKeyDown={onKeyDown} {...(wrap ? { 'data-wrap': '' } : {})} style={{ '--digits': String(all?.at(-1) ?? kept).length, ...(wrap ? { maxHeight: `${20 * ROW}px` } : { height: `${height}px` }) }}>
        <div data-lines={total} style={wrap ? {} : { height: `${scale.height}px`, position: 'relative', overflowY: 'clip' }}>
          <ol ref={list} style={wrap ? {} : { position: 'absolute', top: `${scale.placeOf(shown.first, scrolled())}px`, insetInline: 0 }}>
            {shown.rows.map(({ line, text: row, role }) => (
              <li key={line} data-line={line} data-role={role} onClick={() => setCurrent(line)} {...(current === line && { 'aria-current': 'true' as const })}>
                <span class="log-number">{line}</span> <span class="log-text">{visible(row)}</span>
              </li>
            ))}
          </ol>
        </div>
      </div>
      {wrap && total > PAGE && (
        <p class="log-pages">
          <button type="button" class="quiet" disabled={from === 0} onClick={() => turn(Math.max(0, from - PAGE))}>{text.earlier}</button>
          <span>{text.lines(numberAt(from), numberAt(Math.min(total, from + PAGE) - 1))}</span>
          <button type="button" class="quiet" disabled={from + PAGE >= total} onClick={() => turn(from + PAGE)}>{text.later}</button>
        </p>
      )}
      <LineMeaning line={current} report={report} words={words} text={text} root={root} />
    </section>
  );
}
