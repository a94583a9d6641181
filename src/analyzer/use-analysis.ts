import { useLayoutEffect, useMemo, useReducer, useState } from 'preact/hooks';
import type { ReportTexts } from '../model/words.ts';
import { unpackWords, type PackedWords } from '../report/format/index.ts';
import { preloadLanguage } from '../i18n/load-language.ts';
import type * as Comparing from './report/ComparisonView.tsx';
import type { ReportView } from './report/ReportView.tsx';
import { scheduleTask } from './schedule-task.ts';
import { type Dispatch, initialState, reduce, type State } from './state.ts';
import type { AnalyzerProps } from './switch-language.ts';
import { AnalysisClient } from './worker/client.ts';

/** Milliseconds without a keystroke before typed text is analyzed. */
const PAUSE = 250;

/** What shows a report, and a comparison of it with an earlier one, once they are loaded. */
export interface Views {
  Report: typeof ReportView | null;
  comparing: typeof Comparing | null;
}

interface Session {
  client: AnalysisClient;
  /** Load the words and the view of a report; a failure is retried next time. */
  loadReport: () => Promise<void>;
  /** Warm up the worker and load the report's view: input is likely to follow soon. */
  prepare: () => void;
  /** Show the page of another language. */
  translate: (url: string) => Promise<void>;
}

/** Hold the analyzer's state, and let the worker read the input that it requests. */
export function useAnalysis(props: AnalyzerProps): {
  state: State;
  dispatch: Dispatch;
  session: Session;
  views: Views;
} {
  const [state, dispatch] = useReducer(reduce, props, initialState);
  const [views, setViews] = useState<Views>({ Report: null, comparing: null });
  const session = useMemo(
    () =>
      openSession(props, dispatch, (loaded) => setViews((before) => ({ ...before, ...loaded }))),
    [],
  );
  useLayoutEffect(() => {
    const { readId, request } = state;
    if (readId === 0) return;
    session.client.cancel(readId);
    if (!request) return;
    void session.loadReport().catch(() => undefined);
    const timer = setTimeout(
      () => session.client.analyze(request.input, request.isAfterFix),
      request.isTyped ? PAUSE : 0,
    );
    return () => clearTimeout(timer);
  }, [state.readId]);
  return { state, dispatch, session, views };
}

function openSession(
  props: AnalyzerProps,
  dispatch: Dispatch,
  addView: (loaded: Partial<Views>) => void,
): Session {
  let report: Promise<void> | null = null;
  let isPrepared = false;
  const loadReport = (): Promise<void> => {
    report ??= Promise.all([fetchWords(props.wordsUrl), import('./report/ReportView.tsx')]).then(
      ([words, { ReportView }]) => {
        addView({ Report: ReportView });
        dispatch({ kind: 'load-words', words });
      },
    );
    report.catch(() => (report = null));
    return report;
  };
  const loadComparison = async (): Promise<void> =>
    addView({ comparing: await import('./report/ComparisonView.tsx') });
  const client = new AnalysisClient(props.urls, (response) => {
    if (response.kind !== 'report') return dispatch(response);
    Promise.all([loadReport(), response.comparison && loadComparison()]).then(
      () => scheduleTask(() => dispatch(response)),
      (error: Error) => dispatch({ kind: 'failed', id: response.id, message: error.message }),
    );
  });
  return {
    client,
    loadReport,
    prepare: () => {
      if (isPrepared) return;
      isPrepared = true;
      client.prepare(props.examples.map((example) => example.text));
      void loadReport().catch(() => undefined);
    },
    translate: async (url) => {
      await loadReport();
      const { fetchTranslation } = await import('./switch-language.ts');
      const { props: page, show } = await fetchTranslation(url);
      const [words] = await Promise.all([
        fetchWords(page.wordsUrl),
        preloadLanguage(page.language),
      ]);
      show();
      dispatch({ kind: 'translate', page, words });
    },
  };
}

async function fetchWords(url: string): Promise<ReportTexts> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return unpackWords((await response.json()) as PackedWords);
}
