import { expect, it } from 'vitest';
import type { Message } from '../model/schemas/message.ts';
import type { Content, Entry } from './content.ts';
import { coverageOf } from './coverage.ts';

const message = (id: string, level: Message['level'], until: string): Message => ({
  id,
  level,
  since: '-',
  until,
  source: 'main.go:1',
  text: id,
});
const entry = (id: string, ...messages: string[]): Entry =>
  ({ id, yaml: { templates: messages.map((name) => ({ messages: [name] })) } }) as unknown as Entry;

function coverage(messages: Message[], entries: Entry[]) {
  const { needed, missing, duplicates, unknown } = coverageOf({
    products: [{ id: 'agent', yaml: { oldest: '0.40.0' }, messages }],
    entries,
    guides: [],
    elsewhere: [],
    tables: [],
    pages: [],
    glossary: [],
  } as unknown as Content);
  return {
    needed,
    missing: missing.map(({ id }) => id),
    twice: duplicates.map(
      ({ message: id, entries: owners }) => `${id}: ${owners.map((owner) => owner.id).join(' ')}`,
    ),
    unknown: unknown.map((item) => `${item.message}: ${item.entry.id}`),
  };
}

it('needs entries only for messages that users can encounter', () => {
  const messages = [
    message('warning', 'WARNING', '-'),
    message('info', 'INFO', '-'),
    message('bare', '-', '-'),
    message('recent', 'ERROR', '0.100.0'),
    message('edge', '-', '0.40.0'),
    message('debug', 'DEBUG', '-'),
    message('trace', 'TRACE', '-'),
    message('swallowed', 'never', '-'),
    message('ancient', 'ERROR', '0.9.3'),
    message('vague', 'ERROR', '?'),
  ];
  expect(coverage(messages, [])).toEqual({
    needed: 5,
    missing: ['warning', 'info', 'bare', 'recent', 'edge'],
    twice: [],
    unknown: [],
  });
});

it('reports messages covered twice and ids that no program prints', () => {
  const messages = [
    message('a', 'ERROR', '-'),
    message('b', 'ERROR', '-'),
    message('c', 'DEBUG', '-'),
  ];
  expect(
    coverage(messages, [entry('agent/one', 'a', 'a', 'c'), entry('agent/two', 'a', 'd')]),
  ).toEqual({
    needed: 2,
    missing: ['b'],
    twice: ['a: agent/one agent/two'],
    unknown: ['d: agent/two'],
  });
});
