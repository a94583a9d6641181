import type { AnalyzerText } from '../i18n/analyzer.ts';
import type { Unread } from '../inspect/index.ts';
import { Collect } from './Collect.tsx';
import { CommandLine } from './CommandLine.tsx';
import type { Place } from './Input.tsx';

const COMMAND = 'npx shindan diagnose mackerel-agent.log';

/** Why nothing could be read, and what to do instead. */
export function Failed({ reason, message, places, text }: { reason: Unread | null; message: string; places: Place[]; text: AnalyzerText }) {
  return (
    <>
      <p class="failed">{reason === null ? `${text.failed} ${message}` : text.unreadable[reason]}</p>
      {reason === 'too-large' ? <CommandLine command={COMMAND} text={text} /> : reason !== null && <Collect places={places} text={text} isOpen {...(reason === 'evtx' && { os: 'windows' })} />}
    </>
  );
}
