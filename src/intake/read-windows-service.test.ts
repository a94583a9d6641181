import { describe, expect, it } from 'vitest';
import { buildCatalog } from '../compiler/index.ts';
import { openSampleContent } from '../../tests/helpers/open-sample-content.ts';
import { compile } from '../engine/index.ts';
import { inspectText } from '../../tests/helpers/inspect-text.ts';

const content = openSampleContent();
const matcher = compile(buildCatalog(content));
const inspect = (text: string) => inspectText(content, matcher, text);

describe('a Windows service', () => {
  const TABLE = (state: string, name = 'mackerel-agent'): string =>
    `PS C:\\> Get-Service ${name}\n\nStatus   Name               DisplayName\n------   ----               -----------\n${state}  ${name}     ${name}\n`;
  const QUERY = (state: string, exit: string): string =>
    `C:\\>sc query mackerel-agent\n\nSERVICE_NAME: mackerel-agent\n        TYPE               : 10  WIN32_OWN_PROCESS\n        STATE              : ${state}\n        WIN32_EXIT_CODE    : ${exit}\n        SERVICE_EXIT_CODE  : 0  (0x0)\n`;
  it.each<[string, string, object]>([
    [
      'Get-Service, running',
      TABLE('Running'),
      { status: 'healthy', inspections: [{ unit: 'mackerel-agent', state: 'running' }] },
    ],
    [
      'Get-Service, stopped',
      TABLE('Stopped'),
      { status: 'action-needed', exited: false, inspections: [{ state: 'stopped', exit: null }] },
    ],
    [
      'Get-Service, with a state that is cut off',
      TABLE('StopPe..'),
      { inspections: [{ unit: 'mackerel-agent', state: 'stopping' }] },
    ],
    [
      'Format-List, disabled',
      'Name        : mackerel-agent\nDisplayName : mackerel-agent\nStatus      : Stopped\nStartType   : Disabled\n',
      { inspections: [{ state: 'stopped', enabled: 'disabled' }] },
    ],
    [
      'sc query, running',
      QUERY('4  RUNNING ', '0  (0x0)'),
      { status: 'healthy', inspections: [{ state: 'running' }] },
    ],
    [
      'sc query, failed',
      QUERY('1  STOPPED', '1067  (0x42b)'),
      {
        status: 'action-needed',
        exited: true,
        answers: [{ guide: 'windows-service', confidence: 'possible' }],
        inspections: [{ state: 'failed', exit: '1067' }],
      },
    ],
    [
      'sc query, not started since boot',
      QUERY('1  STOPPED', '1077  (0x435)'),
      { answers: [], inspections: [{ state: 'stopped', exit: null }] },
    ],
    [
      'sc query, starting',
      QUERY('2  START_PENDING', '0  (0x0)'),
      { inspections: [{ state: 'starting' }] },
    ],
    [
      'sc query in Japanese',
      QUERY('4  RUNNING ', '0  (0x0)').replace('TYPE ', '種類 ').replace('STATE ', '状態 '),
      { status: 'healthy', inspections: [{ state: 'running' }] },
    ],
    [
      'sc query in German',
      QUERY('1  STOPPED', '1067  (0x42b)').replace('STATE ', 'STATUS '),
      { status: 'action-needed', inspections: [{ state: 'failed', exit: '1067' }] },
    ],
    [
      'no service, by sc',
      'C:\\>sc query mackerel-agent\n[SC] EnumQueryServicesStatus:OpenService FAILED 1060:\n\nThe specified service does not exist as an installed service.\n',
      { status: 'action-needed', inspections: [{ loaded: 'not-found' }] },
    ],
    [
      'sc query without its first line',
      QUERY('1  STOPPED', '1067  (0x42b)').replace(/^.*SERVICE_NAME: [^\n]*\n/s, ''),
      { inspections: [{ unit: 'mackerel-agent', state: 'failed', exit: '1067' }] },
    ],
    [
      'no service, by sc without the command',
      '[SC] StartService: OpenService FAILED 1060:\n\nThe specified service does not exist as an installed service.\n',
      { status: 'action-needed', inspections: [{ unit: 'mackerel-agent', loaded: 'not-found' }] },
    ],
    [
      'no service, by PowerShell in Japanese',
      "Get-Service : サービス名 'mackerel-agent' のサービスが見つかりません。\n発生場所 行:1 文字:1\n",
      { status: 'action-needed', inspections: [{ loaded: 'not-found' }] },
    ],
  ])('is read: %s', async (_name, text, expected) =>
    expect(await inspect(text.replaceAll('\n', '\r\n'))).toMatchObject({
      kind: 'service',
      ...expected,
    }),
  );
  it('of another program is ignored', async () => {
    for (const text of [
      TABLE('Stopped', 'Spooler'),
      QUERY('1  STOPPED', '0').replaceAll('mackerel-agent', 'Spooler'),
      "Get-Service : Cannot find any service with service name 'Spooler'.\n",
      'Status : Stopped\nName : x\n',
      'C:\\>sc query Spooler\n\n        STATE              : 1  STOPPED\n        WIN32_EXIT_CODE    : 1077  (0x435)\n',
      'C:\\>sc query Spooler2\n[SC] EnumQueryServicesStatus:OpenService FAILED 1060:\n',
    ])
      expect((await inspect(text)).inspections).toEqual([]);
  });
  it('does not hide the events below it', async () => {
    const { answers, inspections } = await inspect(
      `${TABLE('Stopped')}\nTimeCreated      : 2026/11/20 9:12:44\nId               : 1\nLevelDisplayName : Error\nMessage          : failed to load config: apikey must be specified in the config file (or by the DEPRECATED command-line flag)\n`,
    );
    expect([answers.map(({ guide }) => guide), inspections]).toMatchObject([
      ['apikey-missing'],
      [{ state: 'stopped' }],
    ]);
  });
});
