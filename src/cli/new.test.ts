import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const USAGE =
  'Usage: npm run new:error <catalog>/<slug>   or   npm run new:guide <slug>   or   npm run new:case <report.md>';

it.each<[string[], number, string]>([
  [[], 2, USAGE],
  [['error'], 2, USAGE],
  [['entry', 'agent/disk-full'], 2, USAGE],
  [['error', 'agent/disk', 'full'], 2, USAGE],
  [
    ['error', 'Agent/disk-full'],
    2,
    'Agent/disk-full: write catalog/slug in lower case, such as agent/find-host-failed',
  ],
  [
    ['error', 'agent/disk-'],
    2,
    'agent/disk-: write catalog/slug in lower case, such as agent/find-host-failed',
  ],
  [
    ['error', 'agent/../../disk'],
    2,
    'agent/../../disk: write catalog/slug in lower case, such as agent/find-host-failed',
  ],
  [
    ['error', 'agnet/disk-full'],
    2,
    'agnet: no product reads by this catalog; write one of agent, config, api, network, os, plugins, or first its name in catalogs of a product.yaml',
  ],
  [['error', 'agent/start'], 1, 'content/catalogs/agent/start exists already'],
  [['guide', 'Disk full'], 2, 'Disk full: write lower-case words joined by hyphens'],
  [['guide', 'dns'], 1, 'content/guides/dns exists already'],
  [
    ['case', 'no-such-report.md'],
    2,
    'no-such-report.md: no such file; name a Markdown file that has the log in a fenced block',
  ],
  [['case', 'src'], 2, 'src: a folder; name a Markdown file that has the log in a fenced block'],
  [
    ['case', 'LICENSE'],
    1,
    'LICENSE: no fenced block with a log of a known product; put the log between two lines of ```',
  ],
])('new %j ends with %i and says in a line what is wrong', (args, code, line) => {
  const { status, stderr, stdout } = spawnSync(process.execPath, ['src/cli/new.ts', ...args], {
    encoding: 'utf8',
  });
  expect([status, stderr, stdout]).toEqual([code, `${line}\n`, '']);
});
