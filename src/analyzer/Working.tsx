import { formatTime } from '../report/format/index.ts';
import type { AnalyzerText } from '../i18n/analyzer.ts';
import { nameInTextOf } from '../i18n/name-in-text.ts';
import { formatInteger } from '../i18n/format-integer.ts';
import { formatBytes } from './format-bytes.ts';
import type { ReportTexts } from '../model/words.ts';
import type { Dispatch, Phase } from './state.ts';
import type { AnalysisClient } from './worker/client.ts';
import type { Preview } from './worker/protocol.ts';

/**
 * Progress of the analysis: how much was read, how fast, and how much longer it will take. It can
 * be stopped, which keeps what was read, or cancelled.
 */
export function Working({
  phase: { progress, preview },
  words,
  text,
  language,
  client,
  dispatch,
}: {
  phase: Extract<Phase, { kind: 'reading' }>;
  words: ReportTexts | null;
  text: AnalyzerText;
  language: string;
  client: AnalysisClient;
  dispatch: Dispatch;
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
        <button type="button" class="button" onClick={() => client.stop()}>
          {text.stop}
        </button>
        <button type="button" class="quiet" onClick={() => dispatch({ kind: 'clear' })}>
          {text.cancel}
        </button>
      </div>
      {preview && words && <Findings preview={preview} words={words} part={part} text={text} />}
    </>
  );
}

function Findings({
  preview: { product, status, answers },
  words,
  part,
  text: { soFar: text, since: sinceOf },
}: {
  preview: Preview;
  words: ReportTexts;
  part: string;
  text: AnalyzerText;
}) {
  return (
    <section class="so-far" data-so-far>
      <h2>{text.title(part)}</h2>
      {answers.length === 0 && (
        <p>
          {product === null
            ? text.none(nameInTextOf(words, null))
            : status === 'healthy'
              ? text.healthy
              : text.unanswered}
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
