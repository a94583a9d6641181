import { existsSync, readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';

const EVERY = 50;
/** Ticks of Linux's clock of processes in a second. */
const TICKS = 100;

/** Follow the renderers of a browser: the most memory that one of them had for itself, and the seconds of the processor; null where the system does not tell. */
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
  const timer = setInterval(() => (peak = Math.max(peak, ...renderers.map(memoryOf))), EVERY);
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

/** Bytes that a process shares with no other, and those through which it gets files. */
function memoryOf(id: number): number {
  return [
    ...readFileSync(`/proc/${id}/status`, 'utf8').matchAll(/^(?:RssAnon|RssShmem):\s+(\d+) kB$/gm),
  ].reduce((sum, [, kilobytes]) => sum + Number(kilobytes) * 1024, 0);
}

function secondsOf(id: number): number {
  const [user, system] =
    readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').at(-1)?.split(' ').slice(11, 13) ?? [];
  return (Number(user) + Number(system)) / TICKS;
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ph: string;
  /** Microseconds by the clock, and of the processor. */
  dur?: number;
  tdur?: number;
  args: { name?: string };
}

/** The longest task of a page's main thread in a trace, in milliseconds by the clock and of the processor; a busy machine stretches only the first. */
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
