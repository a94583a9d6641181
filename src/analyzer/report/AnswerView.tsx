import { useLayoutEffect, useState } from 'preact/hooks';
import type { Os } from '../../model/prose.ts';
import type { ReportTexts } from '../../model/words.ts';
import { findingsOf, valuesForAnswer, escapeLine } from '../../report/format/index.ts';
import type { Answer } from '../../engine/index.ts';
import type { AnalyzerText } from '../../i18n/analyzer.ts';
import { productNames } from '../../i18n/product-names.ts';
import { sentences } from '../../i18n/sentences.ts';
import type { InspectedReport } from '../../intake/index.ts';
import { answerState, applicableParts, describeProblem } from '../../report/index.ts';
import { answerId } from '../answer-id.ts';
import { FollowUps } from './FollowUps.tsx';
import { Blocks } from './Blocks.tsx';
import { EvidenceList } from './Evidence.tsx';
import { scheduleTask } from '../schedule-task.ts';
import { PageLink } from '../PageLink.tsx';
import { SentenceWithCode } from './SentenceWithCode.tsx';

/**
 * Return whether an answer starts open: only the first one, unless it has recovered or is harmless.
 */
export function startsOpen(report: InspectedReport, index: number): boolean {
  const answer = report.answers[index];
  if (index > 0 || !answer || report.status !== 'action-needed') return false;
  const state = answerState(answer, report);
  return state !== 'recovered' && state !== 'harmless';
}

/**
 * One answer: the fix, how to verify it and what to avoid, with values from the log filled in; then
 * the evidence, folded.
 */
export function AnswerView({
  answer,
  isOpen,
  report,
  platform,
  words,
  text,
  root,
  onLine,
}: AnswerProps & {
  /** The answer starts open. */
  isOpen: boolean;
  /** The log's platform, if known. */
  platform: Os | null;
  text: AnalyzerText;
}) {
  const say = sentences[words.language].report;
  // Render the body in a separate task, so that a long list of answers does not block the page.
  const [isBodyShown, setBodyShown] = useState(false);
  useLayoutEffect(() => scheduleTask(() => setBodyShown(true)), []);
  const guide = words.guides[answer.guide];
  const values = valuesForAnswer(answer, report, words.values);
  const context = { words, text, values, platform, root };
  const confirmation = report.missing.includes(`guide:${answer.guide}`)
    ? words.missing[report.product ?? '']?.[`guide:${answer.guide}`]
    : undefined;
  return (
    <details class="answer" id={answerId(answer.guide)} data-answer={answer.guide} open={isOpen}>
      <summary>
        <span class="answer-title">{isOpen ? say.inFull : (guide?.title ?? answer.guide)}</span>
        {answer.evidence.length > 0 && (
          <span class="answer-state">{say.state[answerState(answer, report)]}</span>
        )}
      </summary>
      {isBodyShown && (
        <>
          {confirmation && (
            <section class="decides">
              <h3>{text.decides}</h3>
              <FollowUps
                asks={[confirmation]}
                detected={platform}
                values={values}
                words={words}
                text={text}
              />
            </section>
          )}
          {applicableParts(answer, report, words).map(({ name, blocks }) => (
            <section key={name} class={`part-${name.toLowerCase()}`}>
              <h3>{say.parts[name]}</h3>
              <Blocks blocks={blocks} context={context} />
            </section>
          ))}
          <Grounds answer={answer} report={report} words={words} root={root} onLine={onLine} />
          <p>
            <PageLink href={`${root}guides/${answer.guide}/`}>{text.openGuide}</PageLink>
          </p>
        </>
      )}
    </details>
  );
}

interface AnswerProps {
  answer: Answer;
  report: InspectedReport;
  words: ReportTexts;
  root: string;
  onLine: (line: number, from: HTMLElement) => void;
}

/** Why the answer applies: findings of the log, and problems of a configuration. */
function Grounds({ answer, report, words, root, onLine }: AnswerProps) {
  const { report: say, inspect } = sentences[words.language];
  const evidence = findingsOf(report, answer.evidence);
  const consequences = findingsOf(report, answer.consequences);
  const configProblems = report.inspections.flatMap((inspection) =>
    inspection.kind === 'config'
      ? inspection.problems
          .filter((problem) => problem.guide === answer.guide)
          .map((problem) => ({
            problem,
            product: inspection.product,
            file: inspection.file ?? productNames(words, inspection.product).configuration ?? '',
          }))
      : [],
  );
  if (evidence.length === 0 && configProblems.length === 0) return null;
  return (
    <details class="nested" data-evidence open={configProblems.length > 0}>
      <summary>{say.why}</summary>
      {evidence.length > 0 && <p class="confidence">{say.confidence[answer.confidence]}</p>}
      {answer.fixedIn !== null && (
        <p class="confidence">{say.fixed(answer.fixedIn, report.version)}</p>
      )}
      <EvidenceList findings={evidence} words={words} root={root} onLine={onLine} />
      {configProblems.length > 0 && (
        <ul class="written">
          {configProblems.map(({ problem, product, file }) => (
            <li key={`${file}:${problem.line}:${problem.code}`}>
              <span translate={false}>{escapeLine(file)}</span>
              {words.language === 'ja'
                ? `（${inspect.config.line(problem.line)}）：`
                : ` (${inspect.config.line(problem.line)}): `}
              <SentenceWithCode pieces={describeProblem(problem, words, product)} />
            </li>
          ))}
        </ul>
      )}
      {consequences.length > 0 && (
        <details class="nested">
          <summary>{say.counted(say.consequences, consequences.length)}</summary>
          <EvidenceList findings={consequences} words={words} root={root} onLine={onLine} />
        </details>
      )}
    </details>
  );
}
