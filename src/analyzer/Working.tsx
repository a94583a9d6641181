import type { AnalyzerText } from '../i18n/analyzer.ts';
import { bytesOf } from './bytes-of.ts';
import type { Progress } from './protocol.ts';

/** How far the reading is, how fast, and how long it takes yet; it can be ended with what was read, or given up. */
export function Working({ progress, text, language, onStop, onCancel }: { progress: Progress | null; text: AnalyzerText; language: string; onStop: () => void; onCancel: () => void }) {
  if (progress === null) return <p class="working">{text.workingShort}</p>;
  const { bytes, total, lines, speed } = progress;
  const facts = [
    text.working(total === null ? bytesOf(bytes) : text.of(bytesOf(bytes), bytesOf(total)), lines.toLocaleString(language)),
    text.speed(bytesOf(speed)),
    ...(total === null ? [] : [text.left(Math.ceil(Math.max(0, total - bytes) / Math.max(1, speed)))]),
  ];
  return (
    <div class="working">
      {total !== null && <progress max={total} value={Math.min(bytes, total)} aria-label={text.workingShort} />}
      <span class="working-facts">{facts.map((fact) => <span key={fact}>{fact}</span>)}</span>
      <button type="button" class="button" onClick={onStop}>{text.stop}</button>
      <button type="button" class="quiet" onClick={onCancel}>{text.cancel}</button>
    </div>
  );
}
