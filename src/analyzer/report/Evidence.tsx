import { type Finding } from '../../engine/index.ts';
import { withBreakOpportunities } from './wrap-log-text.tsx';
import { PageLink } from '../PageLink.tsx';
import { useReport } from './report-context.ts';

const SHOWN = 3;
/** A report lists at most this many lines per finding; beyond that only `count` is right. */
const LISTED = 10_000;

/** Findings, one below the other. */
export function EvidenceList({
  findings,
  isExplained = false,
}: {
  findings: Finding[];
  /** Whether to say what each means, because no answer does. */
  isExplained?: boolean;
}) {
  return (
    <ul class="evidence-list">
      {findings.map((finding, index) => (
        <Evidence key={index} finding={finding} isExplained={isExplained} />
      ))}
    </ul>
  );
}

/**
 * A finding: its chain of messages in the program's own words, from the effect to the cause, with
 * line numbers.
 */
function Evidence({ finding, isExplained }: { finding: Finding; isExplained: boolean }) {
  const { words, say, root, onLine } = useReport();
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
      {isExplained && <p>{words.entries[finding.chain.at(-1)?.entry ?? '']?.summary}</p>}
      <p class="evidence-place">
        <span>{say.times(count)}</span>
        {lines.slice(0, SHOWN).map((line) => (
          <button
            type="button"
            key={line}
            onClick={({ currentTarget }) => onLine(line, currentTarget)}
          >
            {say.lines(String(line))}
          </button>
        ))}
        {more > 0 && <span>{say.more(more)}</span>}
      </p>
    </li>
  );
}
