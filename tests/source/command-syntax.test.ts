import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { allBlocks, buildWords, LANGUAGES } from '../../src/compiler/index.ts';
import { content } from '../whole-content.ts';

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

it.each(['sh', 'bash'])('has only commands that %s can parse', (shell) => {
  const commands = shellCommands();
  expect(commands.length).toBeGreaterThan(150);
  // The option -n parses the input without running it.
  const broken = commands.flatMap((command) => {
    const { status, stderr } = spawnSync(shell, ['-n'], { input: command, encoding: 'utf8' });
    return status === 0 ? [] : [`${command}\n${stderr}`];
  });
  expect(broken).toEqual([]);
});
