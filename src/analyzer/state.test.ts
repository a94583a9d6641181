import { describe, expect, it } from 'vitest';
import { analyzerText } from '../i18n/analyzer.ts';
import type { ReportTexts } from '../model/words.ts';
import type { Comparison, InspectedReport } from '../intake/index.ts';
import { type Action, initialState, reduce, type State } from './state.ts';
import type { AnalyzerProps } from './switch-language.ts';
import type { Progress, Result } from './worker/protocol.ts';

const PAGE: AnalyzerProps = {
  language: 'en',
  root: '/en/',
  urls: { catalog: '/catalog.json', settings: '/settings.json' },
  wordsUrl: '/words/en.json',
  rareTextsUrl: '/words/en/rare-texts.json',
  examples: [],
  places: [],
  accepts: { programs: 'agent', configurations: [], commands: [] },
};
const WORDS = { language: 'ja' } as ReportTexts;
const COMPARISON = { outcome: 'worked' } as Comparison;
const PROGRESS: Progress = { bytes: 1, total: 2, lines: 1, speed: 1 };
const LOG = '2024/01/01 00:00:00 INFO starting';

const after = (...actions: Action[]): State => actions.reduce(reduce, initialState(PAGE));
const paste: Action = { kind: 'text', text: LOG, isTyped: false };
const type: Action = { kind: 'text', text: LOG, isTyped: true };
const progress = (id: number): Action => ({ kind: 'progress', id, ...PROGRESS });
const report = (id: number, parts: Partial<Result> = {}) =>
  ({
    kind: 'report',
    id,
    report: { kind: 'log' } as InspectedReport,
    sources: [],
    chosen: 0,
    omitted: 0,
    titles: {},
    skipped: [],
    stopped: null,
    comparison: null,
    ...parts,
  }) satisfies Action;

describe('reading', () => {
  it('starts with a paste, and folds the box when the worker begins to report', () => {
    const started = after(paste);
    expect(started).toMatchObject({
      phase: { kind: 'reading', progress: null, preview: null },
      request: { input: LOG, isTyped: false, isAfterFix: false },
      isFolded: false,
    });
    expect(reduce(started, progress(1))).toMatchObject({
      phase: { kind: 'reading', progress: PROGRESS },
      isFolded: true,
    });
  });
  it('leaves the box open while somebody types', () => {
    expect(after(type, progress(1)).isFolded).toBe(false);
    expect(after(type, report(1)).isFolded).toBe(false);
  });
  it('reads files', () => {
    const files = [new File([LOG], 'agent.log')];
    expect(after({ kind: 'files', files }).request).toMatchObject({ input: files, isTyped: false });
  });
  it('keeps the preview when more is read', () => {
    const preview: Action = {
      kind: 'so-far',
      id: 1,
      product: null,
      status: 'healthy',
      answers: [],
    };
    expect(after(paste, progress(1), preview, progress(1)).phase).toMatchObject({
      kind: 'reading',
      progress: PROGRESS,
      preview: { status: 'healthy' },
    });
  });
  it('ends with a report, which is then rendered', () => {
    const result = report(1);
    const finished = after(paste, result);
    expect(finished).toMatchObject({
      phase: { kind: 'report', isRendered: false },
      isFolded: true,
    });
    expect(reduce(finished, { kind: 'rendered', result }).phase).toMatchObject({
      kind: 'report',
      result,
      isRendered: true,
    });
  });
  it('ends with a report on what was read before Stop', () => {
    expect(after(paste, progress(1), report(1, { stopped: PROGRESS })).phase).toMatchObject({
      kind: 'report',
      result: { stopped: PROGRESS },
    });
  });
  it('starts again with a paste while reading, and ignores the first log', () => {
    const second = after(paste, progress(1), { ...paste, text: 'another log' });
    expect(second).toMatchObject({
      readId: 2,
      phase: { kind: 'reading', progress: null },
      request: { input: 'another log' },
    });
    for (const late of [progress(1), report(1)]) expect(reduce(second, late)).toBe(second);
    expect(reduce(second, report(2)).phase.kind).toBe('report');
  });
});

describe('a canceled read', () => {
  const canceled = after(paste, progress(1), { kind: 'clear' });
  it('leaves nothing behind', () =>
    expect(canceled).toMatchObject({ phase: { kind: 'empty' }, request: null, isFolded: false }));
  it.each<Action>([
    progress(1),
    { kind: 'so-far', id: 1, product: null, status: 'healthy', answers: [] },
    report(1),
    { kind: 'refused', id: 1, reason: 'too-large' },
    { kind: 'failed', id: 1, message: 'late' },
    { kind: 'failed', id: 2, message: 'the worker broke without a log' },
    { kind: 'retry' },
    { kind: 'rendered', result: report(1) },
  ])('ignores $kind of read $id', (late) => expect(reduce(canceled, late)).toBe(canceled));
});

