import { blankPrompts } from './prompts.ts';
import type { ProbeCase, ProbeInspection } from './report.ts';

const MAX_TEXT = 1 << 16;
/** Characters of curl's own sentence that are shown. */
const MAX_SAID = 200;
const BY_PROXY = /from proxy after CONNECT|CONNECT tunnel failed/;
/** A failure before TLS was agreed upon that is no cut: another protocol answers, or this host cannot check the certificate. */
const NO_CUT = /version number|certificate|revocation/i;
/** Exit codes of curl by what kept the request from being answered. */
const CASES: Record<number, ProbeCase> = {
  5: 'proxy',
  6: 'dns',
  7: 'refused',
  28: 'timeout',
  35: 'cut',
  52: 'cut',
  56: 'cut',
  58: 'certificate',
  60: 'certificate',
  97: 'proxy',
};
/** The figures of curl's progress may stand before its error, in the same line. */
const FAILURE = /(?:^|[\d-])curl: \((\d{1,3})\) (.*)$/;
/** A line that tells what was asked: the command, curl's error, the connection and the headers that `-v` tells of. */
const OF_REQUEST = /^\s*[*>] |^Host: |\bcurl[ :]/i;
/** Requests to the metadata of a cloud are printed in the same form, and their answers are not Mackerel's. */
const OTHER_SERVICE = /169\.254\.169\.254|metadata\.google\.internal/;
const HTTP = /^(?:< )?HTTP\/[\d.]+ (\d{3})\b/;
/** What may stand before an answer without headers: a question for a password, and warnings. */
const ASIDE = /^(?:\[sudo\] |Warning: )/;
/** How a body begins behind headers; with `-v` a line between counts its bytes in braces. */
const BODY = /^(?:\{(?! \[)|<[!a-z])/i;

/**
 * Read what `curl -sS -w '\n%{http_code}\n'` printed of a request to the API, or `curl -v` and `-i`: a body or curl's own error, and the
 * number of the answer. null where it is no such output; a number alone is none, for anything may print one, and without a number
 * something has to say that Mackerel was asked.
 */
export function readProbe(text: string): ProbeInspection | null {
  if (text.length > MAX_TEXT) return null;
  const lines = blankPrompts(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^\S*[$#](?: |$)/.test(line));
  const number = /^[0-5]\d\d$/.exec(lines.at(-1) ?? '')?.[0];
  const asked = text
    .split('\n')
    .filter((line) => OF_REQUEST.test(line))
    .join('\n');
  if (OTHER_SERVICE.test(asked) || (number === undefined && !asked.includes('mackerel')))
    return null;
  const failure = lines.map((line) => FAILURE.exec(line)).find((found) => found !== null);
  if (failure) return ofFailure(Number(failure[1]), failure[2] ?? '');
  const answered =
    number ?? lines.map((line) => HTTP.exec(line)?.[1]).findLast((found) => found !== undefined);
  const from = sourceOf(bodyOf(number === undefined ? lines : lines.slice(0, -1)));
  if (answered === undefined || from === null) return null;
  const status = Number(answered);
  const reason = caseOf(status, from);
  return (
    reason && { kind: 'probe', case: reason, status: status === 0 ? null : status, said: null }
  );
}

function ofFailure(code: number, said: string): ProbeInspection | null {
  if (code === 6 && !said.includes('mackerel')) return null;
  // Older versions of curl call a refusal by the proxy a failure to receive.
  const reason = BY_PROXY.test(said)
    ? 'proxy'
    : code === 35 && NO_CUT.test(said)
      ? 'failed'
      : (CASES[code] ?? 'failed');
  return { kind: 'probe', case: reason, status: null, said: said.slice(0, MAX_SAID) };
}

/** What was answered, without what curl says of itself before and behind it. */
function bodyOf(lines: string[]): string {
  const head = lines.findLastIndex((line) => HTTP.test(line));
  const begins = lines.findIndex((line, at) =>
    head < 0 ? !ASIDE.test(line) : at > head && BODY.test(line),
  );
  const body =
    begins < 0
      ? ''
      : lines
          .slice(begins)
          .filter((line) => !line.startsWith('* '))
          .join('\n');
  // A body that does not end its line is followed in it by what curl says of the connection.
  const end = body.lastIndexOf('}* ');
  return end < 0 ? body : body.slice(0, end + 1);
}

/** Mackerel answers with JSON of one of two shapes, and otherwise to what this site does not ask for; a page in HTML is of something else. */
function sourceOf(body: string): 'mackerel' | 'other' | null {
  if (body.startsWith('<')) return 'other';
  if (!body.startsWith('{')) return null;
  try {
    const json = JSON.parse(body) as { name?: unknown; error?: unknown };
    return typeof json.name === 'string' || json.error !== undefined ? 'mackerel' : null;
  } catch {
    return null;
  }
}

/** null: Mackerel answers so to requests that this site does not ask for. */
function caseOf(status: number, from: 'mackerel' | 'other'): ProbeCase | null {
  if (status === 407) return 'proxy';
  if (status >= 500) return 'outage';
  if (from === 'other') return 'other';
  return status === 200
    ? 'good'
    : status === 401
      ? 'unauthorized'
      : status === 403
        ? 'forbidden'
        : status === 404
          ? 'not-found'
          : null;
}
