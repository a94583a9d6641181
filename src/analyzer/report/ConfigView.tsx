import { escapeLine } from '../../report/format/index.ts';
import { describeProblem } from '../../report/index.ts';
import { nameInTextOf } from '../../i18n/name-in-text.ts';
import { productNames } from '../../i18n/product-names.ts';
import { joinPieces } from '../../i18n/sentence-piece.ts';
import { sentences, type Sentences } from '../../i18n/sentences.ts';
import { spaceAfter } from '../../i18n/space-after.ts';
import type { ConfigProblem, Inspection } from '../../intake/index.ts';
import { correctedLine, isCopyable } from '../../intake/corrected-line.ts';
import { CommandLine } from '../CommandLine.tsx';
import { GuideLink } from './GuideLink.tsx';
import { useReport } from './report-context.ts';
import { SentenceWithCode } from './SentenceWithCode.tsx';

/**
 * A checked configuration file: each problem with its line, the place marked, and the correction.
 */
export function ConfigView({
  inspection: { problems, whole, plugins, file, product },
  text,
  headline,
}: {
  inspection: Extract<Inspection, { kind: 'config' }>;
  text: Sentences['inspect'];
  /** The headline above, which describes one of the problems and its effect. */
  headline: string;
}) {
  const { words } = useReport();
  const isSaid = (problem: ConfigProblem): boolean =>
    headline.includes(joinPieces(describeProblem(problem, words, product)));
  const about = (setting: string | null): string | undefined =>
    setting === null ? undefined : words.settings[product]?.[setting];
  const { configuration = '', check } = productNames(words, product);
  const nameInText = nameInTextOf(words, product);
  return (
    <section class="inspection">
      <h3>{text.config.title(escapeLine(file ?? configuration))}</h3>
      {problems.length === 0 && (
        <p>{whole ? text.config.good(plugins) : text.config.unsure(check, nameInText)}</p>
      )}
      {problems.length > 1 && <p>{text.config.count(problems.length)}</p>}
      <ol class="config-problems">
        {problems.map((problem, index) => (
          <li
            key={`${problem.line}:${problem.column}:${problem.code}`}
            data-problem={problem.code}
            data-effect={problem.effect}
          >
            {!isSaid(problem) && (
              <p>
                <strong>{text.config.effect[problem.effect](nameInText)}</strong>{' '}
                <SentenceWithCode pieces={describeProblem(problem, words, product)} />
              </p>
            )}
            <Excerpt problem={problem} text={text} />
            <Correction problem={problem} file={escapeLine(file ?? configuration)} />
            {about(problem.setting) !== undefined && (
              <p class="inspection-note">
                <code translate={false}>{problem.setting}</code>
                {words.language === 'ja' ? '：' : ': '}
                {about(problem.setting)}
              </p>
            )}
            {problem.guide !== null &&
              problems.findIndex(({ guide }) => guide === problem.guide) === index && (
                <p class="inspection-note">
                  <GuideLink guide={problem.guide} />
                </p>
              )}
          </li>
        ))}
      </ol>
      {problems.length > 0 && !whole && <p>{text.config.cut}</p>}
      <p class="inspection-note">
        {text.config.checksOnly}
        {spaceAfter(text.config.checksOnly)}
        {text.config.keyHidden}
      </p>
    </section>
  );
}

/** The corrected line, to be copied unless it holds a masked key. */
function Correction({ problem, file }: { problem: ConfigProblem; file: string }) {
  const { words, text } = useReport();
  const { inspect } = sentences[words.language];
  if (problem.write === null && problem.probable === null) return null;
  const line = correctedLine(problem);
  return (
    <div class="config-write">
      <p>{problem.write === null ? text.probably : inspect.config.write}</p>
      {isCopyable(line) ? (
        <CommandLine command={line} file={file} text={text} />
      ) : (
        <pre translate={false}>
          <code>{line}</code>
        </pre>
      )}
    </div>
  );
}

/**
 * The line with the faulty characters marked. Screen readers get line and column in the text
 * before.
 */
function Excerpt({
  problem: { excerpt, line, column, length },
  text,
}: {
  problem: ConfigProblem;
  text: Sentences['inspect'];
}) {
  const [before, meant, after] = [
    excerpt.slice(0, column - 1),
    excerpt.slice(column - 1, column - 1 + length),
    excerpt.slice(column - 1 + length),
  ];
  return (
    <pre class="excerpt config-line" translate={false}>
      <span class="config-number">{text.config.line(line)}</span>
      <code>
        {before}
        <mark>{meant || '\u00a0'}</mark>
        {after}
      </code>
    </pre>
  );
}
