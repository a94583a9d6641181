import { useState } from 'preact/hooks';
import type { ReportTexts } from '../../model/words.ts';
import { analyzerText } from '../../i18n/analyzer.ts';
import { sentences } from '../../i18n/sentences.ts';
import type { AnalysisClient } from '../worker/client.ts';
import { CopyButton } from '../CopyButton.tsx';

/**
 * For support staff: the reply to the customer who sent the log, as `shindan diagnose --reply`
 * writes it. The code that writes it is loaded when this is opened: few readers need it.
 */
export function Reply({
  client,
  words,
  root,
}: {
  client: AnalysisClient;
  words: ReportTexts;
  root: string;
}) {
  const text = sentences[words.language].letter.form;
  const [write, setWrite] = useState<((words: ReportTexts) => string) | null>(null);
  const [isFailed, setFailed] = useState(false);
  const written = write && write(words);
  const prepare = async (): Promise<void> => {
    const [{ report }, { customerReply }] = await Promise.all([
      client.ask({ kind: 'mask' }),
      import('../../report/customer-reply.ts'),
    ]);
    setFailed(false);
    setWrite(
      () => (texts: ReportTexts) =>
        customerReply(report, texts, (path) => location.origin + root + path, Date.now()),
    );
  };
  return (
    <details
      class="reply"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open && write === null) prepare().catch(() => setFailed(true));
      }}
    >
      <summary>
        <h3>{text.reply}</h3>
      </summary>
      <p id="reply-text">{text.replyIntro}</p>
      {isFailed && <p role="status">{analyzerText[words.language].unloaded}</p>}
      {written !== null && (
        <div>
          <pre class="reply-text" role="region" aria-labelledby="reply-text">
            {written}
          </pre>
          <p class="support-actions">
            <CopyButton value={written} text={analyzerText[words.language]} />
          </p>
        </div>
      )}
    </details>
  );
}
