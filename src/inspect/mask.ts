/** Secrets by their place; the first group stays, the second is hidden. All of a bounded reach, since a line is read to its 2000th character. */
const PLACES: readonly RegExp[] = [
  // `apikey = "x"`, `PGPASSWORD=x`
  /((?:^|[\s{,"'[?&;])[\w.-]*(?:api_?key|passw(?:or)?d|passphrase|secret|token|credential|signature|community|routing_key|_(?:key|auth|pass|pwd))[\w.-]*["']?\s*[=:＝]\s*["'“”]?)([^\s"'“”,}\]&]+)/gi,
  // `-password x`, `"--token", "x"`
  /((?:^|[\s"'[(,=])--?[\w-]*(?:password|passwd|passphrase|pass|pwd|token|secret|api-?key|community|auth)["']?[\s,=]{1,4}["']?)((?!-)[^\s"'“”,\]]+)/gi,
  // `-p x`, which is no port, and `-u name:x`
  /((?:^|[\s"'[(,])-p["']?[\s,=]{1,4}["']?)((?![-/~.|]|[\d:,]+(?:[\s"',\]]|$))[^\s"'“”,\]]+)/g,
  /((?:^|[\s"'[(,])-p)((?=[a-z]*[A-Z\d]|[a-z]*[!@#$%^&*])(?![\d:,]+(?:[\s"',\]]|$))(?![a-z]+[A-Z][A-Za-z]*(?:[\s"',=\]]|$))(?!rint0)[^\s"'“”,=\]/]{3,})/g,
  /((?:^|[\s"'[(,])(?:-u|--user)["']?[\s,=]{1,4}["']?[^\s:"'“”,]{1,64}:)((?!\/\/)[^\s"'“”,\]]+)/g,
  // `http://user:x@host`
  /(:\/\/[^\s/:@"']{0,64}:)([^\s"'<>]{1,200})(?=@)/g,
  // By their form
  /(\b(?:Bearer|Basic) )([\w.~+/=-]{8,})/g,
  /(hooks\.slack\.com\/services\/)([\w/]+)/g,
  /(\b)((?:gh[pousr]_|github_pat_|xox[abeoprs]-|glpat-|hvs\.|sk-|eyJ)[\w.-]{12,})/g,
];
/** The port of a container, the pattern of processes. */
const NO_PASSWORD = /\b(?:check-procs|pgrep|mkdir|ps|docker|podman)\b/;
const LONG = /(["'“”])([A-Za-z0-9+/=_-]{24,})(?=["'“”])/g;
const PLACEHOLDER = /^(?:[*x.]+|[<$%{].*|true|false|null)$/i;

/** Hide secrets of a line, character by character so that columns stay: what its place or its form says is one, and long random words in quotes. */
export function maskSecrets(line: string): string {
  let text = line.slice(0, 2000);
  const hide = (all: string, place: string, value: string): string => (PLACEHOLDER.test(value) || (/-p\W*$/.test(place) && NO_PASSWORD.test(text)) ? all : place + '*'.repeat(value.length));
  for (const place of PLACES) text = text.replace(place, hide);
  return text.replace(LONG, (all, quote: string, value: string) => (/\d/.test(value) && /[A-Za-z]/.test(value) && !value.startsWith('/') ? quote + '*'.repeat(value.length) : all));
}
