import type { ReportTexts } from '../../model/words.ts';
import { sentences } from '../../i18n/sentences.ts';
import type { Verdict as Said } from '../../report/index.ts';
import { escapeLine } from '../../report/format/index.ts';
import { AnswerLink } from '../AnswerLink.tsx';
import { keepTogether } from './keep-together.tsx';
import { withBreakOpportunities } from './wrap-log-text.tsx';

/** Number of faults to list; the rest are collapsed. */
const MOST_FAULTS = 5;

/**
 * The verdict: what is wrong in one sentence, since when, what happened to the data, the version,
 * the urgency, and links to each fault's answer.
 */
export function Verdict({
  said: { tone, urgency, since, version, sentence, cause, quote, summary, facts, faults },
  words,
  onLine,
}: {
  said: Said;
  words: ReportTexts;
  onLine: (line: number, from: HTMLElement) => void;
}) {
  const say = sentences[words.language].report;
  const list = (shown: Said['faults'], start: number) => (
    <ol start={start}>
      {shown.map((fault) => (
        <li key={fault.guide}>
          <AnswerLink guide={fault.guide}>{fault.sentence}</AnswerLink>
        </li>
      ))}
    </ol>
  );
  return (
    <header class="verdict" data-tone={tone}>
      <p class="verdict-status">
        {urgency !== null && <span class="verdict-word">{urgency}</span>}
        {since !== null && <span>{since}</span>}
        {version !== null && <span>{version}</span>}
      </p>
      <h2>{keepTogether(sentence)}</h2>
      {cause !== null && <p class="verdict-cause">{keepTogether(cause)}</p>}
      {quote !== null && (
        <blockquote class="verdict-quote">
          <button type="button" onClick={({ currentTarget }) => onLine(quote.line, currentTarget)}>
            {say.lines(String(quote.line))}
          </button>
          <code translate={false}>{withBreakOpportunities(escapeLine(quote.text))}</code>
        </blockquote>
      )}
      {summary !== null && <p class="verdict-summary">{keepTogether(summary)}</p>}
      {facts.length > 0 && (
        <ul class="verdict-facts">
          {facts.map((fact) => (
            <li key={fact}>{keepTogether(fact)}</li>
          ))}
        </ul>
      )}
      {faults.length > 0 && (
        <nav class="verdict-faults" aria-labelledby="faults">
          <p id="faults">{say.faults(faults.length)}</p>
          {list(faults.slice(0, MOST_FAULTS), 1)}
          {faults.length > MOST_FAULTS && (
            <details class="nested">
              <summary>+{faults.length - MOST_FAULTS}</summary>
              {list(faults.slice(MOST_FAULTS), MOST_FAULTS + 1)}
            </details>
          )}
        </nav>
      )}
    </header>
  );
}
