import { blankPrompts } from './prompts.ts';
import type { ProbeCase, ProbeInspection } from './report.ts';

const MAX_TEXT = 1 << 16;
/** Characters of curl's own sentence that are shown. */
const MAX_SAID = 200;
const BY_PROXY = /from proxy after CONNECT|CONNECT tunnel failed/;
/** Exit codes of curl by what kept the request from being answered. */
const CASES: Record<number, ProbeCase> = { 5: 'proxy', 6: 'dns', 7: 'refused', 28: 'timeout', 35: 'cut', 52: 'cut', 56: 'cut', 58: 'certificate', 60: 'certificate', 97: 'proxy' };

/**
 * Read what `curl -sS -w '\n%{http_code}\n'` printed of a request to the API: a body or curl's own error, then the number. null where it is
 * no such output; a number alone is none, for anything may print one.
 */
export function readProbe(text: string): ProbeInspection | null {
  if (text.length > MAX_TEXT) return null;
  const lines = blankPrompts(text).split('\n').map((line) => line.trim()).filter((line) => line !== '' && !/^\S*[$#](?: |$)/.test(line));
  const number = /^[0-5]\d\d$/.exec(lines.at(-1) ?? '');
  if (!number) return null;
  const failure = lines.map((line) => /^curl: \((\d{1,3})\) (.*)$/.exec(line)).find((found) => found !== null);
  const body = lines.slice(0, -1).filter((line) => !/^curl: /.test(line)).join('\n');
  const from = sourceOf(body);
  if (!failure && from === null) return null;
  const status = Number(number[0]);
  // Older versions of curl call a refusal by the proxy a failure to receive.
  const reason = failure ? (BY_PROXY.test(failure[2] ?? '') ? 'proxy' : (CASES[Number(failure[1])] ?? 'failed')) : caseOf(status, from);
  return { kind: 'probe', case: reason, status: status === 0 ? null : status, said: failure ? (failure[2] ?? '').slice(0, MAX_SAID) : null };
}

/** Mackerel answers with JSON of one of two shapes; a page in HTML is of something else. */
function sourceOf(body: string): 'mackerel' | 'other' | null {
  if (body.startsWith('<')) return 'other';
  if (!body.startsWith('{')) return null;
  try {
    const json = JSON.parse(body) as { name?: unknown; error?: unknown };
    return typeof json.name === 'string' || json.error !== undefined ? 'mackerel' : 'other';
  } catch {
    return null;
  }
}

function caseOf(status: number, from: 'mackerel' | 'other' | null): ProbeCase {
  if (status === 407) return 'proxy';
  if (status >= 500) return 'outage';
  if (from !== 'mackerel') return 'other';
  return status === 200 ? 'good' : status === 401 ? 'unauthorized' : status === 403 ? 'forbidden' : status === 404 ? 'not-found' : 'other';
}
