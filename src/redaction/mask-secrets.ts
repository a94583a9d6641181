import { mapReportTexts } from './map-report-texts.ts';
import type { PrivateKind } from './value-formats.ts';
import { findPrivateValues } from './find-private-values.ts';
import { NO_PUBLIC_NAMES } from './public-names.ts';
import type { Report } from '../model/report.ts';

/** Kinds that are masked. Names of hosts and people stay: support staff need them. */
const SECRETS: ReadonlySet<PrivateKind> = new Set(['key', 'token', 'password']);
/** Maximum number of characters of a line that are read and shown. */
const MAX_LENGTH = 2000;
/** A long quoted word of letters and digits is a secret, whatever its key is called. */
const LONG_QUOTED = /(["'“”])([\w+/=-]{24,})(?=["'“”])/g;

/** Mask each secret of a line with as many asterisks, so that columns stay aligned. */
export function maskSecrets(line: string): string {
  const text = line.slice(0, MAX_LENGTH);
  let masked = '';
  let at = 0;
  for (const { kind, from, to } of findPrivateValues(text, NO_PUBLIC_NAMES)) {
    if (!SECRETS.has(kind)) continue;
    masked += text.slice(at, from) + '*'.repeat(to - from);
    at = to;
  }
  return (masked + text.slice(at)).replace(LONG_QUOTED, (all, quote: string, value: string) =>
    /\d/.test(value) && /[a-z]/i.test(value) && !value.startsWith('/')
      ? quote + '*'.repeat(value.length)
      : all,
  );
}

/** A report whose secrets are masked, safe to pass on. */
export type Masked<Of extends Report> = Of & { isMasked: true };

/** Mask all secrets in a report. */
export function maskReport<Of extends Report>(report: Of): Masked<Of> {
  return { ...(mapReportTexts(report, maskSecrets) as Of), isMasked: true };
}
