import { useState } from 'preact/hooks';
import type { ReportTexts } from '../../model/words.ts';
import type { Masked } from '../../redaction/mask-secrets.ts';
import { analyzerText } from '../../i18n/analyzer.ts';
import { sentences } from '../../i18n/sentences.ts';
import type { InspectedReport } from '../../intake/index.ts';
import { customerReply } from '../../report/index.ts';
import type { AnalysisClient } from '../worker/client.ts';
import { CopyButton } from '../CopyButton.tsx';

/**
 * For support staff: the reply to the customer who sent the log, as `shindan diagnose --reply`
 * writes it. Generated when opened.
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
  const [masked, setMasked] = useState<Masked<InspectedReport> | null>(null);
  const written =
    masked && customerReply(masked, words, (path) => location.origin + root + path, Date.now());
  return (
    <details
      class="reply"
      onToggle={({ currentTarget }) =>
        void (
          currentTarget.open &&
          masked === null &&
          client.ask({ kind: 'mask' }).then(({ report }) => setMasked(report))
        )
      }
    >
      <summary>
        <h3>{text.reply}</h3>
      </summary>
      <p id="reply-text">{text.replyIntro}</p>
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
