import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { withTitles } from '../report/format/index.ts';
import { analyzerText } from '../i18n/analyzer.ts';
import './escape-invisible.ts';
import { Failed } from './Failed.tsx';
import { Input } from './input/Input.tsx';
import type { Phase } from './state.ts';
import type { AnalyzerProps } from './switch-language.ts';
import { useAnalysis } from './use-analysis.ts';
import { useLanguageLink } from './use-language-link.ts';
import { Working } from './Working.tsx';

/** The analyzer: the input box and, below it, the report. Nothing leaves the page. */
export default function Analyzer(props: AnalyzerProps) {
  const { state, dispatch, session, views } = useAnalysis(props);
  const { page, words, phase, request } = state;
  const text = analyzerText[page.language];
  const result = 'result' in phase ? phase.result : null;
  const comparison = phase.kind === 'comparison' ? phase.comparison : null;
  const reportElement = useRef<HTMLDivElement>(null);
  const outcome = phase.kind === 'failed' ? phase : result;
  useLayoutEffect(() => {
    if (outcome && !request?.isTyped) goToReport(reportElement.current);
  }, [outcome]);
  useLanguageLink(phase.kind !== 'empty', session.translate);
  // Re-render only for a new result or new words (another language).
  const view = useMemo(
    () =>
      result &&
      views.Report &&
      words && (
        <views.Report
          result={result}
          comparison={comparison}
          comparing={views.comparing}
          words={withTitles(words, result.titles)}
          client={session.client}
          root={page.root}
          dispatch={dispatch}
        />
      ),
    [result, comparison, views, words],
  );
  const progress = progressOf(phase);
  return (
    <div class="analyzer">
      <Input
        key={state.inputKey}
        state={state}
        text={text}
        dispatch={dispatch}
        onPrepare={session.prepare}
      />
      <p class="visually-hidden" role="status">
        {state.announcement}
      </p>
      <div
        class="report"
        ref={reportElement}
        data-analyze-state={progress}
        data-status={result?.report.status ?? ''}
        aria-busy={progress === 'working'}
      >
        {phase.kind === 'reading' && (
          <Working
            phase={phase}
            words={words}
            text={text}
            language={page.language}
            client={session.client}
            dispatch={dispatch}
          />
        )}
        {phase.kind === 'failed' && (
          <Failed phase={phase} places={page.places} text={text} dispatch={dispatch} />
        )}
        {view}
      </div>
    </div>
  );
}

function progressOf(phase: Phase): 'empty' | 'working' | 'done' | 'failed' {
  if ('result' in phase) return phase.isRendered ? 'done' : 'working';
  return phase.kind === 'reading' ? 'working' : phase.kind;
}

/**
 * Move the focus to the report's heading, unless the user has moved elsewhere. On a phone, scroll
 * there too: otherwise the input and the page header fill the screen.
 */
function goToReport(report: HTMLElement | null): void {
  const active = document.activeElement;
  const isElsewhere =
    active && active !== document.body && !active.closest('[hidden], .analyzer-input');
  const heading = report?.querySelector<HTMLElement>('h2, .failed');
  if (!report || !heading || isElsewhere) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  if (matchMedia('(max-width: 47.99rem)').matches) report.scrollIntoView();
}
