import type { Verdict } from '../../report/index.ts';
import { escapeAsOneLine, escapeLine, formatTime } from '../../report/format/index.ts';
import { isDeadlinePassed } from '../../report/verdict.ts';
import { startCommand } from '../../report/start-step.ts';
import { productNames } from '../../i18n/product-names.ts';
import { factsInChips } from '../../i18n/verdict-facts.ts';
import type { InspectedReport } from '../../intake/index.ts';
import { Chips } from './Chips.tsx';
import { FoldLink } from './FoldLink.tsx';
import { ForeignLog } from './ForeignLog.tsx';
import { keepTogether } from './keep-together.tsx';
import { MarkedValues, valuesInSentences, valuesOf } from './MarkedValues.tsx';
import { useReport } from './report-context.ts';
import { severityOf, spokenStatus, statusWord } from './severity.ts';
import { withBreakOpportunities } from './wrap-log-text.tsx';

/** Columns of a headline in full size; a Japanese character takes two. */
const MAX_WIDTH = 76;

/**
 * The verdict: how serious it is and since when, what is wrong, the line that shows it, and the
 * state of the program and of its data. If it is not certain, the line itself is the headline.
 */
export function VerdictView({
  verdict,
  summary,
  others,
}: {
  verdict: Verdict;
  summary: string | null;
  /** The number of further answers. */
  others: number;
}) {
  const { report, words, text, say, onLine } = useReport();
  const { tone, since, sentence, cause, quote, facts } = verdict;
  const severity = severityOf(verdict, report);
  const values = valuesOf(report.answers[0], report);
  const named = valuesInSentences(values, report, words);
  const start = startCommand(report, words);
  const inChips = factsInChips(report, words, formatTime);
  const otherFacts = facts.filter((fact) => !inChips.includes(fact));
  // Facts quote the command that starts the program, or an example line of a product's log.
  const quotedInFacts = [
    start ?? [],
    Object.values(words.names).flatMap(({ line: example }) => example ?? []),
  ].flat();
  const isAct = report.status === 'action-needed';
  // The guide below says what the fault was, so the verdict leaves out its cause.
  const isResolved = report.status === 'recovered' && summary !== null && quote !== null;
  const isQuoteFirst = severity === 'unsure' && isAct && quote !== null;
  const word = statusWord(verdict, report, words);
  const isDeadlineSaid = word !== null && saysDeadline(word, verdict, report);
  const program = productNames(words, report.product).program;
  const host = report.source ?? (report.hosts.length === 1 ? report.hosts[0] : undefined);
  const line = quote && (
    <button type="button" onClick={({ currentTarget }) => onLine(quote.line, currentTarget)}>
      {say.lines(String(quote.line))}
    </button>
  );
  const quoted = quote && (
    <code translate={false}>
      <MarkedValues
        text={escapeAsOneLine(quote.text)}
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
          <span class="act" data-act={severity} aria-hidden>
            {word}
          </span>
        )}
        {since !== null && !isDeadlineSaid && <span>{since}</span>}
        {report.version !== null && (
          <span translate={false}>{say.version(program, report.version, null)}</span>
        )}
        {host !== undefined && <span translate={false}>{text.host(escapeLine(host))}</span>}
      </p>
      {isQuoteFirst && <p class="verdict-line">{line}</p>}
      <h2 class={isQuoteFirst ? 'verdict-quoted' : isLong(sentence) ? 'verdict-long' : undefined}>
        {/* Not all screen readers would read a label when the heading gets the focus. */}
        {word !== null && <span class="visually-hidden">{spokenStatus(word, words.language)}</span>}
        {isQuoteFirst ? (
          quoted
        ) : (
          <MarkedValues text={sentence} values={named} render={keepTogether} />
        )}
      </h2>
      {isQuoteFirst && <p class="verdict-cause">{keepTogether(sentence)}</p>}
      {cause !== null && !isResolved && (
        <p class="verdict-cause">
          <MarkedValues text={cause} values={named} render={keepTogether} />
        </p>
      )}
      {quote !== null && !isQuoteFirst && (
        <blockquote class="verdict-quote">
          {line}
          {quoted}
        </blockquote>
      )}
      {report.status === 'unrecognised' &&
        report.sibling === null &&
        report.others.length === 0 &&
        report.lines.total > 0 && <ForeignLog />}
      {summary !== null && <p class="verdict-summary">{keepTogether(summary)}</p>}
      <Chips isDeadlineSaid={isDeadlineSaid}>
        {isAct && others > 0 && (
          <li class="verdict-faults">
            <FoldLink name="others">
              {verdict.faults.length > 1 ? text.faults(verdict.faults.length) : text.others(others)}
            </FoldLink>
          </li>
        )}
        {isAct && report.answers.length > 0 && unknown > 0 && (
          <li>
            <FoldLink name="unknown">{text.chips.unknown(unknown)}</FoldLink>
          </li>
        )}
      </Chips>
      {!isAct && otherFacts.length > 0 && (
        <ul class="verdict-facts">
          {otherFacts.map((fact) => (
            <li key={fact}>
              <MarkedValues text={fact} values={quotedInFacts} render={keepTogether} />
            </li>
          ))}
        </ul>
      )}
    </header>
  );
}

/** Return whether the word for the status says by when to act. */
function saysDeadline(word: string, verdict: Verdict, report: InspectedReport): boolean {
  return (
    word === verdict.urgency &&
    verdict.action === 'now' &&
    report.data.deadline !== null &&
    !isDeadlinePassed(report, Date.now())
  );
}

/** Return whether a headline is set smaller, so that it takes about two lines. */
function isLong(sentence: string): boolean {
  const width = [...sentence].reduce((sum, one) => sum + (one > '\u2e7f' ? 2 : 1), 0);
  return width > MAX_WIDTH;
}
