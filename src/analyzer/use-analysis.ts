import { useLayoutEffect, useMemo, useReducer, useState } from 'preact/hooks';
import { preloadLanguage } from '../i18n/load-language.ts';
import type * as Comparing from './report/ComparisonView.tsx';
import type { ReportView } from './report/ReportView.tsx';
import { type Explained, ReportWords } from './report-words.ts';
import { scheduleTask } from './schedule-task.ts';
import { type Dispatch, initialState, reduce, type State } from './state.ts';
import type { AnalyzerProps } from './switch-language.ts';
import { AnalysisClient } from './worker/client.ts';

/** Milliseconds without a keystroke before typed text is analyzed. */
const PAUSE = 250;

/** The components that show a report and a comparison with an earlier one, once loaded. */
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
  let words = new ReportWords(props);
  let explained: Explained = { answers: [], findings: [] };
  let view: Promise<void> | null = null;
  let isPrepared = false;
  const loadView = (): Promise<void> => {
    view ??= import('./report/ReportView.tsx').then(({ ReportView }) =>
      addView({ Report: ReportView }),
    );
    view.catch(() => (view = null));
    return view;
  };
  const loadReport = async (): Promise<void> => {
    const [loaded] = await Promise.all([words.load(explained), loadView()]);
    dispatch({ kind: 'load-words', words: loaded });
  };
  const loadComparison = async (): Promise<void> =>
    addView({ comparing: await import('./report/ComparisonView.tsx') });
  const client = new AnalysisClient(props.urls, (response) => {
    if (response.kind !== 'report') return dispatch(response);
    explained = response.report;
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
      const translated = new ReportWords(page);
      const [loaded] = await Promise.all([
        translated.load(explained),
        preloadLanguage(page.language),
      ]);
      words = translated;
      show();
      dispatch({ kind: 'translate', page, words: loaded });
    },
  };
}
