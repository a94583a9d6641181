import { useId } from 'preact/hooks';
import { formatMinute } from '../../report/format/index.ts';
import type { AnalyzerText } from '../../i18n/analyzer.ts';
import { formatInteger } from '../../i18n/format-integer.ts';
import type { TimeSlice, Timeline } from '../worker/protocol.ts';

const WIDTH = 600;
const HEIGHT = 44;
/**
 * Height of the strip below the bars, which marks slices with harmless or other lines, whatever
 * their number.
 */
const LANE = 6;
const GAP = 2;
/** The roles that the bars count. Counting all lines would hide an outage. */
const COUNTED = ['cause', 'consequence', 'unknown'] as const;
const SHOWN_STARTS = 8;

/**
 * The log over time: a chart of lines that look like errors, two sliders that select a range, and
 * the notable times as text.
 */
export function TimelineView({
  timeline,
  nameInText,
  text,
  from,
  to,
  onRange,
  onLine,
}: {
  timeline: Timeline;
  /** How sentences name the program of the log. */
  nameInText: string;
  text: AnalyzerText;
  from: number | null;
  to: number | null;
  onRange: (from: number | null, to: number | null) => void;
  onLine: (line: number) => void;
}) {
  const id = useId();
  const { slices, step, starts, firstBad } = timeline;
  const last = slices.length - 1;
  const startOf = (index: number): number => timeline.from + index * step;
  const indexOf = (minute: number): number =>
    Math.min(last, Math.max(0, Math.floor((minute - timeline.from) / step)));
  const [left, right] = [from === null ? 0 : indexOf(from), to === null ? last : indexOf(to)];
  const choose = (first: number, end: number): void => {
    const isAll = first === 0 && end === last;
    onRange(isAll ? null : startOf(first), isAll ? null : startOf(end + 1) - 1);
  };
  const maxCount = Math.max(...slices.map(counted));
  const height = maxCount > 0 ? HEIGHT : LANE * 4;
  const chosen = slices.slice(left, right + 1);
  const total = (linesOf: (slice: TimeSlice) => number): string =>
    formatInteger(chosen.reduce((sum, slice) => sum + linesOf(slice), 0));
  const width = WIDTH / slices.length;
  const bad = slices.filter(({ cause }) => cause > 0).length;
  return (
    <div class="timeline">
      <p class="timeline-times">
        <span>{formatMinute(startOf(left))}</span>
        <span>{formatMinute(startOf(right + 1) - 1)}</span>
      </p>
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        height={height}
        preserveAspectRatio="none"
        role="img"
        aria-labelledby={id}
      >
        <title id={id}>
          {text.timelinePicture(
            formatMinute(timeline.from),
            formatMinute(startOf(last + 1)),
            bad,
            slices.length,
            step,
          )}
        </title>
        <rect
          class="timeline-span"
          x={left * width}
          y={0}
          width={(right - left + 1) * width}
          height={height}
        />
        {slices.map((slice, index) => (
          <Bars
            key={index}
            slice={slice}
            x={index * width}
            width={width}
            height={height}
            maxCount={maxCount}
            onClick={() => choose(index, index)}
          />
        ))}
        {starts.map(({ minute, line }) => (
          <line
            key={line}
            class="timeline-start"
            x1={((minute - timeline.from) / step) * width}
            x2={((minute - timeline.from) / step) * width}
            y1={0}
            y2={height}
          />
        ))}
      </svg>
      <div
        class="timeline-range"
        style={{ '--from': left / slices.length, '--to': (right + 1) / slices.length }}
      >
        <Edge
          label={text.spanFrom}
          value={left}
          last={slices.length}
          time={formatMinute(startOf(left))}
          isOnTop={left + right > last}
          onMove={(value) => choose(Math.min(value, right), right)}
        />
        <Edge
          label={text.spanTo}
          value={right + 1}
          last={slices.length}
          time={formatMinute(startOf(right + 1) - 1)}
          isOnTop={left + right <= last}
          onMove={(value) => choose(left, Math.max(value - 1, left))}
        />
      </div>
      <p>{maxCount > 0 ? text.bars(total(counted), total(all)) : text.lineCount(total(all))}</p>
      <ul class="timeline-facts">
        {firstBad && (
          <li>
            {text.firstBad}{' '}
            <button type="button" onClick={() => onLine(firstBad.line)}>
              {formatMinute(firstBad.minute)}
            </button>
          </li>
        )}
        {starts.length > 0 && (
          <li>
            {text.starts(starts.length, nameInText)}{' '}
            {distinctStarts(starts).map(({ minute, line, version }, index, shown) => (
              <button type="button" key={line} onClick={() => onLine(line)}>
                {formatMinute(minute)}
                {version !== null && version !== shown[index - 1]?.version ? ` (${version})` : ''}
              </button>
            ))}
          </li>
        )}
      </ul>
    </div>
  );
}

function Bars({
  slice,
  x,
  width,
  height,
  maxCount,
  onClick,
}: {
  slice: TimeSlice;
  x: number;
  width: number;
  height: number;
  maxCount: number;
  onClick: () => void;
}) {
  let bottom = height - LANE - GAP;
  const full = bottom - 4;
  return (
    <g onClick={onClick}>
      <rect class="timeline-touch" x={x} y={0} width={width} height={height} />
      {COUNTED.map((role) => {
        if (slice[role] === 0) return null;
        // Keep the smallest count visible.
        const own = Math.max(2, (slice[role] / maxCount) * full);
        bottom -= own;
        return (
          <rect
            key={role}
            data-role={role}
            x={x + width * 0.1}
            y={Math.max(0, bottom)}
            width={width * 0.8}
            height={own}
          />
        );
      })}
      {slice.harmless + slice.other > 0 && (
        <rect
          data-role={slice.harmless > 0 ? 'harmless' : 'other'}
          x={x}
          y={height - LANE}
          width={width}
          height={LANE}
        />
      )}
    </g>
  );
}

/** A slider for one end of the range. */
function Edge({
  label,
  value,
  last,
  time,
  isOnTop,
  onMove,
}: {
  label: string;
  value: number;
  last: number;
  time: string;
  /** Whether it is above the other slider where they overlap: the one that can move further is. */
  isOnTop: boolean;
  onMove: (value: number) => void;
}) {
  return (
    <input
      type="range"
      aria-label={label}
      min={0}
      max={last}
      value={value}
      aria-valuetext={time}
      {...(isOnTop && { 'data-top': '' })}
      onInput={({ currentTarget }) => {
        onMove(Number(currentTarget.value));
        // Snap back if the other end limits the move.
        currentTarget.value = String(value);
      }}
    />
  );
}

/** List the first starts, without those whose buttons would have the same text. */
function distinctStarts(starts: Timeline['starts']): Timeline['starts'] {
  return starts
    .filter(({ minute, version }, index) => {
      const before = starts[index - 1];
      return minute !== before?.minute || version !== before.version;
    })
    .slice(0, SHOWN_STARTS);
}

const counted = ({ cause, consequence, unknown }: TimeSlice): number =>
  cause + consequence + unknown;
const all = (slice: TimeSlice): number => counted(slice) + slice.harmless + slice.other;
