import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { allBlocks, buildWords, LANGUAGES, openContent } from '../../catalog/index.ts';

const content = openContent();

/** Every command that a reader of a Unix shell is told to paste, once. */
function shellCommands(): string[] {
  const proses = [...content.guides, ...content.entries].flatMap(({ prose }) =>
    LANGUAGES.map((language) => prose[language]),
  );
  const shown = proses.flatMap(({ parts }) =>
    allBlocks(parts).flatMap((block) =>
      block.kind === 'command' && block.language === 'sh' ? block.text : [],
    ),
  );
  const asked = Object.values(buildWords(content, 'en').missing).flatMap((asks) =>
    Object.values(asks).flatMap(({ commands }) =>
      Object.entries(commands).flatMap(([os, command]) => (os === 'windows' ? [] : command)),
    ),
  );
  return [...new Set([...shown, ...asked])];
}

it('can be pasted: a shell reads every command to its end', () => {
  const commands = shellCommands();
  expect(commands.length).toBeGreaterThan(150);
  // `sh -n` reads and runs nothing.
  const broken = commands.flatMap((command) => {
    const { status, stderr } = spawnSync('sh', ['-n'], { input: command, encoding: 'utf8' });
    return status === 0 ? [] : [`${command}\n${stderr}`];
  });
  expect(broken).toEqual([]);
});
