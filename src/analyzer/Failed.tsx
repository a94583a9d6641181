import type { AnalyzerText } from '../i18n/analyzer.ts';
import { CollectLog, type CollectCommand } from './CollectLog.tsx';
import { CommandLine } from './CommandLine.tsx';
import type { Dispatch, Phase } from './state.ts';

const COMMAND = 'npx shindan diagnose FILE';

/**
 * Why the input could not be read, and what to do instead. Without a reason the input is not at
 * fault: probably a part of the page failed to load.
 */
export function Failed({
  phase: { reason, message },
  places,
  text,
  dispatch,
}: {
  phase: Extract<Phase, { kind: 'failed' }>;
  places: CollectCommand[];
  text: AnalyzerText;
  dispatch: Dispatch;
}) {
  if (reason === null) {
    return (
      <>
        <p class="failed">{text.unloaded}</p>
        {message && (
          <p class="confidence" lang="en">
            {message}
          </p>
        )}
        <p>
          <button type="button" class="button" onClick={() => dispatch({ kind: 'retry' })}>
            {text.retry}
          </button>
        </p>
      </>
    );
  }
  return (
    <>
      <p class="failed">{text.unreadable[reason]}</p>
      {reason === 'too-large' ? (
        <CommandLine command={COMMAND} text={text} />
      ) : (
        <CollectLog
          places={places}
          text={text}
          isOpen
          {...(reason === 'evtx' && { os: 'windows' })}
        />
      )}
    </>
  );
}
