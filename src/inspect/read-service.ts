import type { ServiceInspection } from './report.ts';

const STATES: Record<string, ServiceInspection['state']> = { active: 'running', reloading: 'running', failed: 'failed', inactive: 'stopped', activating: 'starting', deactivating: 'stopping' };

const MAX_LINE = 600;

/** Read the head of `systemctl status`; null where it says no state. */
export function readService(text: string): ServiceInspection | null {
  const lines = text.split('\n').slice(0, 60).map((line) => line.slice(0, MAX_LINE).trim());
  const field = (name: string): string => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
  const active = /^(\w+)(?: \(([^)]*)\))?(?: since ([^;]*))?/.exec(field('Active'));
  if (!active) return null;
  const [, state = '', inside = '', since] = active;
  const unit = lines.map((line) => /^\W*([\w@.-]+\.service)\b/.exec(line)?.[1]).find((name) => name !== undefined);
  const [, loaded, inLoaded = ''] = /^([\w-]+)(?: \(([^)]*)\))?/.exec(field('Loaded')) ?? [];
  const main = /^(\d+)(?: \(([^)]*)\))?/.exec(field('Main PID') || field('Process').replace(/ ExecStart=.*? \(/, ' ('));
  const ended = /code=\w+, (?:status|signal)=([^,)]+)/.exec(main?.[2] ?? '');
  return {
    kind: 'service',
    unit: unit ?? 'mackerel-agent.service',
    state: STATES[state] ?? 'unknown',
    loaded: loaded ?? null,
    enabled: inLoaded.split(';').map((part) => part.trim()).find((part) => /^(?:enabled|disabled|static|masked|indirect|generated|linked)/.test(part)) ?? null,
    since: since?.trim() || null,
    result: /^Result: (\S+)$/.exec(inside)?.[1] ?? null,
    pid: main && !ended && state === 'active' ? Number(main[1]) : null,
    exit: ended?.[1] ?? null,
  };
}
