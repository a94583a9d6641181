import { spawn, type ChildProcess } from 'node:child_process';
import { setPriority } from 'node:os';
import { join, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { contentFolder } from '../../compiler/content-folder.ts';
import { PACKAGE } from '../../compiler/package-folder.ts';
import { ROOT } from '../../cli/root.ts';

/** Milliseconds between an edit and its check, in which the changed page is shown. */
const PAUSE = 300;
/** A lower priority than that of the server, which shows the page meanwhile. */
const LOW_PRIORITY = 10;

/**
 * Makes the development server check the content after each edit, and print the problems, or that
 * there are none any more. The check is a process of its own, so that it does not hold up a page.
 */
export function checkContent(): AstroIntegration {
  const folder = join(contentFolder(ROOT), sep);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: ChildProcess | null = null;
  let hasProblems = false;
  const check = (): void => {
    const child = spawn(
      process.execPath,
      [join(PACKAGE, 'bin/shindan.js'), 'check', '--content', ROOT],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    running = child;
    if (child.pid !== undefined) lowerPriority(child.pid);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    // Without an exit code, it was stopped by a later edit.
    child.on('close', (code) => {
      if (code === null) return;
      if (code !== 0 || hasProblems) process.stderr.write(output);
      hasProblems = code !== 0;
    });
    child.on('error', () => undefined);
  };
  return {
    name: 'check-content',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.watcher.on('all', (_event, file) => {
          if (!join(file).startsWith(folder)) return;
          running?.kill();
          clearTimeout(timer);
          timer = setTimeout(check, PAUSE);
        });
        server.httpServer?.on('close', () => {
          clearTimeout(timer);
          running?.kill();
        });
      },
    },
  };
}

/** Let other processes go first, where the system allows it. */
function lowerPriority(pid: number): void {
  try {
    setPriority(pid, LOW_PRIORITY);
  } catch {
    // The check then competes with the server.
  }
}
