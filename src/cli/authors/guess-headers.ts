/** Guesses from lines of a log what is in front of their messages. */

/** A part of a header: what it looks like, and how a template writes it. */
interface Piece {
  kind: 'time' | 'level' | 'other';
  pattern: RegExp;
  template: string;
}

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const LEVEL =
  '(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERR(?:OR)?|SEVERE|CRIT(?:ICAL)?|FATAL|PANIC|ALERT|EMERG|LOG)';

/** Parts of headers in order of preference; each must end where a word does. */
const PIECES: Piece[] = [
  {
    kind: 'time',
    pattern: /\d{4}[-/]\d\d[-/]\d\dT\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?/y,
    template: '{stamp}',
  },
  {
    kind: 'time',
    pattern: /\d{4}[-/]\d\d[-/]\d\d \d\d:\d\d:\d\d(?:[.,]\d+)?/y,
    template: '{date} {clock}',
  },
  {
    kind: 'time',
    pattern: new RegExp(`\\d{1,2} ${MONTH} \\d{4} \\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?`, 'y'),
    template: '{day} {month} {year} {clock}',
  },
  {
    kind: 'time',
    pattern: new RegExp(`\\d{1,2}-${MONTH}-\\d{4} \\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?`, 'y'),
    template: '{day}-{month}-{year} {clock}',
  },
  {
    kind: 'time',
    pattern: new RegExp(`${MONTH} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d`, 'y'),
    template: '{month} {day} {clock}',
  },
  { kind: 'time', pattern: /\d\d:\d\d:\d\d(?:[.,]\d+)?/y, template: '{clock}' },
  { kind: 'time', pattern: /\d{10}(?:\.\d+)?(?!\d)|\d{13}(?!\d)/y, template: '{epoch}' },
  { kind: 'level', pattern: new RegExp(`${LEVEL}(?![\\w-])`, 'iy'), template: '{level}' },
  { kind: 'other', pattern: /(?:[A-Z]{3,4}|[+-]\d\d:?\d\d)(?=[\s\]])/y, template: '{zone:word}' },
  { kind: 'other', pattern: /\d+(?=[\])>: #])/y, template: '{pid:int}' },
  { kind: 'other', pattern: /(?<=<)[a-z][\w.-]*(?=>)/y, template: '{tag}' },
  {
    kind: 'other',
    pattern: /(?<=\[)(?:[^\][]|\[[^\][]{0,60}\]){1,80}(?=\])/y,
    template: '{thread:text}',
  },
  { kind: 'other', pattern: /[A-Z][\w.$-]*(?=:\s| - )/iy, template: '{tag:name}' },
];

/** What separates the parts of a header. */
const SEPARATORS = /[\s[\]()<>|:#-]+/y;
const MAX_PIECES = 10;
/** A header must be in at least one of this many lines. */
const ONE_IN = 30;
/** Most headers that are listed. */
const MAX_HEADERS = 4;

/** Return the most frequent headers of lines, as templates; the longest first. */
export function guessHeaders(lines: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const header = headerOf(line);
    if (header !== null) counts.set(header, (counts.get(header) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count * ONE_IN >= lines.length)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MAX_HEADERS)
    .map(([header]) => header)
    .sort((a, b) => b.length - a.length);
}

/** Return the header of a line as a template; null if it has neither a time nor a level. */
function headerOf(line: string): string | null {
  const used = new Set<string>();
  let template = '';
  let at = 0;
  let hasTimeOrLevel = false;
  for (let count = 0; count < MAX_PIECES; count++) {
    const separator = matchAt(SEPARATORS, line, at);
    const piece = pieceAt(line, at + separator.length, used, hasTimeOrLevel);
    if (!piece) break;
    template += separatorOf(separator, template) + nameApart(piece.template, used);
    at += separator.length + piece.length;
    hasTimeOrLevel ||= piece.kind !== 'other';
  }
  const end = matchAt(/[\])>:|]*(?:\s+-)?\s+/y, line, at);
  if (!hasTimeOrLevel || end === '') return null;
  // Not as a hole: what ends a header is fixed.
  return template + end.replaceAll('{', '{{');
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

function pieceAt(
  line: string,
  at: number,
  used: ReadonlySet<string>,
  hasTimeOrLevel: boolean,
): { kind: Piece['kind']; template: string; length: number } | null {
  for (const { kind, pattern, template } of PIECES) {
    // A time and a level occur once; a word before a colon may belong to the message.
    if (kind !== 'other' && used.has(template)) continue;
    if (template === '{tag:name}' && (used.has('tag') || !hasTimeOrLevel)) continue;
    const text = matchAt(pattern, line, at);
    if (text !== '') return { kind, template, length: text.length };
  }
  return null;
}

/** Write runs of spaces, whose lengths vary with the width of a column, as a hole. */
function separatorOf(text: string, before: string): string {
  if (!/ {2,}/.test(text)) return text.replaceAll('{', '{{');
  const number = before.match(/:spaces\}/g)?.length ?? 0;
  return text.replace(/ {2,}/, ` {s${number + 1}:spaces}`);
}

/** Give a hole another name if the header has one with its name already. */
function nameApart(template: string, used: Set<string>): string {
  const name = /^\{([a-z]+)(?::[a-z]+)?\}$/.exec(template)?.[1];
  used.add(template);
  if (name === undefined) return template;
  let own = name;
  for (let number = 2; used.has(own); number++) own = `${name}${number}`;
  used.add(own);
  return own === name ? template : template.replace(name, own);
}
