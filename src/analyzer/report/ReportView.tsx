import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { ReportTexts } from '../../model/words.ts';
import { analyzerText } from '../../i18n/analyzer.ts';
import { sentences } from '../../i18n/sentences.ts';
import type { Comparison } from '../../intake/index.ts';
import { verdict } from '../../report/index.ts';
import { formatBytes } from '../format-bytes.ts';
import { Actions } from '../handover/Actions.tsx';
import { LogView, type ClickedLine } from '../log-viewer/LogView.tsx';
import { scheduleTask } from '../schedule-task.ts';
import type { Dispatch } from '../state.ts';
import { useAnswer } from '../use-answer.ts';
import type { AnalysisClient } from '../worker/client.ts';
import type { Result, ShownLines } from '../worker/protocol.ts';
import { announcementOf } from './announce-result.ts';
import type * as Comparing from './ComparisonView.tsx';
import { ChosenPlatform, usePlatforms } from './PlatformChoice.tsx';
import { NextBar } from './NextBar.tsx';
import { ReportBody } from './ReportBody.tsx';
import { platformsOfReport } from './platforms-of-report.ts';
import { ReportContext } from './report-context.ts';
import { ReopenedReportNotice } from './ReopenedReportNotice.tsx';
import { ResultLayout } from './ResultLayout.tsx';
import { SkippedFiles } from './SkippedFiles.tsx';
import { SourceTable } from './SourceTable.tsx';

interface ReportProps {
  result: Result;
  comparison: Comparison | null;
  /** The module that shows the comparison; null until it is loaded. */
  comparing: typeof Comparing | null;
  words: ReportTexts;
  client: AnalysisClient;
  root: string;
  dispatch: Dispatch;
}

/** The report on the log, or on one of its sources or programs below a table of them. */
export function ReportView(props: ReportProps) {
  const { result, words, client } = props;
  return (
    <>
      {result.sources.length > 0 && (
        <SourceTable result={result} words={words} onChoose={(row) => client.choose(row)} />
      )}
      <SourceReport key={result.chosen} {...props} />
    </>
  );
}

/** A report and, beside it or in a tab of its own, the log. */
function SourceReport({
  result,
  comparison,
  comparing,
  words,
  client,
  root,
  dispatch,
}: ReportProps) {
  const { report, skipped, stopped } = result;
  const text = analyzerText[words.language];
  const conclusion = useMemo(() => verdict(report, words, Date.now()), [report, words]);
  const [target, setTarget] = useState<ClickedLine | null>(null);
  const [lines, setLines] = useState<ShownLines | null>(null);
  const platform = usePlatforms(...platformsOfReport(report, words));
  // Runs after the answers' bodies, which are queued first.
  useLayoutEffect(() => scheduleTask(() => dispatch({ kind: 'rendered', result })), [result]);
  useEffect(() => {
    const outcome =
      comparison && comparing ? comparing.comparisonOutcome(comparison, words.language) : null;
    dispatch({ kind: 'announce', announcement: announcementOf(result, outcome, words) });
  }, [result, words]);
  useAnswer(client, () => ({ kind: 'lines' }), setLines, [result]);
  const hasLog = lines === null ? report.lines.total > 0 : lines.count > 0;
  const compare =
    (comparison
      ? comparison.outcome !== 'worked'
      : report.status === 'action-needed' && report.answers.length > 0) &&
    ((): void => {
      // After a comparison, later logs are compared with the first one again.
      if (!comparison) client.compare();
      dispatch({ kind: 'compare', end: (comparison?.before ?? report.span).to });
    });
  const shown = {
    report,
    words,
    text,
    say: sentences[words.language].report,
    client,
    root,
    onLine: (line: number, from: HTMLElement) => setTarget({ line, from }),
  };
  return (
    <ReportContext.Provider value={shown}>
      <ChosenPlatform.Provider value={platform}>
        <ReopenedReportNotice onLeave={() => dispatch({ kind: 'leave' })} />
        {stopped && (
          <p class="report-note" data-stopped>
            {text.stopped(
              stopped.total === null
                ? formatBytes(stopped.bytes)
                : text.of(formatBytes(stopped.bytes), formatBytes(stopped.total)),
            )}
          </p>
        )}
        <SkippedFiles skipped={skipped} />
        <ResultLayout
          text={text}
          target={target}
          log={
            hasLog &&
            lines && (
              <LogView
                result={result}
                lines={lines}
                start={conclusion.quote?.line ?? report.unknown[0]?.line ?? null}
                target={target}
              />
            )
          }
          hasLog={hasLog}
        >
          {comparison && comparing && <comparing.ComparisonView comparison={comparison} />}
          <ReportBody verdict={conclusion} />
          <Actions onCompare={compare} />
          {report.status === 'action-needed' && <NextBar />}
        </ResultLayout>
      </ChosenPlatform.Provider>
    </ReportContext.Provider>
  );
}
