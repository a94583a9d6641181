import type { MeminfoInspection } from '../model/inspection.ts';

/** Read /proc/meminfo as the program does; null if a line that it needs is missing. */
export function readMeminfo(text: string): MeminfoInspection | null {
  const bytes = new Map<string, number>();
  for (const [, name = '', kilobytes] of text.matchAll(
    /^[ \t]*([A-Za-z]{1,30}):[ \t]{1,40}(\d{1,15}) kB[ \t]{0,9}\r?$/gm,
  ))
    if (!bytes.has(name)) bytes.set(name, Number(kilobytes) * 1024);
  const [total, free, buffers, cached] = ['MemTotal', 'MemFree', 'Buffers', 'Cached'].map((name) =>
    bytes.get(name),
  );
  const available = bytes.get('MemAvailable') ?? null;
  if (total === undefined || total === 0 || free === undefined) return null;
  if (available === null && (buffers === undefined || cached === undefined)) return null;
  // In a container, MemAvailable may exceed MemTotal.
  const used = Math.max(
    0,
    available === null ? total - free - (buffers ?? 0) - (cached ?? 0) : total - available,
  );
  return {
    kind: 'meminfo',
    total,
    used,
    free,
    buffers: buffers ?? 0,
    cached: cached ?? 0,
    available,
  };
}
