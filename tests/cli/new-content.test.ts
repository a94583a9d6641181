import { expect, it } from 'vitest';
import { runShindanHere } from '../helpers/run-shindan.ts';

const KINDS = 'shindan new: name what to create: one of site, product, catalog, error, guide, case';

it.each<[string[], number, string]>([
  [[], 2, KINDS],
  [['error'], 2, 'shindan new: error needs one name'],
  [['entry', 'agent/disk-full'], 2, KINDS],
  [['error', 'agent/disk', 'full'], 2, 'shindan new: error needs one name'],
  [
    ['error', 'Agent/disk-full'],
    2,
    'shindan new: Agent/disk-full: write catalog/slug in lower case, such as agent/find-host-failed',
  ],
  [
    ['error', 'agent/disk-'],
    2,
    'shindan new: agent/disk-: write catalog/slug in lower case, such as agent/find-host-failed',
  ],
  [
    ['error', 'agent/../../disk'],
    2,
    'shindan new: agent/../../disk: write catalog/slug in lower case, such as agent/find-host-failed',
  ],
  [
    ['error', 'agnet/disk-full'],
    2,
    'shindan new: agnet: no product uses this catalog; choose one of agent, config, api, network, os, plugins, install, tools, container-agent, platforms, or first add it to catalogs in a product.yaml',
  ],
  [['error', 'agent/start'], 1, 'content/catalogs/agent/start already exists'],
  [['guide', 'Disk full'], 2, 'shindan new: Disk full: write lower-case words joined by hyphens'],
  [['guide', 'dns'], 1, 'content/guides/dns already exists'],
  [
    ['case', 'no-such-report.md'],
    2,
    'shindan new: no-such-report.md: no such file; name a log (.log), or a Markdown file with the log in a fenced block',
  ],
  [
    ['case', 'src'],
    2,
    'shindan new: src: is a folder; name a log (.log), or a Markdown file with the log in a fenced block',
  ],
  [
    ['case', 'LICENSE'],
    1,
    'LICENSE: no fenced block contains a log of a known product; put the log between two lines of ```, or into a file named .log',
  ],
])('new %j exits with %i and says what is wrong', (args, code, line) => {
  const { code: found, err, out } = runShindanHere(['new', ...args]);
  const [first, ...help] = err.split('\n');
  expect([found, first, out]).toEqual([code, line, '']);
  // The help is about arguments; it would not explain a problem with a file.
  expect(help.join('\n').includes('shindan new --help')).toBe(code === 2);
});
