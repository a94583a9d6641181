import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { compileCommands } from '../../src/package/compile-commands.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The compiled `shindan`, which starts faster because its content is compiled, too. */
    shindan?: string;
  }
}

/** Compile the commands and the content, as `npm pack` does. */
export default async function setup(project: TestProject): Promise<() => void> {
  // Inside the repository, because the commands find its log formats from their own folder.
  mkdirSync('test-results', { recursive: true });
  const folder = resolve(mkdtempSync('test-results/commands-'));
  await compileCommands(join(folder, '/'));
  project.provide('shindan', join(folder, 'shindan.js'));
  return () => rmSync(folder, { recursive: true });
}
