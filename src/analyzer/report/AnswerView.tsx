import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { FollowUp } from '../../model/words.ts';
import { findingsOf, shortTitle, valuesForAnswer } from '../../report/format/index.ts';
import type { Answer } from '../../engine/index.ts';
import type { StepBlock } from '../../model/prose.ts';
import { answerState, applicableParts } from '../../report/index.ts';
import { answerId } from '../answer-id.ts';
import { FollowUps } from './FollowUps.tsx';
import { Blocks, Steps, type BlocksContext } from './Blocks.tsx';
import { EvidenceList } from './Evidence.tsx';
import { Fold } from './Fold.tsx';
import { PlatformChoice } from './PlatformChoice.tsx';
import { keepTogether } from './keep-together.tsx';
import { confirmationOf } from './questions-of.ts';
import { useReport } from './report-context.ts';
import { scheduleTask } from '../schedule-task.ts';
import { PageLink } from '../PageLink.tsx';

/**
 * The answer to the verdict: its steps and warnings are open, all else is collapsed. `causes` is a
 * sentence that names the causes that the first steps distinguish.
 */
export function FirstAnswer({ answer, causes }: { answer: Answer; causes: string | null }) {
  const { say } = useReport();
  return (
    <section class="answer" id={answerId(answer.guide)} data-answer={answer.guide}>
      <AnswerBody
        answer={answer}
        title={
          <>
            <StepsHead title={say.parts.Fix} />
            {causes !== null && <p class="open-causes">{keepTogether(causes)}</p>}
          </>
        }
      />
    </section>
  );
}

/** The title of the steps, beside the choice of a platform. */
export function StepsHead({ title }: { title: string }) {
  return (
    <div class="steps-head">
      <h3 tabIndex={-1}>{title}</h3>
      <PlatformChoice />
    </div>
  );
}

/**
 * A further answer, collapsed. `hasChoice`: it offers the choice of a platform, because nothing
 * above does.
 */
export function AnswerView({ answer, hasChoice }: { answer: Answer; hasChoice: boolean }) {
  const { report, words, say } = useReport();
  // Render the body in a separate task, so that a long list of answers does not block the page.
  const [isBodyShown, setBodyShown] = useState(false);
  useLayoutEffect(() => scheduleTask(() => setBodyShown(true)), []);
  return (
    <details class="answer" id={answerId(answer.guide)} data-answer={answer.guide}>
      <summary>
        <span class="answer-title">{words.guides[answer.guide]?.title ?? answer.guide}</span>
        {answer.evidence.length > 0 && (
          <span class="answer-state">{say.state[answerState(answer, report)]}</span>
        )}
      </summary>
      {isBodyShown && (
        <AnswerBody
          answer={answer}
          title={hasChoice ? <StepsHead title={say.parts.Fix} /> : <h3>{say.parts.Fix}</h3>}
        />
      )}
    </details>
  );
}

/**
 * The steps of an answer with values from the log filled in, what to avoid, how to see that it
 * worked, and the evidence.
 */
function AnswerBody({ answer, title }: { answer: Answer; title: ComponentChildren }) {
  const { report, words, text, say, root } = useReport();
  const context = { values: valuesForAnswer(answer, report, words.values), within: say.parts.Fix };
  const parts = applicableParts(answer, report, words);
  const blocksOf = (name: 'Fix' | 'Verify' | 'Dont') =>
    parts.find((part) => part.name === name)?.blocks ?? [];
  const steps = blocksOf('Fix').filter((block): block is StepBlock => block.kind === 'step');
  const confirmation = confirmationOf(answer, report, words);
  const [warnings, signs] = [blocksOf('Dont'), blocksOf('Verify')];
  return (
    <>
      {(steps.length > 0 || confirmation) && (
        <section class="part-fix">
          {title}
          <Fix answer={answer} steps={steps} confirmation={confirmation} context={context} />
        </section>
      )}
      {warnings.length > 0 && (
        <section class="part-dont">
          <h3>{say.parts.Dont}</h3>
          <Blocks blocks={warnings} context={context} />
        </section>
      )}
      {signs.length > 0 && (
        <Fold title={say.parts.Verify}>
          <section class="part-verify">
            <Blocks blocks={signs} context={context} />
          </section>
        </Fold>
      )}
      <Grounds answer={answer} />
      {words.guides[answer.guide]?.isRare && <p role="status">{text.stepsUnloaded}</p>}
      <p class="answer-guide">
        <PageLink href={`${root}guides/${answer.guide}/`}>{text.openGuide}</PageLink>
      </p>
    </>
  );
}

/**
 * The steps of an answer, after the question that confirms it, if there is one. Below that
 * question, the steps of an answer that is only possible are collapsed.
 */
function Fix({
  answer,
  steps,
  confirmation,
  context,
}: {
  answer: Answer;
  steps: StepBlock[];
  confirmation: FollowUp | undefined;
  context: BlocksContext;
}) {
  const { words, text } = useReport();
  const decides = confirmation && (
    <li class="decides" key="decides">
      <h4>{text.decides}</h4>
      <FollowUps asks={[confirmation]} values={context.values} />
    </li>
  );
  if (!decides || answer.confidence !== 'possible')
    return <Steps steps={steps} before={decides} context={context} />;
  const title = shortTitle(words.guides[answer.guide]?.title ?? answer.guide);
  return (
    <>
      <Steps steps={[]} before={decides} context={context} />
      {steps.length > 0 && (
        <details class="nested if-confirmed">
          <summary>{text.ifConfirmed(title)}</summary>
          <Steps steps={steps} from={2} context={context} />
        </details>
      )}
    </>
  );
}

/** Why the answer applies: findings of the log. */
function Grounds({ answer }: { answer: Answer }) {
  const { report, say } = useReport();
  const evidence = findingsOf(report, answer.evidence);
  const consequences = findingsOf(report, answer.consequences);
  if (evidence.length === 0) return null;
  return (
    <Fold title={say.counted(say.why, evidence.length)} name="evidence">
      <p class="confidence">{say.confidence[answer.confidence]}</p>
      {answer.fixedIn !== null && (
        <p class="confidence">{say.fixed(answer.fixedIn, report.version)}</p>
      )}
      <EvidenceList findings={evidence} />
      {consequences.length > 0 && (
        <details class="nested">
          <summary>{say.counted(say.consequences, consequences.length)}</summary>
          <EvidenceList findings={consequences} />
        </details>
      )}
    </Fold>
  );
}
