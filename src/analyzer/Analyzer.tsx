import { type AnalyzerProps, fetchTranslation } from './switch-language.ts';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ReportTexts } from '../model/words.ts';
import { unpackWords, withTitles, type PackedWords } from '../report/format/index.ts';
import { analyzerText } from '../i18n/analyzer-text.ts';
import { preloadLanguage } from '../i18n/load-language.ts';
import type { RefusalReason } from '../intake/index.ts';
import { AnalysisClient } from './worker/client.ts';
import { Failed } from './Failed.tsx';
import { scheduleTask } from './schedule-task.ts';
import { Input, type FirstLog } from './input/Input.tsx';
import type { Progress, Result, Preview } from './worker/protocol.ts';
import type { ReportView } from './report/ReportView.tsx';
import './escape-invisible.ts';
import { useLanguageLink } from './use-language-link.ts';
import { Working } from './Working.tsx';

type State =
  | { kind: 'empty' }
  | { kind: 'working'; progress: Progress | null; soFar: Preview | null }
  | { kind: 'done'; result: Result }
  | { kind: 'failed'; reason: RefusalReason | null; message: string };

/**
 * Characters. A longer paste would be held in memory several times over; files are read in chunks.
 */
const MAX_TEXT = 200_000_000;

/** The analyzer: the input box and, below it, the report. Nothing leaves the page. */
export default function Analyzer(initialProps: AnalyzerProps) {
  const [props, setProps] = useState(initialProps);
  const { language, root, examples, places } = props;
  const text = analyzerText[language];
  /** The current props for the worker's listener, which outlives a render. */
  const latestProps = useRef(props);
  latestProps.current = props;
  const [ready, setReady] = useState<ReportAssets | null>(null);
  const [state, setState] = useState<State>({ kind: 'empty' });
  /** The last result whose report has rendered completely. */
  const [renderedResult, setRenderedResult] = useState<Result | null>(null);
  const [announcement, setAnnouncement] = useState('');
  /** Incremented to remount the input empty. */
  const [inputKey, setInputKey] = useState(0);
  /** The input is collapsed once a pasted log has been read, but not while the user is typing. */
  const [folded, setFolded] = useState(false);
  const typing = useRef(false);
  /**
   * The log from before the fix, while the box takes the one from after it. Each request is a new
   * object, so that the input resets.
   */
  const [before, setBefore] = useState<FirstLog | null>(null);
  const client = useRef<AnalysisClient | null>(null);
  const assets = useRef<Promise<ReportAssets> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  /** Repeats the last analysis. */
  const retry = useRef<() => void>(() => undefined);
  const reportElement = useRef<HTMLDivElement>(null);

  useEffect(() => () => clearTimeout(timer.current), []);
  useLayoutEffect(() => {
    if ((state.kind === 'done' || state.kind === 'failed') && !typing.current)
      goToReport(reportElement.current);
  }, [state]);

  const loadAssets = (): Promise<ReportAssets> => {
    assets.current ??= loadReport(latestProps.current.wordsUrl).then((loaded) => {
      setReady(loaded);
      return loaded;
    });
    assets.current.catch(() => (assets.current = null));
    return assets.current;
  };

  const worker = (): AnalysisClient => {
    client.current ??= new AnalysisClient(initialProps.urls, (response) => {
      if (response.kind === 'progress') {
        setState((was) => ({
          kind: 'working',
          progress: response,
          soFar: was.kind === 'working' ? was.soFar : null,
        }));
        if (!typing.current) setFolded(true);
      } else if (response.kind === 'so-far') {
        setState((was) => (was.kind === 'working' ? { ...was, soFar: response } : was));
      } else if (response.kind === 'refused') showFailure(response.reason, '');
      else if (response.kind === 'failed') showFailure(null, response.message);
      else {
        loadAssets().then(
          () =>
            scheduleTask(() => {
              if (!worker().isCurrent(response.id)) return;
              setState({ kind: 'done', result: response });
              if (!typing.current) setFolded(true);
            }),
          (error: Error) => worker().isCurrent(response.id) && showFailure(null, error.message),
        );
      }
    });
    return client.current;
  };

  /** Focus predicts input, so warm up the worker and load the report view now. */
  const prepare = (): void => {
    if (client.current) return;
    worker().prepare(examples.map((example) => example.text));
    void loadAssets().catch(() => undefined);
  };

  const showFailure = (reason: RefusalReason | null, message: string): void => {
    setState({ kind: 'failed', reason, message });
    // On a phone the expanded box would push the error message off the screen.
    setFolded(!typing.current);
    setAnnouncement(analyzerText[latestProps.current.language].failed);
  };

  const startAnalysis = (
    run: (analysis: AnalysisClient) => void,
    pause: number,
    typed = false,
  ): void => {
    typing.current = typed;
    retry.current = () => startAnalysis(run, 0);
    clearTimeout(timer.current);
    client.current?.cancel();
    setState({ kind: 'working', progress: null, soFar: null });
    void loadAssets().catch(() => undefined);
    timer.current = setTimeout(() => run(worker()), pause);
  };

  const clear = (): void => {
    clearTimeout(timer.current);
    client.current?.cancel();
    setState({ kind: 'empty' });
    setFolded(false);
  };

  const startOver = (): void => {
    clear();
    setInputKey(inputKey + 1);
  };

  const compareFrom = (end: string | null): void => {
    if (comparison === null) worker().compare();
    setBefore({ end });
    setFolded(false);
  };

  const onText = (value: string, pause: number, typed: boolean): void => {
    if (value.trim() === '') clear();
    else if (value.length > MAX_TEXT) {
      clear();
      showFailure('too-large', '');
    } else startAnalysis((analysis) => analysis.analyseText(value, before !== null), pause, typed);
  };

  useLanguageLink(state.kind !== 'empty', async (url) => {
    await loadAssets();
    const { props: translated, show } = await fetchTranslation(url);
    const [loaded] = await Promise.all([
      loadReport(translated.wordsUrl),
      preloadLanguage(translated.language),
    ]);
    assets.current = Promise.resolve(loaded);
    show();
    setProps(translated);
    setReady(loaded);
  });

  const report = state.kind === 'done' ? state.result.report : null;
  const phase = state.kind === 'done' && state.result !== renderedResult ? 'working' : state.kind;
  const comparison = state.kind === 'done' && before ? state.result.comparison : null;
  // Re-render only for a new result or new words (another language).
  const view = useMemo(
    () =>
      state.kind === 'done' &&
      ready && (
        <ready.View
          result={state.result}
          comparison={comparison}
          words={withTitles(ready.words, state.result.titles)}
          client={worker()}
          root={root}
          onLeave={startOver}
          onCompare={compareFrom}
          onSay={(said) => setAnnouncement(withoutFocusedHeading(said))}
          onShown={() => setRenderedResult(state.result)}
        />
      ),
    [state, ready, comparison],
  );
  return (
    <div class="analyzer">
      <Input
        key={inputKey}
        isFocused={inputKey > 0}
        text={text}
        examples={examples}
        places={places}
        folded={folded}
        isReading={state.kind === 'working' && state.progress === null}
        isConfig={report?.kind === 'config'}
        before={before}
        onPrepare={prepare}
        onForget={() => setBefore(null)}
        onText={onText}
        onFiles={(files) =>
          startAnalysis((analysis) => analysis.analyseFiles(files, before !== null), 0)
        }
        onClear={clear}
        onUnfold={() => setFolded(false)}
        onFold={() => setFolded(report !== null)}
      />
      <p class="visually-hidden" role="status">
        {announcement}
      </p>
      <div
        class="report"
        ref={reportElement}
        data-analyze-state={phase}
        data-status={report?.status ?? ''}
        aria-busy={phase === 'working'}
      >
        {state.kind === 'working' && (
          <Working
            progress={state.progress}
            soFar={state.soFar}
            words={ready?.words ?? null}
            text={text}
            language={language}
            onStop={() => worker().stop()}
            onCancel={clear}
          />
        )}
        {state.kind === 'failed' && (
          <Failed
            reason={state.reason}
            message={state.message}
            places={places}
            text={text}
            onRetry={() => retry.current()}
          />
        )}
        {view}
      </div>
    </div>
  );
}

/** What it takes to render a report. */
interface ReportAssets {
  words: ReportTexts;
  View: typeof ReportView;
}

/** Load the words and the view of a report; done only once there is input to report on. */
async function loadReport(wordsUrl: string): Promise<ReportAssets> {
  const [response, { ReportView: View }] = await Promise.all([
    fetch(wordsUrl),
    import('./report/ReportView.tsx'),
  ]);
  if (!response.ok) throw new Error(`${wordsUrl}: ${response.status}`);
  return { words: unpackWords((await response.json()) as PackedWords), View };
}

/** Drop the focused heading from an announcement: screen readers have already read it. */
function withoutFocusedHeading(said: string): string {
  const heard = document.activeElement?.closest('h2')?.textContent;
  return heard ? said.replace(heard, () => '').trim() : said;
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
