import type { ReportTexts } from '../../model/words.ts';
import { analyzerText } from '../../i18n/analyzer.ts';
import type { AnalysisClient } from '../worker/client.ts';
import type { Result } from '../worker/protocol.ts';
import { Reply } from './Reply.tsx';
import { Support } from './Support.tsx';

/** What to do with a report: hand it to support, compare a log from after the fix, or reply. */
export function Actions({
  result,
  words,
  client,
  root,
  onCompare,
}: {
  result: Result;
  words: ReportTexts;
  client: AnalysisClient;
  root: string;
  /** Waits for the log from after the fix; false if there is nothing to compare. */
  onCompare: (() => void) | false;
}) {
  const { status, unknown } = result.report;
  return (
    <div class="actions">
      {(status !== 'unrecognised' || unknown.length > 0) && (
        <Support result={result} words={words} client={client} root={root} />
      )}
      {onCompare && (
        <div class="compare-offer">
          <button type="button" class="button" onClick={onCompare}>
            {analyzerText[words.language].compare}
          </button>
        </div>
      )}
      <Reply client={client} words={words} root={root} />
    </div>
  );
}
