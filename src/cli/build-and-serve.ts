/**
 * `npm start`: build the site and serve it from one process, so that a SIGTERM at any time stops
 * both. npm signals only the shell that it starts, so the script in package.json replaces the shell
 * by this process (`exec`). On Windows, which has no `exec`, the command after `||` runs instead.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { checkPort, serveFolder, readServeOptions } from './serve-folder.ts';

let build: ChildProcess | null = null;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (build?.exitCode === null && build.pid !== undefined) stopGroup(build.pid);
    process.exit(0);
  });
}
// Fail before the build, which takes a minute, instead of after it.
const options = readServeOptions();
await checkPort(options);
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
  if (code === 0) serveFolder('dist', options);
  else process.exit(code ?? 1);
});

/** Stop the build and its children, which share a process group. */
function stopGroup(pid: number): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGTERM');
  } catch {
    // The build has just exited by itself.
  }
}
