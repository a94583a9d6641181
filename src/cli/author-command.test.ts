import { afterEach, expect, it, vi } from 'vitest';
import { ContentError } from '../catalog/index.ts';
import { describeFailure, runForAuthors } from './author-command.ts';

afterEach(() => {
  process.exitCode = undefined;
  vi.restoreAllMocks();
});

/** The exit code of a command, and what it says on standard error. */
async function outcome(command: () => number): Promise<[unknown, string]> {
  let said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((said += String(text)), true));
  await runForAuthors(command);
  return [process.exitCode, said];
}

it('ends with the number of the command', async () =>
  expect(await outcome(() => 1)).toEqual([1, '']));

it('lists what is to be mended where the content is too broken to be read', async () => {
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

it('says in one line what is no mistake of the content, with another code', async () => {
  const failing = (): number => {
    throw new Error('it broke\nin two lines');
  };
  expect(await outcome(failing)).toEqual([
    2,
    expect.stringMatching(/^it broke \(at .*author-command\.test\.ts:\d+:\d+\)?\)\n$/),
  ]);
});

it('says what the system refused, without a place in the program', () => {
  expect(
    describeFailure(
      Object.assign(new Error("EACCES: permission denied, open 'x'"), { syscall: 'open' }),
    ),
  ).toBe("EACCES: permission denied, open 'x'");
});
