import type { AnalyzerText } from '../i18n/analyzer.ts';
import { CollectLog, type CollectCommand } from './CollectLog.tsx';
import { CommandLine } from './CommandLine.tsx';
import type { Dispatch, Phase } from './state.ts';

const COMMAND = 'npx shindan diagnose FILE';

/**
 * Why the input could not be read, and what to do instead. If no reason is known, a part of the
 * page probably failed to load.
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
        <FailedVerdict text={text}>{text.unloaded}</FailedVerdict>
        {message && (
          <p class="confidence" lang="en">
            {message}
          </p>
        )}
        <p>
          <button
            type="button"
            class="button button-strong"
            onClick={() => dispatch({ kind: 'retry' })}
          >
            {text.retry}
          </button>
        </p>
      </>
    );
  }
  return (
    <>
      <FailedVerdict text={text}>{text.unreadable[reason]}</FailedVerdict>
      {reason === 'too-large' ? (
        <CommandLine command={COMMAND} language="sh" text={text} />
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

function FailedVerdict({ text, children }: { text: AnalyzerText; children: string }) {
  return (
    <header class="verdict" data-severity="note">
      <p class="verdict-status">
        <span class="act" data-act="note">
          {text.unread}
        </span>
      </p>
      <h2 class="failed">{children}</h2>
    </header>
  );
}