describe('the box', () => {
  it('is empty without a text', () =>
    expect(after(paste, report(1), { ...paste, text: ' \n' })).toMatchObject({
      phase: { kind: 'empty' },
      request: null,
    }));
  it('unfolds, and folds again only over a report', () => {
    const shown = after(paste, report(1), { kind: 'unfold' });
    expect(shown.isFolded).toBe(false);
    expect(reduce(shown, { kind: 'fold' }).isFolded).toBe(true);
    expect(after({ kind: 'fold' }).isFolded).toBe(false);
  });
  it('refuses a text that is too large', () => {
    const text = 'x'.repeat(200_000_001);
    expect(after({ kind: 'text', text, isTyped: false })).toMatchObject({
      phase: { kind: 'failed', reason: 'too-large' },
      request: null,
      isFolded: true,
      announcement: analyzerText.en.failed,
    });
  });
});

describe('a failure', () => {
  it('says why the input was refused', () =>
    expect(after(paste, { kind: 'refused', id: 1, reason: 'evtx' })).toMatchObject({
      phase: { kind: 'failed', reason: 'evtx', message: '' },
      isFolded: true,
      announcement: analyzerText.en.failed,
    }));
  it('leaves the box open while somebody types', () =>
    expect(after(type, progress(1), { kind: 'failed', id: 1, message: '' }).isFolded).toBe(false));
  it('replaces a report whose worker broke', () =>
    expect(after(paste, report(1), { kind: 'failed', id: 1, message: 'memory' }).phase).toEqual({
      kind: 'failed',
      reason: null,
      message: 'memory',
    }));
  it('is reported once', () => {
    const failed = after(paste, { kind: 'failed', id: 1, message: 'first' });
    expect(reduce(failed, { kind: 'failed', id: 1, message: 'second' })).toBe(failed);
  });
  it('is followed by the same read on Retry', () =>
    expect(after(type, { kind: 'failed', id: 1, message: '' }, { kind: 'retry' })).toMatchObject({
      readId: 2,
      phase: { kind: 'reading', progress: null },
      request: { input: LOG, isTyped: false },
    }));
});

describe('a comparison', () => {
  const asked = after(paste, report(1), { kind: 'compare', end: '2024-01-01 00:00:00' });
  const compared = [paste, report(2, { comparison: COMPARISON })].reduce(reduce, asked);
  it('keeps the report and opens the box for the log from after the fix', () =>
    expect(asked).toMatchObject({
      phase: { kind: 'report' },
      before: { end: '2024-01-01 00:00:00' },
      isFolded: false,
    }));
  it('is requested with the next input, and shown with its report', () => {
    expect(reduce(asked, paste).request?.isAfterFix).toBe(true);
    expect(compared.phase).toMatchObject({ kind: 'comparison', comparison: COMPARISON });
  });
  it('is read again as such on Retry', () =>
    expect(
      [paste, { kind: 'failed', id: 2, message: '' } as const, { kind: 'retry' } as const].reduce(
        reduce,
        asked,
      ).request?.isAfterFix,
    ).toBe(true));
  it('stays while a later log is awaited', () =>
    expect(reduce(compared, { kind: 'compare', end: null })).toMatchObject({
      phase: { kind: 'comparison' },
      before: { end: null },
    }));
  it('gives way to its report when the first log is forgotten', () => {
    const forgotten = reduce(compared, { kind: 'forget' });
    expect(forgotten).toMatchObject({ phase: { kind: 'report' }, before: null });
    expect('comparison' in forgotten.phase).toBe(false);
  });
  it('is not shown if the first log was forgotten while reading', () =>
    expect(
      [paste, { kind: 'forget' } as const, report(2, { comparison: COMPARISON })].reduce(
        reduce,
        asked,
      ).phase.kind,
    ).toBe('report'));
});

describe('the page', () => {
  it('keeps what it shows when the language changes', () => {
    const shown = after(paste, report(1));
    const page: AnalyzerProps = { ...PAGE, language: 'ja', root: '/ja/' };
    expect(reduce(shown, { kind: 'translate', page, words: WORDS })).toEqual({
      ...shown,
      page,
      words: WORDS,
    });
  });
  it('fails in the current language', () =>
    expect(
      after(
        paste,
        { kind: 'translate', page: { ...PAGE, language: 'ja' }, words: WORDS },
        { kind: 'failed', id: 1, message: '' },
      ).announcement,
    ).toBe(analyzerText.ja.failed));
  it('keeps a read when the words arrive', () =>
    expect(after(paste, progress(1), { kind: 'load-words', words: WORDS })).toMatchObject({
      phase: { kind: 'reading', progress: PROGRESS },
      words: WORDS,
    }));
  it('leaves a reopened report for a new, empty box', () =>
    expect(after(paste, report(1), { kind: 'leave' })).toMatchObject({
      phase: { kind: 'empty' },
      request: null,
      inputKey: 1,
      isFolded: false,
    }));
  it('announces the given sentence', () =>
    expect(after({ kind: 'announce', announcement: 'done' }).announcement).toBe('done'));
});
