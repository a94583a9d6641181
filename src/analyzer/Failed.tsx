import type { AnalyzerText } from '../i18n/analyzer.ts';
import type { Unread } from '../inspect/index.ts';
import { CommandLine } from './CommandLine.tsx';

const COMMAND = 'npx shindan diagnose mackerel-agent.log';

/** Why nothing could be read, and what to do instead. */
export function Failed({ reason, message, text }: { reason: Unread | null; message: string; text: AnalyzerText }) {
  return (
    <>
      <p class="failed">{reason === null ? `${text.failed} ${message}` : text.unreadable[reason]}</p>
      {reason === 'too-large' && <CommandLine command={COMMAND} text={text} />}
    </>
  );
}
