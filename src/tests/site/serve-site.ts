import { spawn, type ChildProcess } from 'node:child_process';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The built site. */
    base: string;
    /** The site built below /kb/, with the slash at its end. */
    kbBase: string;
  }
}

/** Serve both builds with their real headers, as `npm start` does. */
export default async function setup(project: TestProject): Promise<() => void> {
  const servers = [serve('dist', '/'), serve('dist-kb', '/kb/')];
  const stop = (): void => servers.forEach(({ child }) => void child.kill('SIGTERM'));
  const [base = '', kbBase = ''] = await Promise.all(servers.map(({ url }) => url)).catch((error: unknown) => {
    stop();
    throw error;
  });
  project.provide('base', base.replace(/\/$/, ''));
  project.provide('kbBase', kbBase);
  return stop;
}

/** Serve a folder on a free port. */
export function serve(folder: string, path: string): { child: ChildProcess; url: Promise<string> } {
  const child = spawn(process.execPath, ['src/cli/serve.ts', folder], { env: { ...process.env, PORT: '0', BASE_PATH: path }, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      const found = /http:\/\/\S+/.exec(data.toString());
      if (found) resolve(found[0]);
    });
    child.on('exit', (code) => reject(new Error(`the server of ${folder} ended with ${code}`)));
  });
  return { child, url };
}
