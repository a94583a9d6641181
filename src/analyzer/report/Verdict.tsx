import { useId } from 'preact/hooks';
import type { ReportTexts } from '../../model/words.ts';
import { analyzerText } from '../../i18n/analyzer.ts';
import { sentences } from '../../i18n/sentences.ts';
import type { InspectedReport } from '../../intake/index.ts';
import type { Verdict as Said } from '../../report/index.ts';
import { escapeLine } from '../../report/format/index.ts';
import { Chips } from './Chips.tsx';
import { FoldLink } from './FoldLink.tsx';
import { keepTogether } from './keep-together.tsx';
import { MarkedValues, valuesOf } from './MarkedValues.tsx';
import { severityOf } from './severity.ts';
import { withBreakOpportunities } from './wrap-log-text.tsx';

/**
 * The verdict: how serious it is and since when, what is wrong, the line that shows it, and the
 * state of the program and of its data. If it is not certain, the line itself is the headline.
 */
export function Verdict({
  said,
  report,
  others,
  words,
  onLine,
}: {
  said: Said;
  report: InspectedReport;
  /** The number of further answers. */
  others: number;
  words: ReportTexts;
  onLine: (line: number, from: HTMLElement) => void;
}) {
  const id = useId();
  const { tone, urgency, since, version, sentence, cause, quote, summary, facts } = said;
  const say = sentences[words.language].report;
  const text = analyzerText[words.language];
  const severity = severityOf(said, report, say);
  const values = valuesOf(report.answers[0], report);
  const isAct = report.status === 'action-needed';
  const isQuoteFirst = severity === 'unsure' && isAct && quote !== null;
  const word =
    severity === 'unsure' ? text.unsure[isAct ? 'notCertain' : 'notRecognized'] : urgency;
  const host = report.source ?? (report.hosts.length === 1 ? report.hosts[0] : null);
  const line = quote && (
    <button type="button" onClick={({ currentTarget }) => onLine(quote.line, currentTarget)}>
      {say.lines(String(quote.line))}
    </button>
  );
  const quoted = quote && (
    <code translate={false}>
      <MarkedValues
        text={escapeLine(quote.text)}
        values={values}
        isLog
        render={withBreakOpportunities}
      />
    </code>
  );
  const unknown = report.unknown.reduce((sum, { count }) => sum + count, report.folded.unknown);
  return (
    <header class="verdict" data-tone={tone} data-severity={severity}>
      <p class="verdict-status">
        {word !== null && (
          <span id={`${id}-word`} class="act" data-act={severity}>
            {word}
          </span>
        )}
        {since !== null && <span>{since}</span>}
        {version !== null && <span translate={false}>{version}</span>}
        {host && <span translate={false}>{escapeLine(host)}</span>}
      </p>
      {isQuoteFirst && <p class="verdict-line">{line}</p>}
      <h2
        id={`${id}-title`}
        {...(word !== null && { 'aria-labelledby': `${id}-word ${id}-title` })}
        {...(isQuoteFirst && { class: 'verdict-quoted' })}
      >
        {isQuoteFirst ? (
          quoted
        ) : (
          <MarkedValues text={sentence} values={values} render={keepTogether} />
        )}
      </h2>
      {isQuoteFirst && <p class="verdict-cause">{keepTogether(sentence)}</p>}
      {cause !== null && (
        <p class="verdict-cause">
          <MarkedValues text={cause} values={values} render={keepTogether} />
        </p>
      )}
      {quote !== null && !isQuoteFirst && (
        <blockquote class="verdict-quote">
          {line}
          {quoted}
        </blockquote>
      )}
      {summary !== null && <p class="verdict-summary">{keepTogether(summary)}</p>}
      {!isAct && facts.length > 0 && (
        <ul class="verdict-facts">
          {facts.map((fact) => (
            <li key={fact}>{keepTogether(fact)}</li>
          ))}
        </ul>
      )}
      <Chips report={report} text={text}>
        {isAct && others > 0 && (
          <li class="verdict-faults">
            <FoldLink name="others">
              {said.faults.length > 1 ? say.faults(said.faults.length) : text.others(others)}
            </FoldLink>
          </li>
        )}
        {isAct && report.answers.length > 0 && unknown > 0 && (
          <li>
            <FoldLink name="unknown">{text.chips.unknown(unknown)}</FoldLink>
          </li>
        )}
      </Chips>
    </header>
  );
}
