import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Os } from '../../model/prose.ts';
import type { ReportTexts } from '../../model/words.ts';
import { logPlaces, logPlatform } from '../../report/format/index.ts';
import type { AnalyzerText } from '../../i18n/analyzer.ts';
import { analyzerText } from '../../i18n/analyzer.ts';
import { sentences } from '../../i18n/sentences.ts';
import type { Comparison, InspectedReport } from '../../intake/index.ts';
import { verdict } from '../../report/index.ts';
import { AnswerView, startsOpen } from './AnswerView.tsx';
import { FollowUps } from './FollowUps.tsx';
import { formatBytes } from '../format-bytes.ts';
import type { AnalysisClient } from '../worker/client.ts';
import { CollectLog } from '../CollectLog.tsx';
import { CompareOffer } from './CompareOffer.tsx';
import { ComparisonView } from './ComparisonView.tsx';
import { EvidenceList } from './Evidence.tsx';
import { scheduleTask } from '../schedule-task.ts';
import { InspectionView } from './InspectionView.tsx';
import { Log } from '../log-viewer/Log.tsx';
import type { ClickedLine } from '../log-viewer/LogView.tsx';
import { ChosenPlatform } from './PlatformChoice.tsx';
import { SkippedFiles } from './SkippedFiles.tsx';
import type { Result } from '../worker/protocol.ts';
import type { Dispatch } from '../state.ts';
import { RestoredReportNotice } from './RestoredReportNotice.tsx';
import { Reply } from '../handover/Reply.tsx';
import { announcementOf } from './announce-result.ts';
import { SourceTable } from './SourceTable.tsx';
import { Support } from '../handover/Support.tsx';
import { UnknownLines } from './UnknownLines.tsx';
import { Verdict } from './Verdict.tsx';

interface ReportProps {
  result: Result;
  comparison: Comparison | null;
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

/** A report: the verdict, the answers, harmless, unknown and missing items, then the log. */
function SourceReport({ result, comparison, words, client, root, dispatch }: ReportProps) {
  const { report, skipped, stopped } = result;
  const said = verdict(report, words, Date.now());
  const text = analyzerText[words.language];
  const say = sentences[words.language].report;
  const [target, setTarget] = useState<ClickedLine | null>(null);
  // Runs after the answers' bodies, which are queued first.
  useLayoutEffect(() => scheduleTask(() => dispatch({ kind: 'rendered', result })), [result]);
  useEffect(
    () => dispatch({ kind: 'announce', announcement: announcementOf(result, words) }),
    [result, words],
  );
  const [chosen, choose] = useState<Os | null>(null);
  const platform = useMemo(() => logPlatform(report, words), [report, words]);
  const onLine = (line: number, from: HTMLElement): void => setTarget({ line, from });
  const missing = report.missing
    .filter((key) => !key.startsWith('guide:'))
    .flatMap((key) => words.missing[report.product ?? '']?.[key] ?? []);
  const below = report.answers.map(({ guide }) => guide);
  const inspections = report.inspections.map((inspection, index) => (
    <InspectionView key={index} inspection={inspection} words={words} root={root} below={below} />
  ));
  return (
    <ChosenPlatform.Provider value={{ chosen, choose }}>
      <RestoredReportNotice
        report={report}
        words={words}
        onLeave={() => dispatch({ kind: 'leave' })}
      />
      {stopped && (
        <p class="report-note" data-stopped>
          {text.stopped(
            stopped.total === null
              ? formatBytes(stopped.bytes)
              : text.of(formatBytes(stopped.bytes), formatBytes(stopped.total)),
          )}
        </p>
      )}
      <SkippedFiles skipped={skipped} words={words} />
      {comparison && (
        <ComparisonView
          comparison={comparison}
          product={report.product}
          below={below}
          words={words}
          root={root}
        />
      )}
      <Verdict said={said} words={words} onLine={onLine} />
      {report.status === 'unrecognised' && report.kind === 'log' && (
        <CollectLog places={logPlaces(words)} text={text} isOpen />
      )}
      {report.kind !== 'log' && inspections}
      {report.answers.map((answer, index) => (
        <AnswerView
          key={answer.guide}
          answer={answer}
          isOpen={startsOpen(report, index)}
          report={report}
          platform={platform}
          words={words}
          text={text}
          root={root}
          onLine={onLine}
        />
      ))}
      {report.kind === 'log' && inspections}
      {said.details.length > 0 && (
        <details class="nested report-details">
          <summary>{say.details}</summary>
          <ul>
            {said.details.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </details>
      )}
      <OtherFindings report={report} words={words} text={text} root={root} onLine={onLine} />
      {report.unknown.length > 0 && (
        <UnknownLines report={report} client={client} words={words} root={root} onLine={onLine} />
      )}
      {missing.length > 0 && (
        <section class="missing">
          <h3>
            {report.status === 'healthy' && report.kind !== 'version'
              ? say.stillNoData
              : say.missing}
          </h3>
          <FollowUps asks={missing} detected={platform} words={words} text={text} />
        </section>
      )}
      {report.lines.problem > 0 && (
        <p class="explained">{say.explained(report.lines.explained, report.lines.problem)}</p>
      )}
      {invitesComparison(report, comparison) && (
        <CompareOffer
          language={words.language}
          onBegin={() => {
            // After a comparison, later logs are compared with the first one again.
            if (!comparison) client.compare();
            dispatch({ kind: 'compare', end: (comparison?.before ?? report.span).to });
          }}
        />
      )}
      {(report.status !== 'unrecognised' || report.unknown.length > 0) && (
        <Support result={result} words={words} client={client} root={root} />
      )}
      <Reply client={client} words={words} root={root} />
      <Log result={result} client={client} words={words} text={text} root={root} target={target} />
    </ChosenPlatform.Provider>
  );
}

function invitesComparison(report: InspectedReport, comparison: Comparison | null): boolean {
  return comparison
    ? comparison.outcome !== 'worked'
    : report.status === 'action-needed' && report.answers.length > 0;
}

/** The findings that no answer explains, then the harmless ones. */
function OtherFindings({
  report: { findings, answers },
  words,
  text,
  root,
  onLine,
}: {
  report: InspectedReport;
  words: ReportTexts;
  text: AnalyzerText;
  root: string;
  onLine: (line: number, from: HTMLElement) => void;
}) {
  const say = sentences[words.language].report;
  const harmless = findings.filter(({ role, level }) => role === 'harmless' && level !== 'DEBUG');
  const answered = new Set(
    answers.flatMap(({ evidence, consequences }) => [...evidence, ...consequences]),
  );
  const unanswered = findings.filter(
    ({ role }, index) => !answered.has(index) && (role === 'cause' || role === 'consequence'),
  );
  const fold = (title: string, shown: typeof findings, open = false) =>
    shown.length > 0 && (
      <details class="folded" open={open}>
        <summary>{say.counted(title, shown.length)}</summary>
        <EvidenceList findings={shown} words={words} root={root} onLine={onLine} />
      </details>
    );
  return (
    <>
      {fold(text.findings, unanswered, answers.length === 0)}
      {fold(say.harmless, harmless)}
    </>
  );
}
