import { describe, expect, it } from 'vitest';
import { EMPTY_REPORT } from '../engine/make-report.ts';
import type { ReportTexts } from '../model/words.ts';
import type { DataState, Report } from '../model/report.ts';
import { factsInChips, verdictDetails, verdictFacts } from './verdict-facts.ts';

const DATA: DataState = {
  state: 'late',
  from: '3:05',
  to: '3:35',
  deadline: null,
  blindFrom: null,
  blindTo: null,
  outages: 1,
  thrown: null,
  before: null,
  gap: null,
  checks: { state: 'safe', from: null, to: null },
};
const REPORT: Report = {
  ...EMPTY_REPORT,
  product: 'agent',
  version: '1.2.3',
  wording: { since: null, until: '0.60.0' },
  status: 'recovered',
  data: DATA,
};

type Say = (language: 'en' | 'ja', data: Partial<DataState>, report?: Partial<Report>) => string[];

const sayWith =
  (list: typeof verdictDetails): Say =>
  (language, data, report = {}) => {
    const words: ReportTexts = {
      schema: 1,
      language,
      names: {
        agent: {
          program: 'agent',
          nameInText: language === 'en' ? 'the agent' : 'エージェント',
          programs: [],
        },
      },
      entries: {},
      guides: {},
      logs: {},
      platforms: {},
      starts: {},
      missing: {},
      results: {},
      alertMinutes: { agent: 20, sidecar: 20 },
      collectWhileStarting: ['sidecar'],
      releases: {},
      settings: {},
      values: {},
      diagrams: {},
    };
    return list({ ...REPORT, ...report, data: { ...DATA, ...data } }, words, (time) => `[${time}]`);
  };
const facts = sayWith(verdictFacts);
const details = sayWith(verdictDetails);

