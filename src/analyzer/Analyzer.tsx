import { useEffect, useRef, useState } from 'preact/hooks';
import type { Words } from '../catalog/index.ts';
import type { Refusal, Report } from '../engine/index.ts';
import { analyzerText } from '../i18n/analyzer.ts';
import { reportText } from '../i18n/report.ts';
import { bytesOf } from './bytes-of.ts';
import { AnalysisClient } from './client.ts';
import { Input } from './Input.tsx';
import { ReportView } from './ReportView.tsx';

export interface AnalyzerProps {
  language: 'en' | 'ja';
  /** The site's root for the language, such as `/ja/`. */
  root: string;
  catalogUrl: string;
  wordsUrl: string;
  examples: { name: string; text: string }[];
}

type State =
  | { kind: 'empty' }
  | { kind: 'working'; bytes: number; lines: number }
  | { kind: 'done'; report: Report; kept: number; words: Words }
  | { kind: 'failed'; reason: Refusal | 'gzip' | null; message: string };

const PAUSE = 250;

/** The analyzer: a box, and under it the report of what is in it. Nothing leaves the page. */
export default function Analyzer({ language, root, catalogUrl, wordsUrl, examples }: AnalyzerProps) {
  const text = analyzerText[language];
  const say = reportText[language];
  const [state, setState] = useState<State>({ kind: 'empty' });
  const [spoken, setSpoken] = useState('');
  const client = useRef<AnalysisClient | null>(null);
  const words = useRef<Promise<Words> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  useEffect(() => () => clearTimeout(timer.current), []);

  const loadWords = (): Promise<Words> => {
    words.current ??= fetch(wordsUrl).then((response) => {
      if (!response.ok) throw new Error(`${wordsUrl}: ${response.status}`);
      return response.json() as Promise<Words>;
    });
    words.current.catch(() => (words.current = null));
    return words.current;
  };

  const worker = (): AnalysisClient => {
    client.current ??= new AnalysisClient(catalogUrl, (response) => {
      if (response.kind === 'progress') setState({ kind: 'working', bytes: response.bytes, lines: response.lines });
      else if (response.kind === 'refused') fail(response.refusal, '');
      else if (response.kind === 'failed') fail(null, response.message);
      else {
        const { report, kept } = response;
        loadWords().then((loaded) => {
          setState({ kind: 'done', report, kept, words: loaded });
          setSpoken(text.done(say.status[report.status], report.answers.length));
        }, (error: Error) => fail(null, error.message));
      }
    });
    return client.current;
  };

  const fail = (reason: Refusal | 'gzip' | null, message: string): void => {
    setState({ kind: 'failed', reason, message });
    setSpoken(text.failed);
  };

  const begin = (run: (analysis: AnalysisClient) => void, pause: number): void => {
    clearTimeout(timer.current);
    client.current?.cancel();
    setState({ kind: 'working', bytes: 0, lines: 0 });
    void loadWords().catch(() => undefined);
    timer.current = setTimeout(() => run(worker()), pause);
  };

  const clear = (): void => {
    clearTimeout(timer.current);
    client.current?.cancel();
    setState({ kind: 'empty' });
  };

  const report = state.kind === 'done' ? state.report : null;
  return (
    <div class="analyzer">
      <Input
        text={text}
        examples={examples}
        onText={(value, pause = PAUSE) => (value.trim() === '' ? clear() : begin((analysis) => analysis.analyseText(value), pause))}
        onFiles={(files) => begin((analysis) => analysis.analyseFiles(files), 0)}
        onClear={clear}
      />
      <p class="visually-hidden" role="status">{spoken}</p>
      <div class="report" data-analyze-state={state.kind} data-status={report?.status ?? ''} aria-busy={state.kind === 'working'}>
        {state.kind === 'working' && (
          <p class="working">
            <span>{state.bytes === 0 ? text.workingShort : text.working(bytesOf(state.bytes), state.lines.toLocaleString(language))}</span>
            {state.bytes > 0 && <button type="button" onClick={clear}>{text.cancel}</button>}
          </p>
        )}
        {state.kind === 'failed' && <p class="failed">{state.reason === null ? `${text.failed} ${state.message}` : text.unreadable[state.reason]}</p>}
        {state.kind === 'done' && <ReportView report={state.report} kept={state.kept} words={state.words} client={worker()} root={root} />}
      </div>
    </div>
  );
}
