import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { AnalyzerText } from '../../i18n/analyzer.ts';
import { useAnswer } from '../use-answer.ts';
import { rowsOf } from '../worker/break-line.ts';
import type { AnalysisClient } from '../worker/client.ts';
import { logScale } from './log-scale.ts';
import type { Row } from '../worker/protocol.ts';
import { useColumns } from './use-columns.ts';
import { useRowOffsets } from './use-row-offsets.ts';

/** The height of a row in rem, as in log-view.css: it grows with the text. */
const ROW_REM = 1.5;
/** Lines rendered above and below the visible ones. */
const MARGIN = 40;
/**
 * The box takes at most this share of the window, which leaves room for the meaning of a line
 * below.
 */
const MAX_PART = 0.6;
const [MIN_ROWS, MAX_ROWS] = [6, 20];
/** Pixels for the horizontal scroll bar. */
const BAR = 16;
/** Columns of padding around the line number and after the text. */
const AROUND = 4;

/** A line to scroll to. */
export interface Jump {
  line: number;
  /** The reader asked for it, so it also gets the focus. */
  isAsked?: boolean;
}

/**
 * A virtual list of log lines: only those in view are rendered. The current line is set by mouse,
 * keyboard or jump.
 */
export function LogBox({
  lines,
  count,
  widest,
  wrap,
  current,
  jump,
  client,
  text,
  onChoose,
  children,
}: {
  /** Line numbers; null means 1 to `count`. */
  lines: Uint32Array | null;
  count: number;
  /** The line number with the most digits. */
  widest: number;
  wrap: boolean;
  current: number | null;
  /** The line to scroll to; each request is a new object. */
  jump: Jump | null;
  client: AnalysisClient;
  text: AnalyzerText;
  onChoose: (line: number) => void;
  /** Shown if there are no lines. */
  children: ComponentChildren;
}) {
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  /**
   * The line that stays in place when row heights change: at the top edge or, after a jump, with
   * lines above it.
   */
  const anchor = useRef<{ index: number; isJump?: boolean; isEnd?: boolean }>({ index: 0 });
  /** Where keepAnchor scrolled to. */
  const placed = useRef(0);
  const [from, setFrom] = useState(0);
  /** The rendered rows, and the index of the first; rows for a new scroll position arrive later. */
  const [shown, setShown] = useState<{ first: number; rows: Row[] }>({ first: 0, rows: [] });
  const [rowHeight] = useState(() => ROW_REM * rootSize());
  const digits = String(widest).length;
  const layout = useRowOffsets(client, useColumns(box, digits + AROUND, wrap), lines);
  const isLayoutReady = !wrap || layout !== null;
  const tops = layout?.tops ?? count;
  const rows = typeof tops === 'number' ? tops : (tops.at(-1) ?? 0);
  const height =
    Math.min(rows, MAX_ROWS, Math.max(MIN_ROWS, Math.floor((innerHeight * MAX_PART) / rowHeight))) *
      rowHeight +
    (wrap ? 0 : BAR);
  const [view, setView] = useState(height);
  const scale = useMemo(() => logScale(tops, rowHeight, view), [tops, rowHeight, view]);
  const scrolled = (): number => box.current?.scrollTop ?? 0;
  const numberAt = (index: number): number => (lines ? (lines[index] ?? 0) : index + 1);
  const indexOf = (line: number): number => (lines ? lines.indexOf(line) : line - 1);
  const heightAt = (index: number): number | undefined =>
    typeof tops === 'number'
      ? undefined
      : ((tops[index + 1] ?? 0) - (tops[index] ?? 0)) * rowHeight;

  const placeRows = (): void => {
    const next = Math.max(0, Math.floor(scale.lineAt(scrolled())) - MARGIN);
    if (Math.abs(next - from) > MARGIN / 2) setFrom(next);
    if (list.current) list.current.style.top = `${scale.placeOf(shown.first, scrolled())}px`;
  };
  const keepAnchor = (): void => {
    if (box.current) {
      const { index, isJump, isEnd } = anchor.current;
      box.current.scrollTop = isEnd ? scale.height : scale.scrollTo(isJump ? topFor(index) : index);
      placed.current = scrolled();
    }
    placeRows();
  };
  /** Return the line to put at the top edge so that a line is whole, with whole lines above it. */
  const topFor = (index: number): number => {
    const above = Math.max(0, Math.min(view / 4, view - (heightAt(index) ?? rowHeight)));
    const top = scale.lineAt(Math.max(0, scale.scrollTo(index, above)));
    return Math.min(index, Math.ceil(top - 1e-6));
  };
  const scrollToIndex = (index: number): void => {
    anchor.current = { index, isJump: true };
    keepAnchor();
  };
  const isVisible = (index: number): boolean =>
    scale.placeOf(index, scrolled()) >= scrolled() &&
    scale.placeOf(index + 1, scrolled()) <= scrolled() + view;

  // Beside the answer, the box may be lower than it could be.
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setView(element.clientHeight || height));
    observer.observe(element);
    return () => observer.disconnect();
  }, [height]);
  useLayoutEffect(() => {
    anchor.current = { index: 0 };
  }, [lines]);
  useLayoutEffect(() => {
    const index = jump ? indexOf(jump.line) : -1;
    if (!jump || index < 0 || index >= count) return;
    scrollToIndex(index);
    if (!jump.isAsked) return;
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [jump]);
  useLayoutEffect(keepAnchor, [scale]);
  useAnswer(
    client,
    () => {
      const length = Math.max(
        0,
        Math.min(Math.ceil(height / rowHeight) + 2 * MARGIN, count - from),
      );
      return { kind: 'rows', rows: Array.from({ length }, (_, index) => numberAt(from + index)) };
    },
    (answer) => setShown({ first: from, rows: answer }),
    [from, lines, height],
  );

  const onScroll = (): void => {
    // If the log ends before keepAnchor reaches its place, the anchor is kept for the next size.
    if (isLayoutReady && Math.abs(scrolled() - placed.current) >= 1) {
      const end = scrolled() + (box.current?.clientHeight ?? 0);
      const isEnd = scrolled() > 0 && end >= scale.height - 1;
      anchor.current = { index: scale.lineAt(scrolled()), isEnd };
    }
    placeRows();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (
      event.altKey ||
      event.ctrlKey ||
      event.metaKey ||
      event.target !== box.current ||
      count === 0
    )
      return;
    const index = current === null ? -1 : indexOf(current);
    const here = index < 0 ? Math.ceil(scale.lineAt(scrolled())) : index;
    const next = {
      ArrowDown: index < 0 ? here : here + 1,
      ArrowUp: here - 1,
      Home: 0,
      End: count - 1,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const chosen = Math.min(count - 1, Math.max(0, next));
    onChoose(numberAt(chosen));
    if (!isVisible(chosen)) scrollToIndex(chosen);
  };

  return (
    <div
      class="log-box"
      ref={box}
      tabIndex={0}
      role="region"
      aria-label={text.logLines}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
      {...(wrap && { 'data-wrap': '' })}
      style={{
        '--digits': String(digits),
        '--columns': String(layout?.columns ?? ''),
        '--height': `${height}px`,
      }}
    >
      {count === 0 ? (
        children
      ) : (
        <div
          class="log-sheet"
          data-lines={count}
          translate={false}
          style={{ height: `${scale.height}px` }}
        >
          <ol ref={list} style={{ top: `${scale.placeOf(shown.first, scrolled())}px` }}>
            {shown.rows.map(({ line, text: row, role }, index) => (
              <li
                key={line}
                data-line={line}
                data-role={role}
                style={{ minBlockSize: `${heightAt(shown.first + index) ?? rowHeight}px` }}
                onClick={() => onChoose(line)}
                {...(current === line && { 'aria-current': 'true' as const })}
              >
                <span class="log-number">{line}</span>{' '}
                <span class="log-text">
                  {layout
                    ? rowsOf(row, layout.columns).map((part, at) => <span key={at}>{part}</span>)
                    : row}
                </span>
              </li>
            ))}
          </ol>
        </div>
      )}
    </div>
  );
}

/** Return the size of the page's text in pixels, which the reader's settings decide. */
function rootSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
