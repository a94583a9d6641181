import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Words } from '../catalog/index.ts';
import { analyzerText } from '../i18n/analyzer.ts';
import { reportText } from '../i18n/report.ts';
import { AnalysisClient } from './client.ts';
import { Failed } from './Failed.tsx';
import { inTurn } from './in-turn.ts';
import { Input, type Place } from './Input.tsx';
import type { Progress, Result, Unread, Urls } from './protocol.ts';
import type { ReportView } from './ReportView.tsx';
import { Working } from './Working.tsx';

export interface AnalyzerProps {
  language: 'en' | 'ja';
  /** The site's root for the language, such as `/ja/`. */
  root: string;
  urls: Urls;
  wordsUrl: string;
  examples: { name: string; text: string }[];
  places: Place[];
}

type State =
  | { kind: 'empty' }
  | { kind: 'working'; progress: Progress | null }
  | { kind: 'done'; result: Result; words: Words; View: typeof ReportView }
  | { kind: 'failed'; reason: Unread | null; message: string };

const PAUSE = 250;
/** A longer paste would be held several times in memory; a file of any size is read in pieces. */
const MAX_TEXT = 200_000_000;

/** The analyzer: a box, and under it the report of what is in it. Nothing leaves the page. */
export default function Analyzer({ language, root, urls, wordsUrl, examples, places }: AnalyzerProps) {
  const text = analyzerText[language];
  const say = reportText[language];
  const [state, setState] = useState<State>({ kind: 'empty' });
  /** The result that is shown whole. */
  const [shown, setShown] = useState<Result | null>(null);
  const [spoken, setSpoken] = useState('');
  const client = useRef<AnalysisClient | null>(null);
  const parts = useRef<Promise<Shown> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  useEffect(() => () => clearTimeout(timer.current), []);

  const loadShown = (): Promise<Shown> => {
    parts.current ??= loadReport(wordsUrl);
    parts.current.catch(() => (parts.current = null));
    return parts.current;
  };

  const worker = (): AnalysisClient => {
    client.current ??= new AnalysisClient(urls, (response) => {
      if (response.kind === 'progress') setState({ kind: 'working', progress: response });
      else if (response.kind === 'refused') fail(response.reason, '');
      else if (response.kind === 'failed') fail(null, response.message);
      else {
        loadShown().then((ready) => inTurn(() => {
          if (!client.current?.isCurrent(response.id)) return;
          setState({ kind: 'done', result: response, ...ready });
          setSpoken(text.done(say.status[response.report.status], response.report.answers.length));
        }), (error: Error) => fail(null, error.message));
      }
    });
    return client.current;
  };

  const fail = (reason: Unread | null, message: string): void => {
    setState({ kind: 'failed', reason, message });
    setSpoken(text.failed);
  };

  const begin = (run: (analysis: AnalysisClient) => void, pause: number): void => {
    clearTimeout(timer.current);
    client.current?.cancel();
    setState({ kind: 'working', progress: null });
    void loadShown().catch(() => undefined);
    timer.current = setTimeout(() => run(worker()), pause);
  };

  const clear = (): void => {
    clearTimeout(timer.current);
    client.current?.cancel();
    setState({ kind: 'empty' });
  };

  const onText = (value: string, pause = PAUSE): void => {
    if (value.trim() === '') clear();
    else if (value.length > MAX_TEXT) {
      clear();
      fail('too-large', '');
    } else begin((analysis) => analysis.analyseText(value), pause);
  };

  const report = state.kind === 'done' ? state.result.report : null;
  const phase = state.kind === 'done' && state.result !== shown ? 'working' : state.kind;
  // Only a new result is drawn anew.
  const view = useMemo(() => state.kind === 'done' && <state.View result={state.result} words={state.words} client={worker()} root={root} onShown={() => setShown(state.result)} />, [state]);
  return (
    <div class="analyzer">
      <Input text={text} examples={examples} places={places} onText={onText} onFiles={(files) => begin((analysis) => analysis.analyseFiles(files), 0)} onClear={clear} />
      <p class="visually-hidden" role="status">{spoken}</p>
      <div class="report" data-analyze-state={phase} data-status={report?.status ?? ''} aria-busy={phase === 'working'}>
        {state.kind === 'working' && <Working progress={state.progress} text={text} language={language} onStop={() => worker().stop()} onCancel={clear} />}
        {state.kind === 'failed' && <Failed reason={state.reason} message={state.message} text={text} />}
        {view}
      </div>
    </div>
  );
}

/** What a report is shown with. */
interface Shown {
  words: Words;
  View: typeof ReportView;
}

/** The words and the view of a report are loaded once there is something to report on. */
async function loadReport(wordsUrl: string): Promise<Shown> {
  const [response, { ReportView: View }] = await Promise.all([fetch(wordsUrl), import('./ReportView.tsx')]);
  if (!response.ok) throw new Error(`${wordsUrl}: ${response.status}`);
  return { words: (await response.json()) as Words, View };
}
