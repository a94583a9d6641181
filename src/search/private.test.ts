import { describe, expect, it } from 'vitest';
import { looksLikeLog, mayHoldMessage } from './looks-like.ts';
import { mayBeKept } from './recent.ts';
import { readFragment, writeFragment } from './state.ts';

const LOGS = [
  '2026/03/02 04:12:11 WARNING <command> API request failed: 403 Forbidden',
  'WARNING <command> API request failed: 403 Forbidden',
  'Nov  2 02:14:00 app7 mackerel-agent[3391]: signal: killed',
  'one line\nanother line',
  '{"log":"x","stream":"stderr"}',
  'apikey = "abcd"',
  'MACKEREL_APIKEY=abcd',
  'X-Api-Key: abcdefghij',
  'p3xQ8vZ1kL0mN5bT7yR2wE9sA4dF6gH8jK1lZ3xC5vB7',
  'x'.repeat(201),
];

describe('what looks like a log, a file or a key', () => {
  it.each(LOGS)('%s leaves no trace in the address', (text) => expect([looksLikeLog(text), writeFragment(text)]).toEqual([true, '']));
  it.each([...LOGS, 'Get "https://api.mackerelio.com/": EOF', 'API request failed: 403', '/var/lib/mackerel-agent/id', 'user@example.com', '123456789', '3xKq8PzWv1nAbCdEfGhIjKlMn'])('%s is not kept as a recent search', (text) => expect(mayBeKept(text)).toBe(false));
});

describe('words', () => {
  it.each(['agent does not start', 'エージェントが起動しない', '403', 'proxy (407)'])('%s stay in the fragment', (text) => expect(readFragment(writeFragment(text)).query).toBe(text));
  it.each(['agent does not start', 'プロキシ 設定', '403', 'plugins time-out'])('%s are kept as a recent search', (text) => expect(mayBeKept(text)).toBe(true));
  it('need no engine', () => expect(['agent does not start', 'エージェントが起動しない', 'check_interval', 'mackerel-agent 403'].filter(mayHoldMessage)).toEqual([]));
});

it('keeps filters in the fragment', () => expect(readFragment(writeFragment('proxy', { kind: 'guide', catalog: '', level: '', platform: 'windows' }))).toEqual({ query: 'proxy', filters: { kind: 'guide', catalog: '', level: '', platform: 'windows' } }));
