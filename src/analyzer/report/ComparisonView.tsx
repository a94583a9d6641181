import { formatTime } from '../../report/format/index.ts';
import { comparisonText } from '../../i18n/comparison.ts';
import {
  changeFacts,
  formatSpan,
  comparisonFacts,
  comparisonOutcome,
} from '../../i18n/comparison-facts.ts';
import { CHANGES, type Comparison } from '../../intake/index.ts';
import { GuideLink } from './GuideLink.tsx';
import { keepTogether } from './keep-together.tsx';
import { useReport } from './report-context.ts';

// Announced to screen readers by the report, which loads this module only for a comparison.
export { comparisonOutcome };

const TONES = {
  worked: 'healthy',
  still: 'action-needed',
  other: 'action-needed',
  open: 'unrecognised',
  none: 'unrecognised',
} as const;

const SEVERITIES = {
  worked: 'ignore',
  still: 'now',
  other: 'now',
  open: 'unsure',
  none: 'unsure',
} as const;

/**
 * Shows whether the fix worked: the outcome, the answers grouped by change, and the facts behind
 * them, above the report on the new log.
 */
export function ComparisonView({ comparison }: { comparison: Comparison }) {
  const {
    report: { product },
    words,
  } = useReport();
  const { language } = words;
  const text = comparisonText[language];
  const facts = comparisonFacts(comparison, product, words, formatTime);
  const groups = CHANGES.map((change) => ({
    change,
    answers: comparison.answers.filter((answer) => answer.change === change),
  })).filter(({ answers }) => answers.length > 0);
  return (
    <section class="comparison" data-comparison={comparison.refusal ?? comparison.outcome}>
      <div
        class="verdict"
        data-tone={comparison.refusal === null ? TONES[comparison.outcome] : 'unrecognised'}
        data-severity={comparison.refusal === null ? SEVERITIES[comparison.outcome] : 'unsure'}
      >
        <h2>{comparisonOutcome(comparison, language)}</h2>
        {groups.map(({ change, answers }) => (
          <section key={change} class="compared" data-change={change}>
            <h3>{text.change[change]}</h3>
            <ul class="plain-list">
              {answers.map((answer) => (
                <li key={answer.guide} data-compared={answer.guide}>
                  <GuideLink guide={answer.guide} />
                  {changeFacts(answer, comparison, product, words, formatTime).map((fact) => (
                    <p key={fact}>{keepTogether(fact)}</p>
                  ))}
                </li>
              ))}
            </ul>
          </section>
        ))}
        {facts.length > 0 && (
          <ul class="verdict-facts">
            {facts.map((fact) => (
              <li key={fact}>{keepTogether(fact)}</li>
            ))}
          </ul>
        )}
        <dl class="compared-logs">
          <div>
            <dt>{text.first}</dt>
            <dd>{keepTogether(formatSpan(comparison.before, language, formatTime))}</dd>
          </div>
          <div>
            <dt>{text.second}</dt>
            <dd>{keepTogether(formatSpan(comparison.after, language, formatTime))}</dd>
          </div>
        </dl>
      </div>
      <p class="compared-report">{text.report}</p>
    </section>
  );
}
