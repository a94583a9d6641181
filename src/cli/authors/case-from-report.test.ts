import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { guidePartsOf } from '../../compiler/checks/actions.ts';
import { buildCatalog } from '../../compiler/index.ts';
import { openSampleContent } from '../../../tests/helpers/open-sample-content.ts';
import { compile } from '../../engine/index.ts';
import { encodePayload } from '../../intake/report-payload.ts';
import { caseFromLog, casesFromReport } from './case-from-report.ts';

const content = openSampleContent();
const site = { matcher: compile(buildCatalog(content)), guides: guidePartsOf(content) };

const LOG = `2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 04:12:11 WARNING <command> API request failed: 403 Forbidden
command.Prepare failed: failed to prepare host: failed to find this host on mackerel (You may want to delete file "/var/lib/mackerel-agent/id" to register this host to an another organization): API request failed: 403 Forbidden`;

it('extracts the log of a report, with the result and a GAP to confirm', () => {
  const [found, ...others] = casesFromReport(
    `# It does not start\n\nSince this morning <command> says:\n\n\`\`\`\n${LOG}\n\`\`\`\n\nThanks\n`,
    site,
  );
  expect(others).toEqual([]);
  expect(found).toMatchObject({ product: 'mackerel-agent', log: `${LOG}\n` });
  expect(parse(found?.yaml ?? '')).toMatchObject({
    about:
      'GAP confirm the result, then say what is special about this log. The report says: It does not start',
    status: 'action-needed',
    exited: true,
    answers: ['key-rejected'],
  });
});

it('finds logs in lists, quotes and tilde fences, and ignores other blocks', () => {
  const markdown = [
    'Two hosts:\n',
    '- first:\n  ~~~log',
    LOG.replace(/^/gm, '  '),
    '  ~~~\n',
    '> ```text',
    LOG.replace(/^/gm, '> '),
    '> ```\n',
    '```toml\napikey = "abc"\n```\n',
  ].join('\n');
  expect(casesFromReport(markdown, site).map(({ log }) => log)).toEqual([`${LOG}\n`, `${LOG}\n`]);
});

it('prefers the whole log in the payload block to the quoted lines', async () => {
  const rows = `${LOG}\n2026/03/02 04:12:12 DEBUG <main> more`
    .split('\n')
    .map((text, index) => ({ line: index + 1, text }));
  const markdown = async (total: number): Promise<string> => {
    const block = await encodePayload({ catalog: 'ab', total, rows, isThin: false });
    return [
      '# It does not start\n',
      `\`\`\`log\n${LOG}\n\`\`\`\n`,
      `\`\`\`shindan\n${block.join('\n')}\n\`\`\`\n`,
    ].join('\n');
  };
  expect(casesFromReport(await markdown(4), site).map(({ log }) => log)).toEqual([
    `${LOG}\n2026/03/02 04:12:12 DEBUG <main> more\n`,
  ]);
  expect(casesFromReport(await markdown(5), site).map(({ log }) => log)).toEqual([`${LOG}\n`]);
});

it('finds nothing if no block is a log', () => {
  expect(casesFromReport(`${LOG}\n\n\`\`\`sh\nsystemctl status\n\`\`\`\n`, site)).toEqual([]);
});

it('escapes invisible characters of a report', () => {
  const [found] = casesFromReport(`Look \u202eat this\n\n\`\`\`\n${LOG}\n\`\`\`\n`, site);
  expect((parse(found?.yaml ?? '') as { about: string }).about).toContain('Look \\u202eat this');
});

it('makes a case from a log as it is, also one with indented lines', () => {
  const log = `${LOG}\n    an indented line`;
  const found = caseFromLog(log, site);
  expect(found).toMatchObject({ product: 'mackerel-agent', log: `${log}\n` });
  expect(parse(found?.yaml ?? '')).toMatchObject({
    about: 'GAP confirm the result, then say what is special about this log.',
    answers: ['key-rejected'],
    cause: expect.toBeOneOf([null, expect.any(String)]) as unknown,
    'first-step': expect.any(String) as unknown,
  });
  expect(caseFromLog('Dear support,\n', site)).toBeNull();
});
