import { expect, it } from 'vitest';
import type { InspectedReport } from '../model/inspection.ts';
import type { ReportTexts } from '../model/words.ts';
import { followUp, followUps } from './follow-ups.ts';

const words = {
  missing: {
    example: {
      'end-of-log': {
        what: 'The end.',
        commands: { linux: 'journalctl -u example', macos: 'tail' },
      },
    },
  },
  logs: {
    example: [
      { os: 'linux', command: 'journalctl -u example' },
      { os: 'linux', command: 'tail /var/log/example.log' },
    ],
  },
} as unknown as ReportTexts;
const report = { product: 'example', missing: ['end-of-log', 'version'] } as InspectedReport;

it('returns the questions that the product has texts for', () => {
  expect(followUps(report, words)).toEqual([words.missing.example?.['end-of-log']]);
});

it('asks for the log of the start script on a system that has them', () => {
  const commands = followUp('end-of-log', { ...report, hasStartScripts: true }, words)?.commands;
  expect(commands).toEqual({ linux: 'tail /var/log/example.log', macos: 'tail' });
});
