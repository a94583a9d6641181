import type { Words } from '../catalog/index.ts';
import { readableTime, visible } from '../display/index.ts';
import { changeFacts, comparedSpan, comparisonFacts, comparisonOutcome } from '../i18n/comparison-facts.ts';
import { sentences } from '../i18n/sentences.ts';
import { CHANGES, type Comparison } from '../inspect/index.ts';
import { AnswerLink } from './AnswerLink.tsx';
import { unbroken } from './unbroken.tsx';

const TONES = { worked: 'healthy', still: 'action-needed', other: 'action-needed', open: 'unrecognised', none: 'unrecognised' } as const;

/** Whether the fix worked: one sentence, the two logs, then each answer by what became of it. `below`: the guides of the answers that the new log has itself. */
export function ComparisonView({ comparison, below, words, root }: { comparison: Comparison; below: string[]; words: Words; root: string }) {
  const { language, guides } = words;
  const text = sentences[language].comparison;
  const groups = CHANGES.map((change) => ({ change, answers: comparison.answers.filter((answer) => answer.change === change) })).filter(({ answers }) => answers.length > 0);
  return (
    <section class="comparison" data-comparison={comparison.refusal ?? comparison.outcome}>
      <header class="verdict" data-tone={comparison.refusal === null ? TONES[comparison.outcome] : 'unrecognised'}>
        <h2>{visible(comparisonOutcome(comparison, language))}</h2>
        <dl class="compared-logs">
          <div><dt>{text.first}</dt><dd>{comparedSpan(comparison.before, language, readableTime)}</dd></div>
          <div><dt>{text.second}</dt><dd>{comparedSpan(comparison.after, language, readableTime)}</dd></div>
        </dl>
        <ul class="verdict-facts">{comparisonFacts(comparison, language, readableTime).map((fact) => <li key={fact}>{unbroken(visible(fact))}</li>)}</ul>
      </header>
      {groups.map(({ change, answers }) => (
        <section key={change} class="compared" data-change={change}>
          <h3>{text.change[change]}</h3>
          <ul>
            {answers.map((answer) => (
              <li key={answer.guide} data-compared={answer.guide}>
                {below.includes(answer.guide)
                  ? <AnswerLink guide={answer.guide}>{guides[answer.guide]?.title ?? answer.guide}</AnswerLink>
                  // Both logs would be gone with this page.
                  : <a href={`${root}guides/${answer.guide}/`} target="_blank">{guides[answer.guide]?.title ?? answer.guide}</a>}
                {changeFacts(answer, comparison, language, readableTime).map((fact) => <p key={fact}>{unbroken(fact)}</p>)}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p class="compared-report">{text.report}</p>
    </section>
  );
}
