import { expect, it } from 'vitest';
import { GapCollector } from './collect-gaps.ts';
import type { ReportGaps } from './report-gaps.ts';

const report = (more: Partial<ReportGaps>): ReportGaps => ({
  status: 'action-needed',
  isKnown: true,
  answers: [],
  missing: [],
  messages: [],
  minor: [],
  causes: [],
  ...more,
});
const message = (text: string, count = 1): ReportGaps['messages'][number] => ({
  text,
  count,
  line: 7,
  nearest: null,
});

it('groups unknown messages across files, and lists those in the most files first', () => {
  const gaps = new GapCollector();
  gaps.addFile('a.log', [report({ messages: [message('disk <*> is bad'), message('odd', 9)] })]);
  gaps.addFile('b.log', [report({ messages: [message('disk <*> is bad', 2)] })]);
  expect(gaps.collect().messages).toMatchObject([
    { text: 'disk <*> is bad', files: 2, count: 3, file: 'a.log', line: 7 },
    { text: 'odd', files: 1, count: 9 },
  ]);
});

it('counts answers, and lists the files without one', () => {
  const gaps = new GapCollector();
  const answer = (confidence: 'certain' | 'possible') =>
    report({ answers: [{ guide: 'dns', confidence }], missing: ['version'] });
  gaps.addFile('a.log', [answer('certain'), answer('possible')]);
  gaps.addFile('b.log', [report({}), report({ status: 'healthy' })]);
  gaps.addFile('c.log', [report({ isKnown: false, messages: [message('x')] })]);
  expect(gaps.collect()).toMatchObject({
    files: 3,
    reports: 5,
    answered: 1,
    possible: [{ name: 'dns', files: 1, file: 'a.log' }],
    unanswered: ['b.log'],
    unrecognized: ['c.log'],
    messages: [],
    missing: [{ name: 'version', files: 1 }],
  });
});