describe('a verdict', () => {
  it('says that values arrived late, and which of them raised no alert', () => {
    const blind = { blindFrom: '3:05', blindTo: '3:15' };
    expect(facts('en', blind)).toEqual([
      'Values from [3:05] to [3:35] arrived late. Nothing was lost.',
    ]);
    expect(details('en', blind)).toEqual([
      'Values from [3:05] to [3:15] arrived more than 20 minutes late. They raised no alert.',
    ]);
    expect(facts('ja', blind)).toEqual([
      '[3:05]から[3:35]までの値は遅れて届きました。失われていません。',
    ]);
    expect(details('ja', blind)).toEqual([
      '[3:05]から[3:15]までの値は20分を超えて遅れたため、アラートの対象になっていません。',
    ]);
  });

  it('has the facts that chips say in few words', () => {
    const stopped = { stopped: { at: '4:00' }, restart: null };
    const chips = sayWith(factsInChips)('en', {}, stopped);
    expect(chips).toEqual([
      'The agent stopped at [4:00]; no start follows.',
      'Values from [3:05] to [3:35] arrived late. Nothing was lost.',
    ]);
    expect(facts('en', {}, stopped)).toEqual(expect.arrayContaining(chips));
    expect(sayWith(factsInChips)('en', { state: 'safe' })).toEqual([]);
  });

  it('names a single moment once', () => {
    expect(facts('en', { state: 'lost', to: '3:05' })).toEqual(['Values of [3:05] are lost.']);
    expect(facts('ja', { state: 'lost', to: '3:05' })).toEqual(['[3:05]の値は失われました。']);
  });
  it('says how often values were held back, unless it reports an earlier loss', () => {
    const before = { state: 'lost' as const, from: '1:00', to: '1:10' };
    expect(details('en', { outages: 2 }).join()).toContain('held back 2 times');
    expect(details('en', { outages: 2, before })).toEqual([
      'Values from [1:00] to [1:10] are lost: the agent was restarted while they were waiting.',
    ]);
  });
  it('says when values were dropped if their own times are unknown', () => {
    const gone: Partial<DataState> = {
      state: 'lost',
      from: null,
      to: null,
      thrown: { from: '4:29', to: '4:29' },
    };
    expect(facts('en', gone)).toEqual([
      'The agent gave up on some values at [4:29]. Those values are lost.',
    ]);
    expect(facts('ja', { ...gone, thrown: { from: '4:29', to: '5:10' } })).toEqual([
      '[4:29]から[5:10]までに、一部の値の送信が打ち切られました。その値は失われています。',
    ]);
  });
  it('reports the state of checks only if it differs from that of values', () => {
    expect(facts('en', { checks: { state: 'unknown', from: '3:06', to: null } }).at(-1)).toContain(
      'since [3:06] may or may not arrive',
    );
    const ended = { state: 'lost' as const, from: '3:06', to: null };
    expect(facts('en', { ...ended, checks: ended }, { exited: true, restart: 'by-hand' })).toEqual([
      'The agent has stopped.',
      'Start it once the cause is fixed.',
      'There are no values since [3:06].',
    ]);
  });
  it('says which values are still queued when the queue is full', () => {
    const full: Partial<DataState> = {
      state: 'lost',
      from: '9:05',
      to: null,
      blindFrom: '3:05',
      blindTo: null,
    };
    expect(facts('en', full)).toEqual(['Values since [9:05] are lost.']);
    expect(details('en', full)[0]).toBe(
      'Values from [3:05] to [9:05] are still waiting in memory. They are lost if the agent is restarted.',
    );
    expect(details('ja', full)[0]).toBe(
      '[3:05]から[9:05]までの値は、メモリで送信を待っています。エージェントを再起動すると失われます。',
    );
  });
  it('says how a stopped agent is restarted, and nothing if another one is running', () => {
    expect(facts('en', { from: null }, { exited: true, restart: 'by-itself' })[0]).toContain(
      'it is restarted again and again',
    );
    expect(facts('ja', { from: null }, { exited: true, restart: 'under-way' })[0]).toContain(
      'もう一度起動されています',
    );
    expect(facts('en', { from: null }, { exited: true, restart: 'not-needed' })).toEqual([]);
  });
  it('says that a program collects nothing until it has started, unless it does so before', () => {
    const starting = { startup: 'under-way', status: 'action-needed' } as const;
    const none = 'It collects no values until it has started.';
    expect(facts('en', { state: 'unknown' }, starting)).toContain(none);
    expect(facts('en', { state: 'unknown' }, { ...starting, product: 'sidecar' })).not.toContain(
      none,
    );
  });
  it('reports a time without an agent once, for values and checks together', () => {
    const gap = { from: '3:10', to: '3:48' };
    const lost = { state: 'lost' as const, ...gap };
    expect(facts('en', { ...lost, gap, checks: lost })).toEqual([
      'The agent was not running from [3:10] to [3:48]: there are no values and no check results for that time.',
    ]);
    expect(facts('en', { gap })).toEqual([
      'Values from [3:05] to [3:35] arrived late. Nothing was lost.',
      'The agent was not running from [3:10] to [3:48]: there are no values and no check results for that time.',
    ]);
  });
  it('names a retired host, and all hosts if there are several', () => {
    const retired = { retired: { host: 'a', at: '3:05' }, hosts: ['a', 'b'] };
    expect(facts('en', { from: null }, retired)).toEqual([
      'The host a was retired at [3:05]. That cannot be undone.',
    ]);
    expect(details('en', { from: null }, retired)).toEqual([
      expect.stringContaining('This log names 2 hosts, in this order: a, b.'),
    ]);
    expect(facts('ja', { from: null }, { retired: { host: 'a', at: null } })).toEqual([
      'ホストaが退役しました。退役は取り消せません。',
    ]);
    expect(details('en', { from: null }, { hosts: ['a'] })).toEqual([]);
  });
  it('gives the versions of the wording only if the version of the agent is unknown', () => {
    expect(details('en', {})).toEqual([]);
    expect(details('en', {}, { version: null }).at(-1)).toBe(
      'This log does not name the version. Its wording is that of 0.60.0 or older.',
    );
    expect(details('ja', {}, { version: null }).at(-1)).toBe(
      'このログからバージョンは分かりません。0.60.0以前の書き方です。',
    );
  });
});
