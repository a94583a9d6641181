import { expect, it } from 'vitest';
import { compile, openDiagnosis } from '../../engine/index.ts';
import { buildCatalog, buildWords } from '../../compiler/index.ts';
import { openSampleContent } from '../../../tests/helpers/open-sample-content.ts';
import { logPlatform } from './log-platform.ts';

const content = openSampleContent();
const matcher = compile(buildCatalog(content));
const { platforms: PLATFORMS, entries: ENTRIES } = buildWords(content, 'en');

it.each([
  [
    'windows',
    'pidfile.Create("C:\\Program Files\\Mackerel\\mackerel-agent\\mackerel-agent.pid") failed: the moon is full',
  ],
  [
    'windows',
    '2026/03/02 04:13:00 ERROR <agent> Failed to generate value in *windows.FilesystemGenerator (skip this metric): odd',
  ],
  ['windows', 'The mackerel-agent service terminated unexpectedly.  It has done this 3 time(s).'],
  [
    'windows',
    '2026/03/02 04:13:00 WARNING <command> Failed to post metrics value (will retry): read tcp 192.0.2.1:52814->192.0.2.2:443: wsarecv: the moon is full',
  ],
  [
    'windows',
    '2026/03/02 04:13:00 WARNING <command> Failed to post metrics value (will retry): dial tcp: lookup api.example.com: getaddrinfow: the moon is full',
  ],
  ['linux', 'mackerel-agent.service: Main process exited, code=exited, status=1/FAILURE'],
  ['macos', 'pidfile.Create("/Users/taro/Library/mackerel-agent/pid") failed: the moon is full'],
  ['macos', 'pidfile.Create("/opt/homebrew/var/run/mackerel-agent.pid") failed: the moon is full'],
  ['linux', 'Out of memory: Killed process 812 (mackerel-agent) total-vm:4096kB'],
  ['linux', 'pidfile.Create("/var/run/mackerel-agent.pid") failed: the moon is full'],
  [
    null,
    '2026/03/02 04:13:00 WARNING <command> Failed to post metrics value (will retry): the moon is full',
  ],
])('detects %s from %s', (platform, line) => {
  const diagnosis = openDiagnosis(matcher);
  diagnosis.push(new TextEncoder().encode(`${line}\n`));
  const report = diagnosis.close();
  expect(report.findings).toHaveLength(1);
  expect(
    logPlatform(
      { ...report, kind: 'log', inspections: [], reopened: null },
      { platforms: PLATFORMS, logs: {}, entries: ENTRIES },
    ),
  ).toBe(platform);
});

it('leaves out a platform on which the product does not run', () => {
  const diagnosis = openDiagnosis(matcher);
  const line = 'mackerel-agent.service: Main process exited, code=exited, status=1/FAILURE';
  diagnosis.push(new TextEncoder().encode(`${line}\n`));
  const report = { ...diagnosis.close(), kind: 'log' as const, inspections: [], reopened: null };
  const place = { os: 'windows' as const, label: '', where: '', command: '' };
  const logs = { [report.product ?? '']: [place] };
  expect(logPlatform(report, { platforms: {}, logs, entries: ENTRIES })).toBe(null);
});
