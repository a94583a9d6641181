import type { ComponentChildren, JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AnalyzerText } from '../../i18n/analyzer.ts';
import type { ClickedLine } from '../log-viewer/LogView.tsx';
import { ShowPart, type ResultPart } from '../reveal.ts';
import { useMedia } from '../use-media.ts';

/** From this width on, the log is beside the answer. The style sheets have the same value. */
const WIDE = '(min-width: 68.75rem)';
const PARTS: readonly ResultPart[] = ['answer', 'log'];

/**
 * The answer, and the log: beside it in a wide window, otherwise in a tab of its own. Both stay on
 * the page, so that neither loses its place.
 */
export function ResultLayout({
  log,
  hasLog,
  target,
  text,
  children,
}: {
  log: ComponentChildren;
  /** Whether there is a log to show; it may still be loading. */
  hasLog: boolean;
  /** The line that was clicked last: it is in the log. */
  target: ClickedLine | null;
  text: AnalyzerText;
  children: ComponentChildren;
}) {
  const id = useId();
  const element = useRef<HTMLDivElement>(null);
  const [part, setPart] = useState<ResultPart>('answer');
  const hasTabs = !useMedia(WIDE) && hasLog;
  const show = (next: ResultPart): void => {
    // At once, because an element in that part is about to get the focus.
    if (element.current) element.current.dataset['part'] = next;
    setPart(next);
  };
  useLayoutEffect(() => {
    if (target) show('log');
  }, [target]);
  const onKeyDown = ({ key, currentTarget }: JSX.TargetedKeyboardEvent<HTMLElement>): void => {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
    const next = part === 'answer' ? 'log' : 'answer';
    show(next);
    currentTarget.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
  };
  const panel = (of: ResultPart): object =>
    hasTabs ? { id: `${id}-${of}`, role: 'tabpanel', 'aria-labelledby': `${id}-${of}-tab` } : {};
  return (
    <ShowPart.Provider value={show}>
      <div class="result" ref={element} data-part={part} {...(hasLog && { 'data-has-log': '' })}>
        {hasTabs && (
          <div
            class="result-tabs"
            role="tablist"
            aria-label={text.parts.label}
            onKeyDown={onKeyDown}
          >
            {PARTS.map((of) => (
              <button
                key={of}
                type="button"
                role="tab"
                id={`${id}-${of}-tab`}
                data-tab={of}
                aria-selected={of === part}
                aria-controls={`${id}-${of}`}
                tabIndex={of === part ? 0 : -1}
                onClick={() => show(of)}
              >
                {text.parts[of]}
              </button>
            ))}
          </div>
        )}
        <div class="result-answer" {...panel('answer')}>
          {children}
        </div>
        {hasLog && (
          <div class="result-log" {...panel('log')}>
            {log}
          </div>
        )}
      </div>
    </ShowPart.Provider>
  );
}
