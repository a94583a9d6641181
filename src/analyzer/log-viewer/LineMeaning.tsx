import { useContext } from 'preact/hooks';
import type { Link } from '../../model/report.ts';
import { spaceAfter } from '../../i18n/space-after.ts';
import { AnswerLink } from '../AnswerLink.tsx';
import { MessageTitle } from '../MessageTitle.tsx';
import { PageLink } from '../PageLink.tsx';
import { useReport } from '../report/report-context.ts';
import { openAround, ShowPart } from '../reveal.ts';

/** Longer text of a log is shown by the title of its message, with named gaps. */
const MAX_TEXT = 160;

/**
 * What the selected line means: its messages, the answer that it supports, and a button that leads
 * back to where the line was clicked.
 */
export function LineMeaning({ line, from }: { line: number | null; from: HTMLElement | null }) {
  const { report, words, text, root } = useReport();
  const showPart = useContext(ShowPart);
  const goBack = (place: HTMLElement): void => {
    showPart('answer');
    openAround(place);
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: 'center' });
  };
  const index = line === null ? -1 : report.findings.findIndex(({ lines }) => lines.includes(line));
  const finding = report.findings[index];
  const answer = report.answers.find(
    ({ evidence, consequences }) => evidence.includes(index) || consequences.includes(index),
  );
  const isUnknown = line !== null && report.unknown.some(({ lines }) => lines.includes(line));
  return (
    <div class="line-meaning">
      {from && (
        <button type="button" onClick={() => goBack(from)}>
          {text.goBack}
        </button>
      )}
      <div role="status">
        {line !== null && <p class="line-meaning-title">{text.meaning(line)}</p>}
        {line !== null && !finding && <p>{isUnknown ? text.unknownMeaning : text.noMeaning}</p>}
        {finding && (
          <ul>
            {finding.chain.filter(isListed).map(({ entry, text: piece }) => (
              <li key={entry}>
                <PageLink href={`${root}errors/${entry}/`}>
                  <code translate={false}>
                    {/* A finding of several lines has the text of the first one only. */}
                    {finding.count === 1 && piece.length <= MAX_TEXT ? (
                      piece
                    ) : (
                      <MessageTitle title={words.entries[entry]?.title ?? entry} />
                    )}
                  </code>
                </PageLink>{' '}
                {words.entries[entry]?.summary}
              </li>
            ))}
          </ul>
        )}
        {answer && (
          <p>
            {text.evidenceOf}
            {spaceAfter(text.evidenceOf)}
            <AnswerLink guide={answer.guide}>
              {words.guides[answer.guide]?.title ?? answer.guide}
            </AnswerLink>
          </p>
        )}
      </div>
    </div>
  );
}

/** Return whether a link has words of its own and is the first one of its message. */
function isListed({ entry, text }: Link, index: number, chain: readonly Link[]): boolean {
  return text !== '' && chain.findIndex((link) => link.entry === entry) === index;
}
