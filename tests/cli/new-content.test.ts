import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const USAGE =
  'Usage: npm run new:error <catalog>/<slug>   or   npm run new:guide <slug>   or   npm run new:case <report.md or agent.log>';

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
    'agnet: no product uses this catalog; choose one of agent, config, api, network, os, plugins, install, tools, or first add it to catalogs in a product.yaml',
  ],
  [['error', 'agent/start'], 1, 'content/catalogs/agent/start already exists'],
  [['guide', 'Disk full'], 2, 'Disk full: write lower-case words joined by hyphens'],
  [['guide', 'dns'], 1, 'content/guides/dns already exists'],
  [
    ['case', 'no-such-report.md'],
    2,
    'no-such-report.md: no such file; name a log (.log), or a Markdown file with the log in a fenced block',
  ],
  [
    ['case', 'src'],
    2,
    'src: is a folder; name a log (.log), or a Markdown file with the log in a fenced block',
  ],
  [
    ['case', 'LICENSE'],
    1,
    'LICENSE: no fenced block contains a log of a known product; put the log between two lines of ```, or into a file named .log',
  ],
])('new %j exits with %i and one line that says what is wrong', (args, code, line) => {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['src/cli/new-content.ts', ...args],
    {
      encoding: 'utf8',
    },
  );
  expect([status, stderr, stdout]).toEqual([code, `${line}\n`, '']);
});
