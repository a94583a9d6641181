import { stripColors } from './prompts.ts';
import type { ServiceInspection } from '../model/inspection.ts';

const STATES: Record<string, ServiceInspection['state']> = {
  active: 'running',
  reloading: 'running',
  failed: 'failed',
  inactive: 'stopped',
  activating: 'starting',
  deactivating: 'stopping',
};

const MAX_LINES = 60;
const MAX_LINE = 600;

/** A service of which nothing is known yet. */
const UNKNOWN_SERVICE = {
  kind: 'service',
  manager: 'systemd',
  loaded: null,
  enabled: null,
  since: null,
  result: null,
  pid: null,
  exit: null,
} as const;

/** A question about one unit, and the word that systemctl answers it with. */
const ASKED_STATE =
  /\bsystemctl (?:-\S+ )*is-(?:active|failed) (?:-\S+ )*([\w@.-]+)(?:[^\w\n@.-][^\w\n]*)?(?:\n\W*)?(active|reloading|failed|inactive|activating|deactivating)\b/;
const ASKED_START =
  /\bsystemctl (?:-\S+ )*is-enabled (?:-\S+ )*([\w@.-]+)(?:[^\w\n@.-][^\w\n]*)?(?:\n\W*)?(enabled|disabled|masked)\b/;

/** A row of `systemctl list-units`. */
const ROW =
  /^\W{0,3}(\w[\w-]*)\.service +(loaded|masked|not-found) +(active|reloading|failed|inactive|activating|deactivating) +\w/m;

/** Read what `systemctl is-active`, `is-enabled` … or `list-units` says of one of the programs. */
export function readAskedState(
  text: string,
  programs: readonly string[],
): ServiceInspection | null {
  const head = stripColors(text.split('\n', MAX_LINES).join('\n').slice(0, MAX_LINE));
  const answerTo = (question: RegExp): [string, string] | null => {
    const [, asked = '', answer = ''] = question.exec(head) ?? [];
    const program = asked.replace(/\.service$/, '');
    return programs.includes(program) ? [`${program}.service`, answer] : null;
  };
  const active = answerTo(ASKED_STATE);
  const start = answerTo(ASKED_START);
  const unit = active?.[0] ?? start?.[0];
  const [, listed = '', loaded = '', state = ''] = ROW.exec(head) ?? [];
  if (programs.includes(listed))
    return {
      ...UNKNOWN_SERVICE,
      unit: `${listed}.service`,
      state: STATES[state] ?? 'unknown',
      loaded,
    };
  return unit === undefined
    ? null
    : {
        ...UNKNOWN_SERVICE,
        unit,
        state: STATES[active?.[1] ?? ''] ?? 'unknown',
        loaded: start?.[1] === 'masked' ? 'masked' : null,
        enabled: start?.[1] ?? null,
      };
}

/**
 * Read the first lines of `systemctl status` for one of the given programs; null if it has no
 * state. Only their unit names are accepted, because the site builds commands from the name.
 */
export function readService(text: string, programs: readonly string[]): ServiceInspection | null {
  const lines = text
    .split('\n')
    .slice(0, MAX_LINES)
    .map((line) => stripColors(line.slice(0, MAX_LINE)).trim());
  const field = (name: string): string =>
    lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
  const active = /^(\w+)((?: \([^)]*\))*)(?: since ([^;]*))?/.exec(field('Active'));
  const own = programs.map((program) => `${program.replace(/\.service$/, '')}.service`);
  const unitIn = (form: RegExp): string | undefined =>
    lines
      .map((line) => form.exec(line)?.[1])
      .find((name) => name !== undefined && own.includes(name));
  const absent = unitIn(/^Unit (\S+\.service) could not be found/);
  if (!active)
    return absent === undefined
      ? readAskedState(text, programs)
      : { ...UNKNOWN_SERVICE, unit: absent, state: 'stopped', loaded: 'not-found' };
  const [, state = '', inside = '', since] = active;
  const unit = unitIn(/^\W*(\w[\w@.-]*\.service)\b/);
  const [, loaded, inLoaded = ''] = /^([\w-]+)(?: \(([^)]*)\))?/.exec(field('Loaded')) ?? [];
  const main = /^(\d+)(?: \(([^)]*)\))?/.exec(
    field('Main PID') || field('Process').replace(/ ExecStart=.*? \(/, ' ('),
  );
  const result = /\(Result: ([^)]+)\)/.exec(inside)?.[1] ?? null;
  const ended = /code=\w+, (?:status|signal)=([^,)]+)/.exec(main?.[2] ?? '');
  return {
    kind: 'service',
    manager: 'systemd',
    unit: unit ?? own[0] ?? '',
    // A start script that has exited shows nothing about the program that it started.
    state: inside.includes('auto-restart')
      ? 'restarting'
      : inside.includes('(exited)')
        ? 'unknown'
        : (STATES[state] ?? 'unknown'),
    loaded: loaded ?? null,
    enabled:
      inLoaded
        .split(';')
        .map((part) => part.trim())
        .find((part) =>
          /^(?:enabled|disabled|static|masked|indirect|generated|linked)/.test(part),
        ) ?? null,
    since: since?.trim() || null,
    result,
    pid: main && !ended && state === 'active' ? Number(main[1]) : null,
    // The signal alone does not show that memory ran out.
    exit:
      result === 'oom-kill'
        ? [ended?.[1] ?? [], '(oom-kill)'].flat().join(' ')
        : (ended?.[1] ?? null),
  };
}
