/** Wrap a line of the agent as other programs do, given its time of day. */
export const PREFIXES: Record<string, (line: string, clock: string) => string> = {
  journald: (line, clock) => `Nov 24 ${clock} web01 mackerel-agent[312]: ${line}`,
  cri: (line, clock) => `2026-11-24T${clock}.123456789Z stderr F ${line}`,
  'json-file': (line, clock) =>
    JSON.stringify({ log: `${line}\n`, stream: 'stderr', time: `2026-11-24T${clock}.123456789Z` })
      .replaceAll('<', '\\u003c')
      .replaceAll('>', '\\u003e')
      .replaceAll('&', '\\u0026'),
};

/** Wrap every line of a log; a line without a time takes the time of the line before. */
export function prefixLog(log: string, prefix: (line: string, clock: string) => string): string {
  let clock = '00:00:00';
  const lines = log
    .trimEnd()
    .split('\n')
    .map((line) => {
      if (/^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /.test(line)) clock = line.slice(11, 19);
      return prefix(line, clock);
    });
  return `${lines.join('\n')}\n`;
}
