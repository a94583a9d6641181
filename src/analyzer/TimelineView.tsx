import { useId } from 'preact/hooks';
import type { AnalyzerText } from '../i18n/analyzer.ts';
import { Marks } from './Marks.tsx';
import type { Slice, Timeline } from './protocol.ts';

const WIDTH = 600;
const HEIGHT = 56;
const ROLES = ['cause', 'consequence', 'harmless', 'other'] as const;
const SHOWN_STARTS = 8;

/** The log over time: a picture of how many lines of which role, two sliders that choose a span of it, and what stands out in words. */
export function TimelineView({ timeline, text, language, from, to, onRange, onLine }: {
  timeline: Timeline;
  text: AnalyzerText;
  language: string;
  from: number | null;
  to: number | null;
  onRange: (from: number | null, to: number | null) => void;
  onLine: (line: number) => void;
}) {
  const id = useId();
  const { slices, step, starts, firstBad } = timeline;
  const last = slices.length - 1;
  const startOf = (index: number): number => timeline.from + index * step;
  const indexOf = (minute: number): number => Math.min(last, Math.max(0, Math.floor((minute - timeline.from) / step)));
  const [left, right] = [from === null ? 0 : indexOf(from), to === null ? last : indexOf(to)];
  const choose = (first: number, end: number): void => {
    const isAll = first === 0 && end === last;
    onRange(isAll ? null : startOf(first), isAll ? null : startOf(end + 1) - 1);
  };
  const most = Math.max(...slices.map(sum), 1);
  const width = WIDTH / slices.length;
  const bad = slices.filter(({ cause }) => cause > 0).length;
  return (
    <div class="timeline">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-labelledby={id}>
        <title id={id}>{text.timelinePicture(timeOf(timeline.from), timeOf(startOf(last + 1)), bad, slices.length, step)}</title>
        <rect class="timeline-span" x={left * width} y={0} width={(right - left + 1) * width} height={HEIGHT} />
        {slices.map((slice, index) => <Bars key={index} slice={slice} x={index * width} width={width} most={most} onClick={() => choose(index, index)} />)}
        {starts.map(({ minute, line }) => <line key={line} class="timeline-start" x1={((minute - timeline.from) / step) * width} x2={((minute - timeline.from) / step) * width} y1={0} y2={HEIGHT} />)}
      </svg>
      <div class="timeline-range">
        <label><span class="visually-hidden">{text.spanFrom}</span><input type="range" min={0} max={last} value={left} aria-valuetext={timeOf(startOf(left))} onInput={({ currentTarget }) => choose(Math.min(Number(currentTarget.value), right), right)} /></label>
        <label><span class="visually-hidden">{text.spanTo}</span><input type="range" min={0} max={last} value={right} aria-valuetext={timeOf(startOf(right + 1) - 1)} onInput={({ currentTarget }) => choose(left, Math.max(Number(currentTarget.value), left))} /></label>
      </div>
      <p class="timeline-times"><span>{timeOf(startOf(left))}</span><span>{text.lineCount(slices.slice(left, right + 1).reduce((all, slice) => all + sum(slice), 0).toLocaleString(language))}</span><span>{timeOf(startOf(right + 1) - 1)}</span></p>
      <Marks roles={ROLES.filter((role) => slices.some((slice) => slice[role] > 0))} text={text} />
      <ul class="timeline-facts">
        {firstBad && <li>{text.firstBad} <button type="button" onClick={() => onLine(firstBad.line)}>{timeOf(firstBad.minute)}</button></li>}
        {starts.length > 0 && <li>{text.starts(starts.length)} {starts.slice(0, SHOWN_STARTS).map(({ minute, line, version }, index) => <button type="button" key={line} onClick={() => onLine(line)}>{timeOf(minute)}{version !== null && version !== starts[index - 1]?.version ? ` (${version})` : ''}</button>)}</li>}
      </ul>
    </div>
  );
}

function Bars({ slice, x, width, most, onClick }: { slice: Slice; x: number; width: number; most: number; onClick: () => void }) {
  let bottom = HEIGHT;
  return (
    <g onClick={onClick}>
      <rect class="timeline-touch" x={x} y={0} width={width} height={HEIGHT} />
      {ROLES.map((role) => {
        if (slice[role] === 0) return null;
        // The smallest count is still seen.
        const height = Math.max(2, (slice[role] / most) * (HEIGHT - 4));
        bottom -= height;
        return <rect key={role} data-role={role} x={x + width * 0.1} y={Math.max(0, bottom)} width={width * 0.8} height={height} />;
      })}
    </g>
  );
}

const sum = ({ cause, consequence, harmless, other }: Slice): number => cause + consequence + harmless + other;

/** A minute as the log writes it; no zone is claimed. */
export function timeOf(minute: number): string {
  return new Date(minute * 60_000).toISOString().slice(0, 16).replace('T', ' ');
}
