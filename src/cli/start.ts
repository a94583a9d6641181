/**
 * `npm start`: builds the site and serves it, in one process, so that a SIGTERM at any moment ends all of it. The script in package.json
 * begins with `exec`, because npm signals the shell and not what runs in it; where the shell has no `exec` (Windows), what follows runs.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { needPort, serveFolder, servingPlace } from './serve-folder.ts';

let build: ChildProcess | undefined;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (build?.exitCode === null && build.pid !== undefined) stopGroup(build.pid);
    process.exit(0);
  });
}
// What would end it after the build, which takes a minute.
const place = servingPlace();
await needPort(place);
build = spawn('npm', ['run', '-s', 'build'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  detached: process.platform !== 'win32',
});
build.on('error', ({ message }) => {
  process.stderr.write(`npm run build: ${message}\n`);
  process.exit(1);
});
build.on('exit', (code) => {
  if (code === 0) serveFolder('dist', place);
  else process.exit(code ?? 1);
});

/** The build has children of its own; its group ends with it. */
function stopGroup(pid: number): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGTERM');
  } catch {
    // It has just ended by itself.
  }
}
