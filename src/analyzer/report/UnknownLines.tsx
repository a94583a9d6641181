import { useState } from 'preact/hooks';
import { nameInTextOf } from '../../i18n/name-in-text.ts';
import type { InspectedReport } from '../../intake/index.ts';
import { useAnswer } from '../use-answer.ts';
import { withBreakOpportunities } from './wrap-log-text.tsx';
import { Fold } from './Fold.tsx';
import { GuideLink } from './GuideLink.tsx';
import { MessageTitle } from '../MessageTitle.tsx';
import { PageLink } from '../PageLink.tsx';
import { useReport } from './report-context.ts';

const MAX_LISTED = 50;

/**
 * Lines that match no entry, grouped by kind. Each kind shows its first line and the most similar
 * known message. Kinds that are too many to list are counted.
 */
export function UnknownLines() {
  const { report, words, say, client, onLine } = useReport();
  const { unknown, folded, answers, product } = report;
  const nameInText = nameInTextOf(words, product);
  const counted = folded.records + folded.unknown;
  const listed = unknown.slice(0, MAX_LISTED);
  const [texts, setTexts] = useState<ReadonlyMap<number, string>>(new Map());
  useAnswer(
    client,
    () => ({ kind: 'rows', rows: listed.map(({ line }) => line) }),
    (rows) => setTexts(new Map(rows.map(({ line, text }) => [line, text]))),
    [report],
  );
  return (
    <Fold
      title={say.counted(
        say.unknown,
        unknown.reduce((sum, { count }) => sum + count, folded.unknown),
      )}
      name="unknown"
      isOpen={answers.length === 0}
    >
      {answers.length > 0 && <p>{say.unknownHint}</p>}
      <ul class="unknown">
        {listed.map(({ template, count, line, header, nearest }) => (
          <li key={line}>
            <code translate={false}>{withBreakOpportunities(texts.get(line) ?? template)}</code>
            <p class="evidence-place">
              <span>{say.times(count)}</span>{' '}
              <button type="button" onClick={({ currentTarget }) => onLine(line, currentTarget)}>
                {say.lines(String(line))}
              </button>
            </p>
            {header && <p>{say.knownHeader(`${header.level} <${header.tag}>`, nameInText)}</p>}
            {nearest && <Nearest nearest={nearest} />}
          </li>
        ))}
      </ul>
      {unknown.length > MAX_LISTED && <p>{say.more(unknown.length - MAX_LISTED)}</p>}
      {counted > 0 && <p>{say.folded(counted)}</p>}
      {answers.length === 0 && report.product !== null && words.collect !== undefined && (
        <p>
          {say.toReport} <GuideLink guide={words.collect} />
        </p>
      )}
    </Fold>
  );
}

function Nearest({
  nearest: { entry, differs },
}: {
  nearest: NonNullable<InspectedReport['unknown'][number]['nearest']>;
}) {
  const { words, say, root } = useReport();
  const title = words.entries[entry]?.title ?? entry;
  const sentence = say.nearest(title, differs);
  // The title precedes any text from the log, so the first match is the title itself.
  const at = sentence.indexOf(title);
  return (
    <p class="unknown-nearest">
      {sentence.slice(0, at)}
      <PageLink href={`${root}errors/${entry}/`}>
        <code translate={false}>
          <MessageTitle title={title} />
        </code>
      </PageLink>
      {sentence.slice(at + title.length)}
    </p>
  );
}
