import { describe, expect, it } from 'vitest';
import { buildCatalog } from '../compiler/index.ts';
import { openSampleContent } from '../../tests/helpers/open-sample-content.ts';
import { compile } from '../engine/index.ts';
import { inspectText } from '../../tests/helpers/inspect-text.ts';
import { CONFIG, DF, LOG_START } from '../../tests/helpers/test-pastes.ts';

const content = openSampleContent();
const matcher = compile(buildCatalog(content));
const inspect = (text: string) => inspectText(content, matcher, text);

describe('what is pasted beside the output of a command', () => {
  const REFUSED = `${LOG_START}2026/03/02 04:13:12 WARNING <command> Failed to post metrics value (will retry): API request failed: 403 Forbidden\n`;
  it.each([
    ['df', `$ df -Pkl\n${DF}${REFUSED}`, ['key-rejected']],
    ['df', `${REFUSED}${DF}`, ['key-rejected']],
    ['df', `${REFUSED.repeat(4)}$ df -Pkl\n${DF}`, ['key-rejected']],
    [
      'probe',
      `${REFUSED}curl: (6) Could not resolve host: api.mackerelio.com\n\n000\n`,
      ['key-rejected', 'dns'],
    ],
  ] as const)('is read as a log: %s in %j', async (kind, text, guides) => {
    const report = await inspect(text);
    expect(report).toMatchObject({
      kind: 'log',
      status: 'action-needed',
      version: '0.72.1',
      inspections: [{ kind }],
    });
    expect(report.answers.map(({ guide }) => guide)).toEqual(guides);
  });
  it.each([
    [`${DF}${CONFIG}verbos = true\n`],
    [`${DF}${CONFIG.replace('apikey', 'verbos = true\napikey')}`],
  ])('is read as a configuration if it is one: %j', async (text) => {
    const report = await inspect(text);
    expect(report.status).toBe('action-needed');
    expect(report.inspections.at(-1)).toMatchObject({
      kind: 'config',
      problems: [{ code: 'unknown-key' }],
    });
  });
  it('does not make the reader recurse forever if it cannot be separated', async () => {
    expect((await inspect(`df: ${'x'.repeat(700)}\n${LOG_START}`)).kind).toMatch(/df|log/);
  });
  it('is not read if it is only a remark', async () =>
    expect(await inspect(`${DF}Thank you!\n`)).toMatchObject({ kind: 'df', status: 'healthy' }));
});

describe('a configuration', () => {
  it('is read even if it is longer than the part from which its kind is detected', async () => {
    const long =
      CONFIG +
      Array.from(
        { length: 12 },
        (_, at) => `\n[plugin.checks.c${at}]\ncommand = "x"\nmemo = "y"\n`,
      ).join('');
    const report = await inspect(
      `${long}[root@web01 ~]# tail /var/log/mackerel-agent.log\n${LOG_START}2026/03/02 04:13:12 WARNING <command> Failed to post metrics value (will retry): API request failed: 403 Forbidden\n`,
    );
    expect(report).toMatchObject({
      kind: 'log',
      answers: [{ guide: 'key-rejected' }],
      inspections: [{ kind: 'config', problems: [], whole: true, plugins: { checks: 13 } }],
    });
    expect(report.answers).toHaveLength(1);
  });

  it.each(['$ cat /etc/mackerel-agent/mackerel-agent.conf', '```toml'])(
    'is recognized below a prompt or a fence: %s',
    async (above) => {
      expect(await inspect(`${above}\n${CONFIG}`)).toMatchObject({
        kind: 'config',
        status: 'healthy',
        inspections: [{ problems: [] }],
      });
    },
  );
});
