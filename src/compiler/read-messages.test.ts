import { expect, it } from 'vitest';
import { formatProblems, type Problem } from './problem.ts';
import { readMessages } from './read-messages.ts';

const HEAD = 'id\tlevel\tsince\tuntil\tsource\ttext\n';

function read(text: string): { messages: ReturnType<typeof readMessages>; complaints: string } {
  const problems: Problem[] = [];
  const messages = readMessages(text, 'messages.tsv', problems);
  return { messages, complaints: formatProblems(problems) };
}

it('reads one message per line and skips comments and empty lines', () => {
  const { messages, complaints } = read(
    `# a comment\n${HEAD}\ndisk-full\tERROR\t0.50.0\t-\tmain.go:12\tdisk %s is full\n`,
  );
  expect(complaints).toBe('');
  expect(messages).toEqual([
    {
      id: 'disk-full',
      level: 'ERROR',
      since: '0.50.0',
      until: '-',
      source: 'main.go:12',
      text: 'disk %s is full',
    },
  ]);
});

it.each([
  [
    'id\tlevel\n',
    'messages.tsv:1\n  found: the columns id, level\n  write: id, level, since, until, source, text, with tabs between them',
  ],
  [
    `${HEAD}a\tERROR\t-\t-\tmain.go:1\n`,
    'messages.tsv:2\n  found: 5 columns\n  write: 6 columns with tabs between them: id, level, since, until, source, text',
  ],
  [
    `${HEAD}a\tFATAL\t-\t-\tmain.go:1\tx\n`,
    'messages.tsv:2\n  found: level is invalid\n  write: a level, - for none, or never',
  ],
  [
    `${HEAD}a\tERROR\tv1\t-\tmain.go:1\tx\n`,
    'messages.tsv:2\n  found: since is invalid\n  write: a version such as 0.87.0, or -',
  ],
  [
    `${HEAD}a\t-\t-\t-\tb\tx\na\t-\t-\t-\tb\ty\n`,
    'messages.tsv:3\n  found: a second a; the first is on line 2\n  write: each id once',
  ],
])('reports the line and what to write for %j', (text, complaint) =>
  expect(read(text).complaints).toBe(complaint),
);
