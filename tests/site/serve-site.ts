import type { TestProject } from 'vitest/node';
import { serveBuild } from '../browser/serve-build.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the built site, without a trailing slash. */
    base: string;
    /** Address of the site built below /kb/, with a trailing slash. */
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
