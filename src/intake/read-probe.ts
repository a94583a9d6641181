import { blankPromptLines } from './prompts.ts';
import type { ProbeInspection } from '../model/inspection.ts';
import type { ProbeCase } from '../model/schemas/pastes.ts';
import type { DetectionHints } from '../model/settings.ts';

/** Maximum length of a text read as curl's output, in characters. */
const MAX_TEXT = 1 << 16;
/** Maximum length of curl's error message shown, in characters. */
const MAX_SAID = 200;
const WANTS_LOGIN = /HTTP code 407|response 407/;
const BY_PROXY = /from proxy after CONNECT|CONNECT tunnel failed/;
/** Errors of a host that is too old for TLS 1.2, which the guides on the network do not cover. */
const TOO_OLD = /alert protocol version|unsupported protocol version/;
/** A connection (7) that failed because nothing answered. */
const TIMED_OUT = /timed out/i;
/**
 * TLS errors for other reasons than a closed connection: a wrong protocol, or a certificate that
 * cannot be verified.
 */
const NOT_CUT = /version number|certificate|revocation/i;
/** Why there is no answer, by curl's exit code (curl(1), EXIT CODES). */
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
/** An error of curl; its progress figures may precede it on the same line. */
const FAILURE = /(?:^|[\d-])curl: \((\d{1,3})\) (.*)$/;
/** A line that shows the request: the command, curl's error, and what `-v` prints. */
const OF_REQUEST = /^\s*[*>] |^Host: |\bcurl[ :]/i;
/** A request whose body is not shown: `-o /dev/null`. */
const HIDES_BODY = / (?:-[a-zA-Z]*o|--output)[ =]\S/;
/** Requests to cloud metadata services print in the same format. */
const OTHER_SERVICE = /169\.254\.169\.254|metadata\.google\.internal/;
const HTTP = /^(?:< )?HTTP\/[\d.]+ (\d{3})\b/;
/** Lines that may precede an answer without headers: a password prompt, and warnings. */
const ASIDE = /^(?:\[sudo\] |Warning: )/;
/** The prompt of a shell, which follows directly on a body without a final newline. */
const PROMPT = /^\[?[\w.-]{1,64}@[\w.-]{1,64}[ :][^\n]{0,200}?[$#%](?: |$)/;
/** The start of a body after headers, except the byte count that `-v` prints in braces. */
const BODY = /^(?:\{(?! \[)|<[!a-z])/i;

/**
 * Read the output of a request to a product's backend by `curl -sS -w '\n%{http_code}\n'`,
 * `curl -v` or `curl -i`: a body or curl's error, and the status. null if it is something else: a
 * status alone is not enough, unless the request to the backend, which discards the body, is shown.
 * Without a status the output must show where the request went, or have a sentence of the backend.
 * If the output is only a body, its text must show the status.
 */
export function readProbe(text: string, { backend }: DetectionHints): ProbeInspection | null {
  const probe = backend?.probe;
  if (!probe || text.length > MAX_TEXT) return null;
  const lines = blankPromptLines(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^\S*[$#](?: |$)/.test(line));
  const number = /^[0-5]\d\d$/.exec(lines.at(-1) ?? '')?.[0];
  const asked = text
    .split('\n')
    .filter((line) => OF_REQUEST.test(line))
    .join('\n');
  const isProven =
    asked.includes(probe.request) || probe.own.some((sentence) => text.includes(sentence));
  if (OTHER_SERVICE.test(asked) || (number === undefined && !isProven)) return null;
  const failure = lines.map((line) => FAILURE.exec(line)).find((found) => found !== null);
  if (failure) return ofFailure(Number(failure[1]), failure[2] ?? '', probe);
  const answered =
    number ?? lines.map((line) => HTTP.exec(line)?.[1]).findLast((found) => found !== undefined);
  const body = bodyOf(number === undefined ? lines : lines.slice(0, -1));
  const from =
    body === '' && isProven && HIDES_BODY.test(asked) ? 'backend' : sourceOf(body, probe);
  if (from === null) return null;
  const status = Number(answered ?? statusIn(body, probe));
  if (Number.isNaN(status)) return null;
  const reason = caseOf(status, from);
  return (
    reason && { kind: 'probe', case: reason, status: status === 0 ? null : status, said: null }
  );
}

type ProbeHints = NonNullable<NonNullable<DetectionHints['backend']>['probe']>;

function ofFailure(code: number, said: string, { request }: ProbeHints): ProbeInspection | null {
  if ((code === 6 && !said.includes(request)) || (code === 35 && TOO_OLD.test(said))) return null;
  // Older versions of curl report a refusal by the proxy as a receive error (56).
  const reason = BY_PROXY.test(said)
    ? WANTS_LOGIN.test(said)
      ? 'proxy-login'
      : 'proxy'
    : code === 7 && TIMED_OUT.test(said)
      ? 'timeout'
      : code === 35 && NOT_CUT.test(said)
        ? 'failed'
        : (CASES[code] ?? 'failed');
  return { kind: 'probe', case: reason, status: null, said: said.slice(0, MAX_SAID) };
}

/** Return the body of the answer, without curl's own messages around it. */
function bodyOf(lines: string[]): string {
  const statusLine = lines.findLastIndex((line) => HTTP.test(line));
  const begins = lines.findIndex((line, at) =>
    statusLine < 0 ? !ASIDE.test(line) : at > statusLine && BODY.test(line),
  );
  const body =
    begins < 0
      ? ''
      : lines
          .slice(begins)
          .filter((line) => !line.startsWith('* '))
          .join('\n');
  // If a body has no final newline, curl's connection message or a prompt follows on the same line.
  const end = body.lastIndexOf('}* ');
  if (end >= 0) return body.slice(0, end + 1);
  const last = body.lastIndexOf('}') + 1;
  return PROMPT.test(body.slice(last)) ? body.slice(0, last) : body;
}

/** Return the status that a body of the backend has; undefined if its text does not tell. */
function statusIn(body: string, { statuses }: ProbeHints): number | undefined {
  return Object.entries(statuses).find(([text]) => body.includes(text))?.[1];
}

/**
 * Return the sender of a body; null if unknown. The backend answers the requests that this site
 * suggests with JSON that has one of its fields; HTML comes from something else.
 */
function sourceOf(body: string, { fields }: ProbeHints): 'backend' | 'other' | null {
  if (body.startsWith('<')) return 'other';
  if (!body.startsWith('{')) return null;
  try {
    const json = JSON.parse(body) as object;
    return fields.some((field) => Object.hasOwn(json, field)) ? 'backend' : null;
  } catch {
    return null;
  }
}

/** Classify an answer; null for answers to requests that this site does not suggest. */
function caseOf(status: number, from: 'backend' | 'other'): ProbeCase | null {
  if (status === 407) return 'proxy-login';
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
