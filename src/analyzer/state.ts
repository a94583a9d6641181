import type { ReportTexts } from '../model/words.ts';
import { analyzerText } from '../i18n/analyzer.ts';
import type { Comparison, RefusalReason } from '../intake/index.ts';
import type { AnalyzerProps } from './switch-language.ts';
import type { AnalysisResponse, Preview, Progress, Result } from './worker/protocol.ts';

/** What the analyzer shows below the box. A configuration without a log also gets a report. */
export type Phase =
  | { kind: 'empty' }
  /** `progress` is null until the worker has reported for the first time. */
  | { kind: 'reading'; progress: Progress | null; preview: Preview | null }
  | ({ kind: 'report' } & Finished)
  /** The report on a log from after a fix, with what has changed. */
  | ({ kind: 'comparison'; comparison: Comparison } & Finished)
  /** If `reason` is null, the input is not at fault, and reading it again may help. */
  | { kind: 'failed'; reason: RefusalReason | null; message: string };

interface Finished {
  result: Result;
  /** The report is on the page completely. */
  isRendered: boolean;
}

export interface State {
  /** The texts and addresses of the page in its current language. */
  page: AnalyzerProps;
  /** The words of a report; null until they are loaded. */
  words: ReportTexts | null;
  phase: Phase;
  /**
   * The number of the current read; Clear also increments it. A response with another number is
   * late.
   */
  readId: number;
  /** The current or finished read. */
  request: ReadRequest | null;
  /** The log from before a fix, while the box waits for the one from after it. */
  before: FirstLog | null;
  /** The box is collapsed to make room for the report. */
  isFolded: boolean;
  /** Changes when the box is to be replaced by an empty one. */
  inputKey: number;
  /** The sentence for screen readers. */
  announcement: string;
}

export interface ReadRequest {
  input: string | File[];
  /** Typed by hand: the focus then stays in the box, which stays open. */
  isTyped: boolean;
  /** Compare the log with the one from before the fix. */
  isAfterFix: boolean;
}

/** The log from before a fix. Each request to compare makes a new object. */
export interface FirstLog {
  /** The time of its last line. */
  end: string | null;
}

export type Action =
  | { kind: 'text'; text: string; isTyped: boolean }
  | { kind: 'files'; files: File[] }
  | { kind: 'retry' }
  /** Empty the box, or cancel a read. */
  | { kind: 'clear' }
  /** Leave a reopened report, for an empty box that has the focus. */
  | { kind: 'leave' }
  /** Take the next input as the log from after a fix. */
  | { kind: 'compare'; end: string | null }
  | { kind: 'forget' }
  | { kind: 'fold' }
  | { kind: 'unfold' }
  | { kind: 'load-words'; words: ReportTexts }
  | { kind: 'translate'; page: AnalyzerProps; words: ReportTexts }
  | { kind: 'rendered'; result: Result }
  | { kind: 'announce'; announcement: string }
  | AnalysisResponse;

export type Dispatch = (action: Action) => void;

/**
 * Characters. A longer paste would be held in memory several times over; files are read in chunks.
 */
const MAX_TEXT = 200_000_000;

/** Return the state of a page that has just been opened. */
export function initialState(page: AnalyzerProps): State {
  return {
    page,
    words: null,
    phase: { kind: 'empty' },
    readId: 0,
    request: null,
    before: null,
    isFolded: false,
    inputKey: 0,
    announcement: '',
  };
}

/** Return the state after an action. */
export function reduce(state: State, action: Action): State {
  switch (action.kind) {
    case 'text':
      return takeText(state, action.text, action.isTyped);
    case 'files':
      return startRead(state, { input: action.files, isTyped: false });
    case 'retry':
      return state.request ? startRead(state, { ...state.request, isTyped: false }) : state;
    case 'clear':
      return clear(state);
    case 'leave':
      return { ...clear(state), inputKey: state.inputKey + 1 };
    case 'compare':
      return { ...state, before: { end: action.end }, isFolded: false };
    case 'forget':
      return { ...state, before: null, phase: withoutComparison(state.phase) };
    case 'fold':
      return { ...state, isFolded: 'result' in state.phase };
    case 'unfold':
      return { ...state, isFolded: false };
    case 'load-words':
      return { ...state, words: action.words };
    case 'translate':
      return { ...state, page: action.page, words: action.words };
    case 'rendered':
      return 'result' in state.phase && state.phase.result === action.result
        ? { ...state, phase: { ...state.phase, isRendered: true } }
        : state;
    case 'announce':
      return { ...state, announcement: action.announcement };
    default:
      return takeResponse(state, action);
  }
}

function takeText(state: State, text: string, isTyped: boolean): State {
  if (text.trim() === '') return clear(state);
  return text.length > MAX_TEXT
    ? fail({ ...clear(state), isFolded: true }, 'too-large', '')
    : startRead(state, { input: text, isTyped });
}

/** Replace whatever is being read or shown. The box folds when the worker begins to report. */
function startRead(state: State, request: Omit<ReadRequest, 'isAfterFix'>): State {
  return {
    ...state,
    readId: state.readId + 1,
    request: { isAfterFix: state.before !== null, ...request },
    phase: { kind: 'reading', progress: null, preview: null },
  };
}

function clear(state: State): State {
  return {
    ...state,
    readId: state.readId + 1,
    request: null,
    phase: { kind: 'empty' },
    isFolded: false,
  };
}

function withoutComparison(phase: Phase): Phase {
  return phase.kind === 'comparison'
    ? { kind: 'report', result: phase.result, isRendered: phase.isRendered }
    : phase;
}

/** Apply a response of the worker, unless it comes too late. */
function takeResponse(state: State, response: AnalysisResponse): State {
  const { request, phase } = state;
  if (response.id !== state.readId || !request) return state;
  // A report that is shown already can still fail, as when the worker runs out of memory.
  // On a phone the expanded box would push the error message off the screen.
  const failing = { ...state, isFolded: !request.isTyped };
  if (response.kind === 'refused') return fail(failing, response.reason, '');
  if (response.kind === 'failed')
    return phase.kind === 'failed' ? state : fail(failing, null, response.message);
  // Another source of the log was chosen.
  if (response.kind === 'report' && 'result' in phase) return showReport(state, response);
  if (phase.kind !== 'reading') return state;
  if (response.kind === 'so-far') return { ...state, phase: { ...phase, preview: response } };
  const isFolded = state.isFolded || !request.isTyped;
  if (response.kind === 'progress')
    return { ...state, isFolded, phase: { ...phase, progress: response } };
  return showReport({ ...state, isFolded }, response);
}

function showReport(state: State, result: Result): State {
  const finished = { result, isRendered: false };
  return {
    ...state,
    phase:
      state.before && result.comparison
        ? { kind: 'comparison', comparison: result.comparison, ...finished }
        : { kind: 'report', ...finished },
  };
}

function fail(state: State, reason: RefusalReason | null, message: string): State {
  return {
    ...state,
    phase: { kind: 'failed', reason, message },
    announcement: analyzerText[state.page.language].failed,
  };
}
