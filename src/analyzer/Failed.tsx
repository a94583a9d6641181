import type { AnalyzerText } from '../i18n/analyzer.ts';
import type { Unread } from '../inspect/index.ts';
import { CopyButton } from './CopyButton.tsx';

const COMMAND = 'npx shindan diagnose mackerel-agent.log';

/** Why nothing could be read, and what to do instead. */
export function Failed({ reason, message, text }: { reason: Unread | null; message: string; text: AnalyzerText }) {
  return (
    <>
      <p class="failed">{reason === null ? `${text.failed} ${message}` : text.unreadable[reason]}</p>
      {reason === 'too-large' && <div class="command" translate={false}><pre tabIndex={0}><code>{COMMAND}</code></pre><CopyButton value={COMMAND} text={text} /></div>}
    </>
  );
}
