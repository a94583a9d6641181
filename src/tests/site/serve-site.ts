import type { TestProject } from 'vitest/node';
import { serveBuild } from '../serve-build.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The built site. */
    base: string;
    /** The site built below /kb/, with the slash at its end. */
    kbBase: string;
  }
}

/** Serve both builds. */
export default async function setup(project: TestProject): Promise<() => void> {
  const servers = await Promise.allSettled([serveBuild('dist'), serveBuild('dist-kb', '/kb/')]);
  const stop = (): void =>
    servers.forEach((server) => server.status === 'fulfilled' && server.value.stop());
  const urls = servers.map((server) => {
    if (server.status === 'fulfilled') return server.value.url;
    stop();
    throw server.reason;
  });
  project.provide('base', urls[0]?.replace(/\/$/, '') ?? '');
  project.provide('kbBase', urls[1] ?? '');
  return stop;
}
