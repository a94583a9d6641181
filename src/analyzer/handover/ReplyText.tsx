import { useMemo, useState } from 'preact/hooks';
import type { InspectedReport } from '../../intake/index.ts';
import type { Masked } from '../../redaction/mask-secrets.ts';
import { customerReply } from '../../report/customer-reply.ts';
import { CopyButton } from '../CopyButton.tsx';
import { useReport } from '../report/report-context.ts';
import { useAnswer } from '../use-answer.ts';

/** The reply to the customer who sent the log, as `shindan diagnose --reply` writes it. */
export function ReplyText() {
  const { report, words, text, client, root } = useReport();
  const [masked, setMasked] = useState<Masked<InspectedReport> | null>(null);
  useAnswer(client, () => ({ kind: 'mask' }), setMasked, [report]);
  const written = useMemo(
    () =>
      masked && customerReply(masked, words, (path) => location.origin + root + path, Date.now()),
    [masked, words],
  );
  if (written === null) return null;
  return (
    <div>
      <pre class="reply-text" role="region" aria-labelledby="reply-text">
        {written}
      </pre>
      <p class="support-actions">
        <CopyButton value={written} text={text} />
      </p>
    </div>
  );
}
