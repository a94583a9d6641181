import { eachText } from './each-text.ts';
import type { Kind } from './redact/private-shapes.ts';
import { findPrivate } from './redact/private-values.ts';
import type { Report } from './report.ts';

/** Names of hosts and people stay: who answers a customer needs them, and columns. */
const SECRETS: ReadonlySet<Kind> = new Set(['key', 'token', 'password']);
const NO_WORDS: ReadonlySet<string> = new Set();
/** A line is read so far, and shown no further. */
const MAX_LENGTH = 2000;
/** Long random words in quotes are secrets whatever they are called. */
const LONG = /(["'“”])([A-Za-z0-9+/=_-]{24,})(?=["'“”])/g;

/** Hide secrets of a line, character by character so that columns stay. */
export function maskSecrets(line: string): string {
  const text = line.slice(0, MAX_LENGTH);
  let masked = '';
  let at = 0;
  for (const { kind, from, to } of findPrivate(text, [], NO_WORDS)) {
    if (!SECRETS.has(kind)) continue;
    masked += text.slice(at, from) + '*'.repeat(to - from);
    at = to;
  }
  return (masked + text.slice(at)).replace(LONG, (all, quote: string, value: string) =>
    /\d/.test(value) && /[A-Za-z]/.test(value) && !value.startsWith('/')
      ? quote + '*'.repeat(value.length)
      : all,
  );
}

/** A report that can be passed on: what the log gave away does not go on with it. */
export type Masked<Of extends Report> = Of & { isMasked: true };

/** Hide the secrets of a report. */
export function maskReport<Of extends Report>(report: Of): Masked<Of> {
  return { ...(eachText(report, maskSecrets) as Of), isMasked: true };
}
