import { formatTime, logPlaces, valuesForReport } from '../../report/format/index.ts';
import { nameInTextOf } from '../../i18n/name-in-text.ts';
import type { InspectedReport } from '../../intake/index.ts';
import { factsInChips } from '../../i18n/verdict-facts.ts';
import { answerState, isAboutMissingData, type Verdict } from '../../report/index.ts';
import { isDownWithoutReason } from '../../report/verdict.ts';
import { CollectLog } from '../CollectLog.tsx';
import { PageLink } from '../PageLink.tsx';
import { AnswerView, FirstAnswer, StepsHead } from './AnswerView.tsx';
import { EvidenceList } from './Evidence.tsx';
import { Fold } from './Fold.tsx';
import { GuideLink } from './GuideLink.tsx';
import { FollowUps } from './FollowUps.tsx';
import { InspectionView } from './InspectionView.tsx';
import { PlatformChoice } from './PlatformChoice.tsx';
import { questionsOf } from './questions-of.ts';
import { useReport } from './report-context.ts';
import { UnknownLines } from './UnknownLines.tsx';
import { VerdictView } from './VerdictView.tsx';

/**
 * A report on a log, a configuration or the output of a command: the verdict, the steps of the
 * first answer, and collapsed, everything else.
 */
export function ReportBody({ verdict }: { verdict: Verdict }) {
  const { report, words, text, say, root } = useReport();
  const first = hasOpenAnswer(report) ? report.answers[0] : undefined;
  // The causes introduce the steps that decide between them.
  const causes = first && verdict.areCausesOpen ? verdict.summary : null;
  const others = first ? report.answers.slice(1) : report.answers;
  const inspections = report.inspections.map((inspection, index) => (
    <InspectionView key={index} inspection={inspection} headline={verdict.sentence} />
  ));
  // The faults of a configuration are corrected in their lines, before anything else is done.
  const isInspectionFirst = report.kind === 'config' || (report.kind !== 'log' && !first);
  // Only the service's log says why it is down, so getting the log comes first.
  const isLogFirst = isDownWithoutReason(report);
  const answers = others.map((answer) => (
    <AnswerView key={answer.guide} answer={answer} hasChoice={!first} />
  ));
  return (
    <>
      <VerdictView
        verdict={verdict}
        summary={causes === null ? verdict.summary : null}
        others={first ? others.length : 0}
      />
      {report.ifOwn !== null && (
        <p>
          {say.ifOwn(nameInTextOf(words, null))} <GuideLink guide={report.ifOwn} />
        </p>
      )}
      {isInspectionFirst && inspections}
      {isLogFirst && <FirstQuestions />}
      {first && <FirstAnswer answer={first} causes={causes} />}
      {first && others.length > 0 ? (
        <Fold title={text.others(others.length)} name="others">
          {answers}
        </Fold>
      ) : (
        answers
      )}
      {!isInspectionFirst && inspections}
      <OtherFindings />
      {report.unknown.length > 0 && <UnknownLines />}
      {report.status === 'unrecognised' && report.kind === 'log' && (
        <>
          <CollectLog
            places={logPlaces(words, report.platform)}
            text={text}
            isOpen={report.unknown.length === 0}
          />
          <p>
            <PageLink href={`${root}search/`}>{text.searchInstead}</PageLink>
          </p>
        </>
      )}
      {!isLogFirst && (
        <Questions
          hasChoice={report.answers.length === 0}
          isOpen={!isAboutMissingData(report) && report.answers.length === 0}
        />
      )}
      <Details verdict={verdict} />
    </>
  );
}

/**
 * Return whether the reader has to act on the first answer. This is not so if its fault is resolved
 * or harmless, or if the corrected line is shown.
 */
function hasOpenAnswer(report: InspectedReport): boolean {
  const [answer] = report.answers;
  if (!answer || report.status !== 'action-needed') return false;
  const state = answerState(answer, report);
  if (state === 'recovered' || state === 'harmless') return false;
  const problems = report.inspections.flatMap((inspection) =>
    inspection.kind === 'config' ? inspection.problems : [],
  );
  return (
    answer.evidence.length > 0 ||
    !problems.some(
      (problem) =>
        problem.guide === answer.guide && (problem.write !== null || problem.probable !== null),
    )
  );
}

/** The state of the program and of its data in sentences, and further facts about the log. */
function Details({ verdict }: { verdict: Verdict }) {
  const { report, words, say } = useReport();
  const { problem } = report.lines;
  const facts = [
    ...(verdict.version === null ? [] : [verdict.version]),
    // If nothing is to be done, the verdict already lists the facts that are not in its chips.
    ...(report.status === 'action-needed'
      ? verdict.facts
      : factsInChips(report, words, formatTime)),
    ...verdict.details,
    ...(problem > 0 && !report.missing.includes('whole-line') ? [say.explained(report)] : []),
  ];
  return facts.length === 0 ? null : (
    <Fold title={say.details} name="details">
      <ul>
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </Fold>
  );
}

/** The questions that have to be answered before anything can be done: they are the first steps. */
function FirstQuestions() {
  const { report, words, say } = useReport();
  return (
    <section class="answer" data-missing>
      <StepsHead title={say.parts.Fix} />
      <div class="missing">
        <FollowUps
          asks={questionsOf(report, words)}
          values={valuesForReport(report, words.values)}
        />
      </div>
    </section>
  );
}

/**
 * Questions that would complete the report or, if nothing is wrong, what to check next.
 * `hasChoice`: whether to offer the choice of platform, because nothing above does. `isOpen`:
 * whether they are open, because nothing can be done before they are answered.
 */
function Questions({ hasChoice, isOpen }: { hasChoice: boolean; isOpen: boolean }) {
  const { report, words, say } = useReport();
  const asks = questionsOf(report, words);
  if (asks.length === 0) return null;
  const values = valuesForReport(report, words.values);
  return (
    <Fold
      title={isAboutMissingData(report) ? say.stillNoData : say.missing}
      name="missing"
      isOpen={isOpen}
    >
      <div class="missing">
        {hasChoice && <PlatformChoice />}
        <FollowUps asks={asks} values={values} />
      </div>
    </Fold>
  );
}

/** The findings that no answer explains, then the harmless ones. */
function OtherFindings() {
  const { report, text, say } = useReport();
  const { findings, answers } = report;
  const harmless = findings.filter(({ role, level }) => role === 'harmless' && level !== 'DEBUG');
  const answered = new Set(
    answers.flatMap(({ evidence, consequences }) => [...evidence, ...consequences]),
  );
  const unanswered = findings.filter(
    ({ role }, index) => !answered.has(index) && (role === 'cause' || role === 'consequence'),
  );
  const fold = (title: string, shown: typeof findings, isOpen = false) =>
    shown.length > 0 && (
      <Fold title={say.counted(title, shown.length)} isOpen={isOpen}>
        <EvidenceList findings={shown} isExplained />
      </Fold>
    );
  return (
    <>
      {fold(text.findings, unanswered, answers.length === 0)}
      {fold(say.harmless, harmless)}
    </>
  );
}
