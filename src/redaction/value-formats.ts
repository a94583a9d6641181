import { editDistance } from '../model/edit-distance.ts';

/** The kinds of private values. A stand-in is a kind and a number, such as `host-2`. */
export type PrivateKind =
  | 'key'
  | 'token'
  | 'password'
  | 'id'
  | 'aws'
  | 'host'
  | 'ip'
  | 'mac'
  | 'mail'
  | 'user'
  | 'phone'
  | 'card';

/** Formats that are private in any context. Group 1, if there is one, is the value. */
const FORMATS: readonly [PrivateKind, RegExp][] = [
  ['token', /^eyJ[\w-]{6,}\.[\w-]{4,}(?:\.[\w-]*)?/],
  [
    'token',
    /^(?:gh[pousr]_[A-Za-z0-9]{16,}|github_pat_\w{16,}|xox[abeoprs]-[\w-]{8,}|xapp-[\w-]{8,}|gl[a-z]{2,8}-[\w-]{16,}|npm_\w{20,}|dckr_pat_[\w-]{16,}|hvs\.[\w-]{16,}|[sr]k_(?:live|test)_\w{12,}|sk-[\w-]{20,}|AIza[\w-]{30,}|ya29\.[\w-]{16,}|pypi-[\w-]{32,}|do[opr]_v1_[0-9a-f]{32,}|SG\.[\w-]{16,}\.[\w-]{16,}|GOCSPX-[\w-]{16,}|HRKU-[\w-]{16,}|NRA[AKLR]-[\w-]{16,}|AGE-SECRET-KEY-1[A-Z0-9]{16,}|shp(?:at|ca|pa|ss)_\w{16,}|hf_\w{16,}|whsec_\w{16,}|sntry[su]_\w{16,})/,
  ],
  // Discord bots; Twilio accounts and keys.
  ['token', /^[A-Z0-9][\w-]{22,28}\.[\w-]{6,7}\.[\w-]{27,}/i],
  ['token', /^(?:AC|SK)[0-9a-f]{32}$/],
  [
    'aws',
    /(?:^|[^A-Za-z0-9])((?:AKIA|ASIA|AIDA|AROA|AGPA|ANPA|ANVA|AIPA|ABIA|ACCA)[A-Z0-9]{16})(?![A-Za-z0-9])/,
  ],
  [
    'aws',
    /(?:^|[^A-Za-z0-9])((?:i|vpc|vpce|subnet|sg|eni|vol|ami|snap|igw|rtb|acl|nat|eipalloc|eipassoc|lt|tgw|pcx|fs)-(?:[0-9a-f]{17}|[0-9a-f]{8}))(?![A-Za-z0-9])/,
  ],
  [
    'id',
    /(?:^|[^A-Z0-9])([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Z0-9])/i,
  ],
  ['mac', /(?:^|[^A-Z0-9])([0-9a-f]{2}(?:-[0-9a-f]{2}){5})(?![A-Z0-9-])/i],
  ['mac', /^(?=[\d.]*[a-f])[0-9a-f]{4}(?:\.[0-9a-f]{4}){2}$/i],
  ['aws', /^(\d{12})(?=\.dkr\.ecr\.)/],
  ['user', /^S-1-5-21(?:-\d+){1,5}$/],
  ['host', /^ip-\d{1,3}-\d{1,3}-\d{1,3}-\d{1,3}(?:\.[\w-]+)*$/],
  ['id', /^(?=\d[A-Za-z0-9]{10}$)(?=.+[a-z])(?=.+[A-Z])/],
];

/** Identifiers of cloud hosts, such as `i-0123.ec2.amazonaws.com`; the first part is private. */
const CLOUD =
  /^([\w-]+)\.(?:ec2\.amazonaws|gce\.cloud\.google|virtual_machine\.azure\.microsoft)\.com$/;

/** Matches all stand-ins in a text. */
export const STAND_IN_PATTERN =
  /(?:key|token|password|id|aws|host|ip|mac|mail|user|phone|card)-\d{1,9}(?!\d)/g;
