import { sentences } from '../../i18n/sentences.ts';
import { useReport } from '../report/report-context.ts';
import { LoadedSection } from './LoadedSection.tsx';

/** What to do with a report: hand it to support, compare a log from after the fix, or reply. */
export function Actions({
  onCompare,
}: {
  /** Waits for the log from after the fix; false if there is nothing to compare. */
  onCompare: (() => void) | false;
}) {
  const { report, words, text } = useReport();
  const { status, unknown } = report;
  const { handover: form } = sentences[words.language];
  return (
    <div class="actions">
      {(status !== 'unrecognised' || unknown.length > 0) && (
        <LoadedSection
          name="support"
          title={form.title}
          intro={form.intro}
          load={async () => (await import('./handover-texts.ts')).SupportReport}
        />
      )}
      {onCompare && (
        <div class="compare-offer">
          <button type="button" class="button" onClick={onCompare}>
            {text.compare}
          </button>
        </div>
      )}
      <LoadedSection
        name="reply"
        title={form.reply}
        intro={form.replyIntro}
        load={async () => (await import('./handover-texts.ts')).ReplyText}
      />
    </div>
  );
}
