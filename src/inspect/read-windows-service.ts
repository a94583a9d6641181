import { withoutColours } from './prompts.ts';
import type { ServiceInspection } from './report.ts';

const STATES: Record<string, ServiceInspection['state']> = { running: 'running', stopped: 'stopped', startpending: 'starting', stoppending: 'stopping' };
/** Windows says of a service that ended: without a fault, and not at all since the host started. */
const NO_FAULT = ['0', '1077'];
/** A row of what Get-Service prints, and what stands above it. */
const ROW = /^(\w+)\s+([\w.-]+)(?:\s|$)/;
const HEADER = /^Status\s+Name\s+DisplayName$/;
/** `Status : Stopped` of Format-List, and `STATE : 1  STOPPED` of sc.exe. */
const FIELD = /^(\w+)\s*:\s*(.*)$/;
const UNKNOWN = /^(?:Get-Service ?: .*'([\w.-]+)'|\[SC\] \S+ FAILED 1060:)/;

const MAX_LINE = 600;

/** Read what Get-Service or sc.exe says of a service of one of some names; null where neither does. */
export function readWindowsService(text: string, programs: readonly string[]): ServiceInspection | null {
  const lines = text.split('\n').slice(0, 60).map((line) => withoutColours(line.slice(0, MAX_LINE)).trim());
  const found = { kind: 'service', manager: 'windows', loaded: null, enabled: null, since: null, result: null, pid: null, exit: null } as const;
  const isOurs = (name = ''): boolean => programs.includes(name);
  const row = lines.some((line) => HEADER.test(line)) ? lines.map((line) => ROW.exec(line)).find((match) => isOurs(match?.[2])) : null;
  if (row) return { ...found, unit: row[2] as string, state: stateOf(row[1]) };
  const fields = new Map(lines.flatMap((line) => { const [, name = '', value = ''] = FIELD.exec(line) ?? []; return name === '' ? [] : [[name.toLowerCase(), value.trim()] as const]; }));
  const unit = fields.get('service_name') ?? (fields.has('status') ? fields.get('name') : undefined);
  const state = fields.get('state')?.replace(/^\d+\s+/, '') ?? fields.get('status');
  if (isOurs(unit) && state !== undefined) {
    const exit = /^\d+/.exec(fields.get('win32_exit_code') ?? '')?.[0] ?? '0';
    const isFault = !NO_FAULT.includes(exit);
    return { ...found, unit: unit as string, state: isFault && stateOf(state) === 'stopped' ? 'failed' : stateOf(state), enabled: startOf(fields.get('starttype')), exit: isFault ? exit : null };
  }
  const [, name = programs.find((program) => lines.some((line) => line.includes(`query ${program}`) || line.includes(`queryex ${program}`)))] = lines.map((line) => UNKNOWN.exec(line)).find((match) => match !== null) ?? ['', ''];
  return isOurs(name) ? { ...found, unit: name as string, state: 'stopped', loaded: 'not-found' } : null;
}

function stateOf(written = ''): ServiceInspection['state'] {
  return STATES[written.toLowerCase().replace('_', '')] ?? 'unknown';
}

function startOf(type: string | undefined): string | null {
  return type === undefined ? null : type === 'Manual' || type === 'Disabled' ? 'disabled' : 'enabled';
}
