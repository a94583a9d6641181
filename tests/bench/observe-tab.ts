import { existsSync, readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';

/** Milliseconds between two measurements. */
const INTERVAL = 50;
/** Clock ticks per second in Linux's process statistics (USER_HZ). */
const TICKS_PER_SECOND = 100;

/**
 * Watch the renderer processes of a browser. `stop` returns the peak of private memory in bytes and
 * the CPU time in seconds, each the maximum over all renderers, or null if there is no /proc.
 */
export async function watchTab(
  browser: Browser,
): Promise<{ stop(): { peak: number | null; processor: number | null } }> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const renderers = processInfo
    .filter(({ type, id }) => type === 'renderer' && existsSync(`/proc/${id}/status`))
    .map(({ id }) => id);
  if (renderers.length === 0) return { stop: () => ({ peak: null, processor: null }) };
  const before = renderers.map(secondsOf);
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, ...renderers.map(memoryOf))), INTERVAL);
  return {
    stop: () => {
      clearInterval(timer);
      return {
        peak,
        processor: Math.max(...renderers.map((id, index) => secondsOf(id) - (before[index] ?? 0))),
      };
    },
  };
}

/** Return the bytes of a process's private memory and of the shared memory that passes files. */
function memoryOf(id: number): number {
  return [
    ...readFileSync(`/proc/${id}/status`, 'utf8').matchAll(/^(?:RssAnon|RssShmem):\s+(\d+) kB$/gm),
  ].reduce((sum, [, kilobytes]) => sum + Number(kilobytes) * 1024, 0);
}

function secondsOf(id: number): number {
  const [user, system] =
    readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').at(-1)?.split(' ').slice(11, 13) ?? [];
  return (Number(user) + Number(system)) / TICKS_PER_SECOND;
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ph: string;
  /** Microseconds of wall-clock time, and of CPU time. */
  dur?: number;
  tdur?: number;
  args: { name?: string };
}

/**
 * Return the duration of the longest main-thread task in a trace, in milliseconds of wall-clock
 * time and of CPU time. A busy machine stretches only the former.
 */
export function longestTask(trace: Buffer): { wall: number; own: number } {
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { traceEvents: TraceEvent[] };
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}:${tid}`),
  );
  const tasks = traceEvents.filter(
    ({ ph, name, pid, tid }) =>
      ph === 'X' && name.endsWith('RunTask') && mains.has(`${pid}:${tid}`),
  );
  return {
    wall: Math.max(0, ...tasks.map(({ dur = 0 }) => dur / 1000)),
    own: Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1000)),
  };
}
