import type { Finding } from '../engine/report.ts';
import type { InspectedReport } from '../inspect/report.ts';
import { isPlain } from './visible.ts';

/** A value of the reader's in the place of a sample. */
export interface Filled {
  text: string;
  /** The value came from the log. */
  filled: boolean;
}

/** The findings whose values may stand in commands: none of a report that was opened again, for what it holds only stands for values. */
export function fillable(findings: readonly Finding[], { reopened }: InspectedReport): readonly Finding[] {
  return reopened === null ? findings : [];
}

/** Find what the log says for a hole: the first value that the findings captured and that has nothing to hide, or null. */
export function valueOf(findings: readonly Finding[], hole: string): string | null {
  for (const { chain } of findings) {
    for (const link of chain) {
      const value = link.foreign ? undefined : link.captures[hole]?.[0];
      if (value !== undefined && value.length <= 512 && isPlain(value)) return value;
    }
  }
  return null;
}

/** Put the reader's value into a command in the place of its sample, quoted for the shell; without a value the command stays. */
export function fillCommand(command: string, sample: string | undefined, value: string | null, shell: 'sh' | 'powershell'): Filled {
  if (sample === undefined || value === null || value === sample) return { text: command, filled: value !== null && sample !== undefined };
  return { text: command.split(sample).join(shell === 'powershell' ? quotePowershell(value) : quoteSh(value)), filled: true };
}

function quoteSh(value: string): string {
  return /^[A-Za-z0-9_./:@%+=,-]+$/.test(value) && !value.startsWith('-') ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}

function quotePowershell(value: string): string {
  return /^[A-Za-z0-9_./:\\-]+$/.test(value) && !value.startsWith('-') ? value : `'${value.replaceAll("'", "''")}'`;
}
