import { spawn } from 'node:child_process';

/** Start the development server on a folder with content/; it listens on a free port. */
export async function serveDev(
  root: string,
): Promise<{ address: string; output(): string; stop(): void }> {
  const astro = ['node_modules/astro/bin/astro.mjs', 'dev', '--host', '127.0.0.1', '--port', '0'];
  // Vite watches no files if it runs in a test.
  const env = { ...process.env, VITEST: undefined, NODE_ENV: undefined, CONTENT_DIR: root };
  const child = spawn(process.execPath, astro, { env });
  let output = '';
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString();
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(output) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.on('exit', () => reject(new Error(output)));
  });
  return { address, output: () => output, stop: () => void child.kill() };
}
