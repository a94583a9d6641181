import type { ReportTexts } from '../../model/words.ts';
import { type Finding } from '../../engine/index.ts';
import { sentences } from '../../i18n/sentences.ts';
import { withBreakOpportunities } from './wrap-log-text.tsx';
import { PageLink } from '../PageLink.tsx';

const SHOWN = 3;
/** A report lists at most this many lines per finding; beyond that only `count` is right. */
const LISTED = 10_000;

/** Findings, one below the other. */
export function EvidenceList({ findings, ...rest }: { findings: Finding[] } & EvidenceProps) {
  return (
    <ul class="evidence-list">
      {findings.map((finding, index) => (
        <Evidence key={index} finding={finding} {...rest} />
      ))}
    </ul>
  );
}

interface EvidenceProps {
  words: ReportTexts;
  root: string;
  onLine: (line: number, from: HTMLElement) => void;
}

/**
 * A finding: its chain of messages in the program's own words, from the effect to the cause, with
 * line numbers.
 */
function Evidence({ finding, words, root, onLine }: { finding: Finding } & EvidenceProps) {
  const text = sentences[words.language].report;
  const { count, lines } = finding;
  const more = (lines.length < LISTED ? lines.length : Math.max(lines.length, count)) - SHOWN;
  return (
    <li class="evidence">
      <ol class="chain" translate={false}>
        {finding.chain
          .filter(({ text: piece }) => piece !== '')
          .map(({ entry, text: piece }) => (
            <li key={entry}>
              <PageLink href={`${root}errors/${entry}/`} title={words.entries[entry]?.summary}>
                {withBreakOpportunities(piece)}
              </PageLink>
            </li>
          ))}
        {finding.rest !== null && <li class="rest">{withBreakOpportunities(finding.rest)}</li>}
      </ol>
      <p class="evidence-place">
        <span>{text.times(count)}</span>
        {lines.slice(0, SHOWN).map((line) => (
          <button
            type="button"
            key={line}
            onClick={({ currentTarget }) => onLine(line, currentTarget)}
          >
            {text.lines(String(line))}
          </button>
        ))}
        {more > 0 && <span>{text.more(more)}</span>}
      </p>
    </li>
  );
}
