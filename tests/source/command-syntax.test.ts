import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { allBlocks, buildWords, LANGUAGES } from '../../src/compiler/index.ts';
import { content } from '../helpers/whole-content.ts';

/** Return every distinct command that the content asks readers to run in a Unix shell. */
function shellCommands(): string[] {
  const proses = [...content.guides, ...content.entries].flatMap(({ prose }) =>
    LANGUAGES.map((language) => prose[language]),
  );
  const shown = proses.flatMap(({ parts }) =>
    allBlocks(parts).flatMap((block) =>
      block.kind === 'command' && block.language === 'sh' ? block.text : [],
    ),
  );
  const inFollowUps = Object.values(buildWords(content, 'en').missing).flatMap((asks) =>
    Object.values(asks).flatMap(({ commands }) =>
      Object.entries(commands).flatMap(([os, command]) => (os === 'windows' ? [] : command)),
    ),
  );
  return [...new Set([...shown, ...inFollowUps])];
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

it.each(['sh', 'bash'])('has only commands that %s can parse', (shell) => {
  const commands = shellCommands();
  expect(commands.length).toBeGreaterThan(150);
  // As the body of a function, a command is parsed but not run. In a subshell, a syntax error does
  // not end the script.
  const script = commands.map(
    (command, at) => `(eval ${quoted(`body() { :\n${command}\n}`)}) || echo ${at}`,
  );
  const { status, stdout, stderr } = spawnSync(shell, {
    input: script.join('\n'),
    encoding: 'utf8',
  });
  const broken = stdout.split('\n').filter((line) => line !== '');
  expect([status, broken.map((at) => commands[Number(at)])], stderr).toEqual([0, []]);
});