const STAND_IN = /^(?:key|token|password|id|aws|host|ip|mac|mail|user|phone|card)-\d{1,9}$/;
/** A value that was already removed, or a placeholder for one. */
const PLACEHOLDER =
  /^(?:[*x.•?]+|<.*|\{.*|\$[{(].*|\$[A-Z_]\w*|%[A-Z]|%[A-Z_]\w*%|string|value|password|redacted|null|none|true|false|your[-\w]*)$/i;

/**
 * Top-level domains of host names in logs. Those that are also extensions of files, or parts of the
 * names of units or metrics, are left out.
 */
const TOP_DOMAINS = new Set(
  'com net org jp io local localdomain internal intranet intra lan corp home private dev cloud biz co us uk eu de fr kr cn tw hk sg ai tech xyz site online arpa example test invalid'.split(
    ' ',
  ),
);

/** Domains that host sources and packages. */
const PUBLIC_DOMAINS = [
  'github.com',
  'githubusercontent.com',
  'golang.org',
  'go.dev',
  'docker.io',
  'docker.com',
  'ghcr.io',
  'ecr.aws',
];
const PUBLIC_HOSTS = new Set([
  'localhost',
  'localhost.localdomain',
  'ip6-localhost',
  'metadata.google.internal',
  'metadata',
  'kubernetes.default.svc',
]);
/** Return whether a text is a stand-in, from this redaction or an earlier one. */
function isStandIn(text: string): boolean {
  return text.length < 20 && STAND_IN.test(text);
}

/** Return whether a text only takes the place of a secret: a stand-in, a mask or an example. */
export function isPlaceholder(text: string): boolean {
  return text === '' || isStandIn(text) || (text.length < 200 && PLACEHOLDER.test(text));
}

/** Find a part of a run (letters, digits, `.`, `_`, `-`) that its format alone makes private. */
export function findFormat(run: string): { kind: PrivateKind; from: number; to: number } | null {
  for (const [kind, format] of FORMATS) {
    const match = format.exec(run);
    if (!match) continue;
    const value = match[1] ?? match[0];
    const from = match.index + match[0].length - value.length;
    return { kind, from, to: value === '' ? run.length : from + value.length };
  }
  const [, id] = CLOUD.exec(run) ?? [];
  return id === undefined ? null : { kind: 'id', from: 0, to: id.length };
}

/** Return whether a name is the identifier of a cloud host, whose suffix names the cloud. */
export function isCloudIdentifier(name: string): boolean {
  return CLOUD.test(name);
}

/** Return whether a dotted name is a host name, judging by its top-level domain. */
export function isDomain(name: string): boolean {
  const dot = name.lastIndexOf('.');
  if (dot < 1) return false;
  const top = name.slice(dot + 1);
  // Mixed case, as in `time.Local`, is a name in code.
  const isOneCase = top === top.toLowerCase() || name === name.toUpperCase();
  return !name.includes('..') && isOneCase && TOP_DOMAINS.has(top.toLowerCase());
}

/**
 * Return whether a host name reveals nothing: a local name, or one of the products' hosts. It may
 * be misspelled or cut off, because that may be the fault that the log is about.
 */
export function isPublicHost(name: string, hosts: readonly string[]): boolean {
  const lower = name.toLowerCase();
  if (PUBLIC_HOSTS.has(lower)) return true;
  if (
    [...PUBLIC_DOMAINS, ...hosts].some((domain) => lower === domain || lower.endsWith(`.${domain}`))
  )
    return true;
  return hosts.some((known) => isMistyped(known, lower) || isCutOff(known, lower));
}

/** Return whether a name is a known one that a pager cut off. */
function isCutOff(known: string, name: string): boolean {
  return name.length >= 5 && known.startsWith(name);
}

/** Return whether two names are at most two edits apart. */
function isMistyped(known: string, name: string): boolean {
  return Math.abs(known.length - name.length) <= 2 && editDistance(known, name) <= 2;
}
