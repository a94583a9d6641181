import { escapeLine } from '../../report/format/index.ts';
import type { SkippedFile } from '../../intake/index.ts';
import { useReport } from './report-context.ts';

/** An archive may contain a hundred thousand files that are not logs. */
const MAX_LISTED = 20;

/** The files that were skipped, and why. */
export function SkippedFiles({ skipped }: { skipped: SkippedFile[] }) {
  const { words, text, say } = useReport();
  if (skipped.length === 0) return null;
  const more = skipped.length - MAX_LISTED;
  return (
    <div class="report-note">
      <p>{text.skipped}</p>
      <ul>
        {skipped.slice(0, MAX_LISTED).map(({ name, reason }, index) => (
          <li key={index}>
            <span translate={false}>{escapeLine(name)}</span>
            {words.language === 'ja' ? '：' : ': '}
            {text.unreadable[reason]}
          </li>
        ))}
        {more > 0 && <li>{say.more(more)}</li>}
      </ul>
    </div>
  );
}
