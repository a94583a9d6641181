import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagnoseBytes } from './diagnose-bytes.ts';
import { matcher } from '../helpers/whole-content.ts';

const FOLDER = 'tests/eval/foreign';
const essence = (text: string) => {
  const { product, sibling, status, answers, exited } = diagnoseBytes(matcher, text);
  return { product, sibling, status, answers, exited };
};
const UNRECOGNIZED = {
  product: null,
  sibling: null,
  status: 'unrecognised',
  answers: [],
  exited: false,
};

describe('gives no answer to the log of another program', () => {
  it.each(readdirSync(FOLDER))('%s', (file) => {
    expect(essence(readFileSync(join(FOLDER, file), 'utf8'))).toEqual(UNRECOGNIZED);
  });
});

describe('a line that any program may print', () => {
  it.each([
    'exit status 127',
    'signal: killed',
    'failed to load config: EOF',
    'WARNING exit status 1',
    'permission denied',
  ])('%s is not recognized on its own', (line) => {
    expect(essence(`${line}\n`)).toEqual(UNRECOGNIZED);
  });

  it.each([
    ['exec: "df": executable file not found in $PATH', 'df-failed'],
    ['exit code: 127, exec: "df": executable file not found in $PATH', 'df-failed'],
    ['pipe2: too many open files\npipe2: too many open files', 'resource-limits'],
    ['pipe2: too many open files\n'.repeat(30), null],
    ['Nov 24 22:41:04 web01 apt[312]: pipe2: too many open files', null],
  ])('%j has a guide for the case that the agent printed it: %s', (text, ifOwn) => {
    expect(diagnoseBytes(matcher, text)).toMatchObject({ answers: [], ifOwn });
  });

  it.each([
    'Nov 24 22:41:04 web01 mackerel-agent[312]: exit status 1',
    'mackerel-agent-1  | exit status 1',
    'failed to load config: open /etc/mackerel-agent/mackerel-agent.conf: permission denied',
    'mackerel-agentが起動しません。次の行が出ています。\nexit status 1',
    '{"SYSLOG_IDENTIFIER":"mackerel-agent","MESSAGE":"exit status 1"}',
  ])("%s is attributed to the agent because of the agent's name", (text) => {
    expect(essence(`${text}\n`)).toMatchObject({
      product: 'mackerel-agent',
      status: 'action-needed',
    });
  });

  it('is not attributed to the agent if another program only mentions the agent', () => {
    expect(
      essence('Nov 24 22:41:04 web01 apt[312]: installed mackerel-agent\nexit status 1\n'),
    ).toEqual(UNRECOGNIZED);
  });

  it.each([
    'failed to load config: failed to load the config file: toml: line 3: expected key separator',
    'WARNING <command> exit status 1',
    'failed to prepare host: failed to find this host on mackerel: EOF',
  ])('%s is attributed to the agent because of its wording', (line) => {
    expect(essence(`${line}\n`)).toMatchObject({
      product: 'mackerel-agent',
      status: 'action-needed',
    });
  });
});

describe('a log of mackerel-container-agent', () => {
  const POST =
    '2026/11/24 22:40:16 WARNING <command> Failed to post metrics value (will retry): API request failed: 403 Forbidden\n';

  it.each([
    'Nov 24 22:40:15 web01 mackerel-container-agent[812]: MACKEREL_APIKEY environment variable is not set\n',
    'MACKEREL_CONTAINER_PLATFORM environment variable is not set\n',
    '2026/11/24 22:40:15 INFO <main> starting mackerel-container-agent (version:0.13.2, revision:14cfb13)\n2026/11/24 22:40:16 ERROR <main> failed to create a new host: API request failed: 403 Forbidden\n',
    '2026/11/24 22:40:15 WARNING <metric> failed to post metric values but will retry posting: EOF\n',
  ])('is read as one of its own product: %j', (text) => {
    expect(essence(text)).toMatchObject({
      product: 'mackerel-container-agent',
      status: 'action-needed',
    });
  });

  it('is distinguished from a log of the collector, which is worded differently', () => {
    expect(
      essence(
        'Error: invalid configuration: exporters::mackerel_otlp: Mackerel API key must be specified\n',
      ),
    ).toEqual({ ...UNRECOGNIZED, sibling: 'otelcol-mackerel' });
  });

  it("is not detected in the agent's own log", () => {
    expect(
      essence(
        `2026/11/24 22:40:15 INFO <main> Starting mackerel-agent version:0.87.0, rev:abc, apibase:https://api.mackerelio.com\n${POST}2026/11/24 22:41:00 WARNING <checks> Checker "mackerel-container-agent" output stderr: x\n`,
      ),
    ).toMatchObject({ product: 'mackerel-agent', sibling: null });
    expect(
      essence(
        `${POST}2026/11/24 22:41:00 WARNING <checks> Checker "x" output stderr: a\nmackerel-container-agent is down\n`,
      ),
    ).toMatchObject({ product: 'mackerel-agent', sibling: null });
  });
});
