import type { Finding } from './report.ts';

/** The earliest time that findings were seen, as written, or null where none has a time. */
export function firstTime(findings: readonly Pick<Finding, 'first'>[]): string | null {
  return findings.flatMap(({ first }) => first ?? []).sort()[0] ?? null;
}

/** The latest time that findings were seen, as written, or null where none has a time. */
export function lastTime(findings: readonly Pick<Finding, 'last'>[]): string | null {
  return findings.flatMap(({ last }) => last ?? []).sort().at(-1) ?? null;
}
