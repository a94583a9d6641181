import { formatTime } from '../report/format/index.ts';
import type { AnalyzerText } from '../i18n/analyzer.ts';
import { formatInteger } from '../i18n/format-integer.ts';
import { formatBytes } from './format-bytes.ts';
import type { ReportTexts } from '../model/words.ts';
import type { Progress, Preview } from './worker/protocol.ts';

/**
 * Progress of the analysis: how much is read, how fast and how long it will take. It can be
 * stopped, which keeps what was read, or cancelled.
 */
export function Working({
  progress,
  soFar,
  words,
  text,
  language,
  onStop,
  onCancel,
}: {
  progress: Progress | null;
  soFar: Preview | null;
  words: ReportTexts | null;
  text: AnalyzerText;
  language: string;
  onStop: () => void;
  onCancel: () => void;
}) {
  if (progress === null) return <p class="working">{text.workingShort}</p>;
  const { bytes, total, lines, speed } = progress;
  const facts = [
    text.working(
      total === null ? formatBytes(bytes) : text.of(formatBytes(bytes), formatBytes(total)),
      formatInteger(lines),
    ),
    text.speed(formatBytes(speed)),
    ...(total === null || bytes === 0
      ? []
      : [text.left(Math.ceil(Math.max(0, total - bytes) / Math.max(1, speed)))]),
  ];
  const part =
    total === null || total === 0
      ? formatBytes(bytes)
      : `${Math.min(99, Math.floor((100 * bytes) / total))}${language === 'ja' ? '' : ' '}%`;
  return (
    <>
      <div class="working">
        {total !== null && (
          <progress max={total} value={Math.min(bytes, total)} aria-label={text.workingShort} />
        )}
        <span class="working-facts">
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </span>
        <button type="button" class="button" onClick={onStop}>
          {text.stop}
        </button>
        <button type="button" class="quiet" onClick={onCancel}>
          {text.cancel}
        </button>
      </div>
      {soFar && words && <Findings soFar={soFar} words={words} part={part} text={text} />}
    </>
  );
}

function Findings({
  soFar: { product, status, answers },
  words,
  part,
  text: { soFar: text, since: sinceOf },
}: {
  soFar: Preview;
  words: ReportTexts;
  part: string;
  text: AnalyzerText;
}) {
  return (
    <section class="so-far" data-so-far>
      <h2>{text.title(part)}</h2>
      {answers.length === 0 && (
        <p>
          {product === null ? text.none : status === 'healthy' ? text.healthy : text.unanswered}
        </p>
      )}
      {answers.length > 0 && (
        <ul>
          {answers.map(({ guide, since }) => (
            <li key={guide}>
              <span>{words.guides[guide]?.title ?? guide}</span>
              {since !== null && <span class="so-far-since">{sinceOf(formatTime(since))}</span>}
            </li>
          ))}
        </ul>
      )}
      <p class="so-far-note">{text.note}</p>
    </section>
  );
}
