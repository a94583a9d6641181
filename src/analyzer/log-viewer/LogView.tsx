import { useEffect, useRef, useState } from 'preact/hooks';
import { nameInTextOf } from '../../i18n/name-in-text.ts';
import { formatInteger } from '../../i18n/format-integer.ts';
import { useReport } from '../report/report-context.ts';
import { useAnswer } from '../use-answer.ts';
import { LineMeaning } from './LineMeaning.tsx';
import { LogBox, type Jump } from './LogBox.tsx';
import { LogFilters } from './LogFilters.tsx';
import { RoleLegend } from './RoleLegend.tsx';
import {
  ROLES,
  type LineFilter,
  type Result,
  type ShownLines,
  type Timeline,
} from '../worker/protocol.ts';
import { TimelineView } from './TimelineView.tsx';

/** A log with fewer lines is seen at a glance, so it needs no timeline. */
const MIN_TIMELINE = 50;

const EVERYTHING: LineFilter = {
  text: '',
  level: '',
  marked: false,
  findings: null,
  from: null,
  to: null,
};

/** A line that was clicked in the report, and the element that was clicked. */
export interface ClickedLine {
  line: number;
  from: HTMLElement;
}

interface LogProps {
  result: Result;
  lines: ShownLines;
  /** The line to begin with: the one that shows the fault; null for the top. */
  start: number | null;
  /** The line clicked last; each click is a new object. */
  target: ClickedLine | null;
}

/**
 * The log with its relevant lines marked by role: a timeline, filters, and the meaning of the
 * selected line.
 */
export function LogView({
  result,
  lines: { count: lineCount, numbers: all },
  start,
  target,
}: LogProps) {
  const { report, words, text, client } = useReport();
  const search = useRef<HTMLInputElement>(null);
  const [filter, setFilter] = useState(EVERYTHING);
  const appliedFilter = useRef(filter);
  const [numbers, setNumbers] = useState(all);
  const [current, setCurrent] = useState(start);
  const [jump, setJump] = useState<Jump | null>(start === null ? null : { line: start });
  // The cause is at the end of a line, so wrapping is on by default.
  const [wrap, setWrap] = useState(true);
  const [timeline, setTimeline] = useState<Timeline | null>(null);
  const total = numbers ? numbers.length : lineCount;
  const roles = ROLES.filter((role) =>
    role === 'unknown'
      ? report.unknown.length > 0
      : report.findings.some((finding) => finding.role === role),
  ).reverse();

  useAnswer(
    client,
    () => ({ kind: 'timeline' }),
    (answer) => setTimeline(lineCount < MIN_TIMELINE ? null : answer),
    [result],
  );
  useAnswer(
    client,
    () => {
      // Skip the first run: all lines are shown already, and the user may have scrolled.
      if (filter === appliedFilter.current) return null;
      appliedFilter.current = filter;
      if (filter !== EVERYTHING) return { kind: 'filter', filter };
      setNumbers(all);
      return null;
    },
    setNumbers,
    [filter],
  );

  const showAll = (): void => {
    if (search.current) search.current.value = '';
    setFilter(EVERYTHING);
    setNumbers(all);
  };
  /** Go to a line; reset the filter if it hides the line. */
  const goTo = (line: number): void => {
    if (numbers !== all && !numbers?.includes(line)) showAll();
    setCurrent(line);
    setJump({ line, isAsked: true });
  };
  useEffect(() => {
    if (target) goTo(target.line);
  }, [target]);

  // The text filter is debounced, so merge into the latest state.
  const changeFilter = (part: Partial<LineFilter>): void =>
    setFilter((was) => {
      const next = { ...was, ...part };
      return JSON.stringify(next) === JSON.stringify(EVERYTHING) ? EVERYTHING : next;
    });
  const allLines = (
    <button
      type="button"
      class="quiet"
      onClick={({ currentTarget }) => {
        // This button disappears with the filter, so move the focus first.
        currentTarget
          .closest('.log')
          ?.querySelector<HTMLElement>('.log-box')
          ?.focus({ preventScroll: true });
        showAll();
      }}
    >
      {text.allLines}
    </button>
  );

  return (
    <section class="log" aria-labelledby="log-heading">
      <div class="log-head">
        <h2 id="log-heading">{text.log}</h2>
        <RoleLegend roles={timeline && roles.length > 0 ? [...roles, 'other'] : roles} />
      </div>
      {timeline && (
        <TimelineView
          timeline={timeline}
          nameInText={nameInTextOf(words, report.product)}
          text={text}
          from={filter.from}
          to={filter.to}
          onRange={(first, last) => changeFilter({ from: first, to: last })}
          onLine={goTo}
        />
      )}
      <LogFilters
        filter={filter}
        lines={{ count: lineCount, numbers: all }}
        numbers={numbers}
        wrap={wrap}
        search={search}
        onChange={changeFilter}
        onWrap={setWrap}
        onLine={goTo}
      />
      <div class="log-hint">
        <p role="status">
          {numbers !== all && text.filtered(formatInteger(total), formatInteger(lineCount))}
        </p>
        {numbers !== all && total > 0 && allLines}
      </div>
      <div class="log-lines">
        <LogBox
          lines={numbers}
          count={total}
          widest={all?.at(-1) ?? lineCount}
          wrap={wrap}
          current={current}
          jump={jump}
          client={client}
          text={text}
          onChoose={setCurrent}
        >
          <p class="log-none">
            {text.noLines} {allLines}
          </p>
        </LogBox>
        <LineMeaning line={current} from={target?.from ?? null} />
      </div>
    </section>
  );
}
