import { spawn } from 'node:child_process';

/** A running server of a built site. */
export interface SiteServer {
  /** Address, with a trailing slash. */
  url: string;
  stop(): void;
}

/** Serve a built site with its real headers on a free port, as `npm start` does. */
export async function serveBuild(folder: string, path = '/'): Promise<SiteServer> {
  const child = spawn(process.execPath, ['bin/shindan.js', 'serve', folder], {
    env: { ...process.env, PORT: '0', BASE_PATH: path },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      const found = /http:\/\/\S+/.exec(data.toString());
      if (found) resolve(found[0]);
    });
    child.on('exit', (code) => reject(new Error(`the server of ${folder} exited with ${code}`)));
  });
  return { url, stop: () => void child.kill('SIGTERM') };
}
