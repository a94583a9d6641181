import { analyzerText } from '../../i18n/analyzer.ts';
import { sentences } from '../../i18n/sentences.ts';
import { LoadedSection, type Handover } from './LoadedSection.tsx';

/** What to do with a report: hand it to support, compare a log from after the fix, or reply. */
export function Actions({
  onCompare,
  ...handover
}: Handover & {
  /** Waits for the log from after the fix; false if there is nothing to compare. */
  onCompare: (() => void) | false;
}) {
  const { result, words } = handover;
  const { status, unknown } = result.report;
  const { form } = sentences[words.language].letter;
  return (
    <div class="actions">
      {(status !== 'unrecognised' || unknown.length > 0) && (
        <LoadedSection
          name="support"
          title={form.title}
          intro={form.intro}
          load={async () => (await import('./handover-texts.ts')).SupportReport}
          handover={handover}
        />
      )}
      {onCompare && (
        <div class="compare-offer">
          <button type="button" class="button" onClick={onCompare}>
            {analyzerText[words.language].compare}
          </button>
        </div>
      )}
      <LoadedSection
        name="reply"
        title={form.reply}
        intro={form.replyIntro}
        load={async () => (await import('./handover-texts.ts')).ReplyText}
        handover={handover}
      />
    </div>
  );
}
