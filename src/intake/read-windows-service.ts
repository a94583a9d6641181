import { stripColors } from './prompts.ts';
import type { ServiceInspection } from '../model/inspection.ts';

type Found = Pick<ServiceInspection, 'unit' | 'state'> & Partial<ServiceInspection>;

const STATES: Record<string, ServiceInspection['state']> = {
  running: 'running',
  stopped: 'stopped',
  startpending: 'starting',
  stoppending: 'stopping',
};
/** Exit codes of a stopped service without a fault: success, and not started since boot. */
const NO_FAULT = ['0', '1077'];
/** The header of Get-Service's table, and one of its rows; a pending state may be cut off. */
const HEADER = /^Status\s+Name\s+DisplayName$/;
const ROW = /^(\w+)(\.*)\s+([\w.-]+)(?:\s|$)/;
/** `Status : Stopped` of Format-List, and `STATE : 1  STOPPED` of sc.exe. */
const FIELD = /^(\w+)\s*:\s*(\S.*)?$/;
/** The state in the output of sc.exe, which translates the label before it. */
const STATE_OF_SC = /^\S+\s*: [1-7]\s+(STOPPED|RUNNING|PAUSED|[A-Z]+_PENDING)$/i;
/** The service in a command line of sc.exe: the output does not name it if it does not exist. */
const ASKED = /\bsc(?:\.exe)? (?:query|queryex|qc|start|stop) "?([\w.-]+)/i;
const ABSENT = /^Get-Service ?: .*'([\w.-]+)'/;
const ABSENT_FOR_SC = /^\[SC\] \S+(?: \S+)? FAILED 1060:/;

const MAX_LINES = 60;
const MAX_LINE = 600;

/** Read the output of Get-Service or sc.exe for one of the given services; null if it has none. */
export function readWindowsService(
  text: string,
  programs: readonly string[],
): ServiceInspection | null {
  const lines = text
    .split('\n', MAX_LINES)
    .map((line) => stripColors(line.slice(0, MAX_LINE)).trim());
  // Without its first line and the command, the output is taken to be about the first program.
  const asked = nameIn(lines, ASKED) ?? programs[0];
  const found = [ofTable(lines), ofFields(lines, asked), ofAbsence(lines, asked)]
    .flat()
    .find(({ unit }) => programs.includes(unit));
  return found
    ? {
        kind: 'service',
        manager: 'windows',
        loaded: null,
        enabled: null,
        since: null,
        result: null,
        pid: null,
        exit: null,
        ...found,
      }
    : null;
}

function ofTable(lines: string[]): Found[] {
  if (!lines.some((line) => HEADER.test(line))) return [];
  return lines.flatMap((line) => {
    const [, written = '', cut = '', unit = ''] = ROW.exec(line) ?? [];
    const state = cut === '' ? written : written.replace(/P[a-z]*$/, 'Pending');
    return unit === '' ? [] : [{ unit, state: stateOf(state) }];
  });
}

function ofFields(lines: string[], asked: string | undefined): Found[] {
  const fields = new Map(
    lines
      .map((line) => FIELD.exec(line))
      .flatMap((match) => (match ? [[match[1]?.toLowerCase(), match[2]?.trim() ?? '']] : [])),
  );
  const written =
    nameIn([...lines].reverse(), STATE_OF_SC) ?? fields.get('state') ?? fields.get('status');
  const ofSc = written !== undefined && fields.has('win32_exit_code') ? asked : undefined;
  const unit = fields.get('service_name') ?? fields.get('name') ?? ofSc;
  if (unit === undefined || written === undefined) return [];
  const state = stateOf(written);
  const exit = /^\d+/.exec(fields.get('win32_exit_code') ?? '')?.[0] ?? '0';
  const isFault = !NO_FAULT.includes(exit);
  const start = fields.get('starttype');
  return [
    {
      unit,
      state: isFault && state === 'stopped' ? 'failed' : state,
      exit: isFault ? exit : null,
      enabled:
        start === undefined
          ? null
          : start === 'Manual' || start === 'Disabled'
            ? 'disabled'
            : 'enabled',
    },
  ];
}

function ofAbsence(lines: string[], asked: string | undefined): Found[] {
  const unit =
    nameIn(lines, ABSENT) ?? (lines.some((line) => ABSENT_FOR_SC.test(line)) ? asked : undefined);
  return unit === undefined ? [] : [{ unit, state: 'stopped', loaded: 'not-found' }];
}

function nameIn(lines: string[], form: RegExp): string | undefined {
  return lines.map((line) => form.exec(line)?.[1]).find((name) => name !== undefined);
}

function stateOf(written: string): ServiceInspection['state'] {
  return STATES[written.toLowerCase().replace('_', '')] ?? 'unknown';
}
