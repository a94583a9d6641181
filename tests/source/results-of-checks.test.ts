import { expect, it } from 'vitest';
import { describeAnswer, verdict } from '../../src/report/index.ts';
import { inspect, words } from '../helpers/whole-content.ts';

const passed = (number: number, name: string): string =>
  `ok ${number} - ${name}\n  ---\n  command: [check-tcp, -p, "${number}"]\n  status: OK\n  stdout: 'TCP OK: 0.001 seconds response time on localhost port ${number}'\n  ...\n`;
const failed = (number: number, printed: string): string =>
  `not ok ${number} - c${number}\n  ---\n  command: [/bin/sh, -c, x]\n  status: CRITICAL\n  ${printed}\n  exitCode: 2\n  ...\n`;

it('finds every failed check in a long result of mkr checks run', async () => {
  const { answers } = await inspect(
    `TAP version 13\n1..6\n${passed(1, 'a')}${failed(2, "stdout: 'CERT Expiry CRITICAL: 4 days remaining'")}${passed(3, 'b')}` +
      `${failed(4, "stderr: 'sh: 1: check-smtp: not found'")}${passed(5, 'c')}` +
      `${failed(6, "stdout: 'Redis Reachable CRITICAL: dial tcp 192.0.2.9:6379: connect: connection\n    refused'")}     error Failed 3/6 tests, 50.00% okay\n`,
  );
  expect(answers.map(({ guide }) => guide).sort()).toEqual([
    'check-result',
    'plugin-cannot-run',
    'plugin-stderr',
  ]);
});

it('finds no fault if all checks passed', async () => {
  const { status } = await inspect(
    `$ mkr checks run\nTAP version 13\n1..4\n${[1, 2, 3, 4].map((number) => passed(number, 'a')).join('')}`,
  );
  expect(status).not.toBe('action-needed');
});

it('does not apply the proven cause of one check to another that leaves it open', async () => {
  const warning = (plugin: string, reason: string): string =>
    `2026/11/25 21:00:01 WARNING <check> plugin ${plugin}: ${reason}\n`;
  const report = await inspect(
    warning('queue (check-queue -w 5)', 'exec: "check-queue": executable file not found in $PATH') +
      warning('cert (check-ssl-cert -H db.example.internal)', 'command timed out'),
  );
  const said = report.answers.map((answer) => describeAnswer(answer, report, words.en));
  expect(said).toHaveLength(1);
  expect(said[0]?.headline).toContain('cert did not finish');
  expect(said[0]?.detail).toContain('check-queue is not in');
  expect(said[0]?.detail).not.toContain('The same applies');
});

it('names the check if the sentence about its bad result does not', async () => {
  const report = await inspect(
    '2026/11/22 18:39:04 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = web01, hostID = 3xFAjdWpSBu\n' +
      '2026/11/22 18:40:05 DEBUG <checks> Checker "batch-workers" status=UNKNOWN message="Procs UNKNOWN: error parsing regexp: missing argument to repetition operator: `*`"\n',
  );
  expect(report.status).toBe('healthy');
  expect(verdict(report, words.en).sentence).toMatch(/^batch-workers: The check cannot work/);
  expect(verdict(report, words.ja).sentence).toMatch(/^batch-workers：/);
});
