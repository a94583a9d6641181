import { afterEach, expect, it, vi } from 'vitest';
import { ContentError } from '../compiler/index.ts';
import { describeFailure } from './describe-failure.ts';
import { runAuthorCommand } from './run-author-command.ts';

afterEach(() => {
  process.exitCode = undefined;
  vi.restoreAllMocks();
});

/** Return the exit code of a command and its standard error. */
async function outcome(command: () => number): Promise<[unknown, string]> {
  let printed = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((printed += String(text)), true));
  await runAuthorCommand(command);
  return [process.exitCode, printed];
}

it('exits with the number that the command returns', async () =>
  expect(await outcome(() => 1)).toEqual([1, '']));

it('lists the problems if the content is too broken to load', async () => {
  const broken = (): number => {
    throw new ContentError([
      { file: 'content/glossary.yaml', line: 1, found: 'no fields', write: 'the fields' },
    ]);
  };
  expect(await outcome(broken)).toEqual([
    1,
    'content/glossary.yaml:1\n  found: no fields\n  write: the fields\n',
  ]);
});

it('reports other failures in one line, with another exit code', async () => {
  const failing = (): number => {
    throw new Error('it broke\nin two lines');
  };
  expect(await outcome(failing)).toEqual([
    2,
    expect.stringMatching(/^it broke \(at .*author-command\.test\.ts:\d+:\d+\)?\)\n$/),
  ]);
});

it('reports a system error without a location in the code', () => {
  expect(
    describeFailure(
      Object.assign(new Error("EACCES: permission denied, open 'x'"), { syscall: 'open' }),
    ),
  ).toBe("EACCES: permission denied, open 'x'");
});
