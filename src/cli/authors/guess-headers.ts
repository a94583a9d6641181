/** Guesses from lines of a log what is in front of their messages. */
import type { LogFormat } from '../../model/schemas/log-format.ts';

/** A part of a header: what it looks like, and how a template writes it. */
interface PieceType {
  kind: 'time' | 'zone' | 'level' | 'letter' | 'other';
  pattern: RegExp;
  /** `$1` is what the pattern's first group matched. */
  template: string;
  /** Whether it may as well be the beginning of a message, if few lines have it. */
  isLoose?: true;
}

/** A part of a line's header. */
interface Piece {
  type: PieceType;
  /** The characters before it, and where it ends. */
  separator: string;
  end: number;
  template: string;
}

/** The header of a line: its parts, and the characters between the last one and the message. */
interface Header {
  pieces: Piece[];
  end: string;
}

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const CLOCK = '\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?';
const LEVEL =
  '(?:TRACE|TRC|DEBUG|DBG|INFO(?:RMATION)?|INF|NOTICE|WARN(?:ING)?|WRN|ERR(?:OR)?|SEVERE|' +
  'CRIT(?:ICAL)?|FATAL|FTL|PANIC|ALERT|EMERG|LOG)(?![\\w-])';
const sticky = (source: string, flags = ''): RegExp => new RegExp(source, `y${flags}`);

/** Parts of headers in order of preference. */
const TYPES: PieceType[] = [
  {
    kind: 'time',
    pattern: sticky(`\\d{4}[-/]\\d\\d[-/]\\d\\dT${CLOCK}(?:Z|[+-]\\d\\d:?\\d\\d)?`),
    template: '{stamp}',
  },
  {
    kind: 'time',
    pattern: sticky(`\\d{4}[-/]\\d\\d[-/]\\d\\d ${CLOCK}`),
    template: '{date} {clock}',
  },
  {
    kind: 'time',
    pattern: sticky(`\\d{4}[-/]\\d\\d[-/]\\d\\d {1,2}\\d?${CLOCK.slice(2)}`),
    template: '{date} {s:spaces}{clock}',
  },
  {
    kind: 'time',
    pattern: sticky('\\d{8}:\\d{6}(?:\\.\\d+)?'),
    template: '{year}{month-number}{day}:{clock}',
  },
  {
    kind: 'time',
    pattern: sticky(`\\d{1,2}([ /-])${MONTH}[ /-]\\d{4}([ :])${CLOCK}`),
    template: '{day}$1{month}$1{year}$2{clock}',
  },
  {
    kind: 'time',
    pattern: sticky(`[A-Z][a-z]{2} ${MONTH} [ \\d]\\d ${CLOCK} \\d{4}`),
    template: '{weekday:word} {month} {day} {clock} {year}',
  },
  {
    kind: 'time',
    pattern: sticky(`${MONTH} [ \\d]\\d ${CLOCK}`),
    template: '{month} {day} {clock}',
  },
  {
    kind: 'time',
    pattern: sticky(`\\d{8} ${CLOCK}`),
    template: '{year}{month-number}{day} {clock}',
  },
  {
    kind: 'time',
    pattern: sticky(`\\d\\d([-/])\\d\\d[-/]\\d{4} ${CLOCK}`),
    template: '{month-number}$1{day}$1{year} {clock}',
  },
  {
    kind: 'time',
    pattern: sticky(`\\d\\d(-?)\\d\\d ${CLOCK}`),
    template: '{month-number}$1{day} {clock}',
  },
  { kind: 'time', pattern: sticky(CLOCK), template: '{clock}' },
  {
    kind: 'time',
    pattern: sticky('\\d{10}(?:\\.\\d+)?(?!\\d)|\\d{13}(?!\\d)'),
    template: '{epoch}',
  },
  {
    kind: 'level',
    pattern: sticky(`${LEVEL}/[\\w.-]+(?=[\\]:])`, 'i'),
    template: '{level}/{thread:word}',
  },
  {
    kind: 'level',
    pattern: sticky(`[\\w$-]+(?: [\\w$-]+)*([./:])${LEVEL}(?=[\\]:])`, 'i'),
    template: '{thread:text}$1{level}',
  },
  { kind: 'level', pattern: sticky(LEVEL, 'i'), template: '{level}' },
  {
    kind: 'zone',
    pattern: sticky('(?:UTC|[A-Z]{1,4}T|[+-]\\d\\d:?\\d\\d)(?=[\\s\\]])'),
    template: '{zone:word}',
  },
  {
    kind: 'other',
    pattern: sticky(`[a-z][^\\s:]*(?=: ${LEVEL}:)`, 'i'),
    template: '{thread:word}',
  },
  {
    kind: 'letter',
    pattern: sticky(`[TVDIWNEFC](?=!? |, \\[|\\d{4}(?:\\d{4})? ${CLOCK})`),
    template: '{level}',
  },
  { kind: 'other', pattern: sticky('\\d+(?=[\\])>: #])'), template: '{pid:int}' },
  {
    kind: 'other',
    pattern: sticky('[\\w./-]+(?:\\.|:<?)\\w+>?:\\d+(?=[\\]:]| -)'),
    template: '{place:word}',
    isLoose: true,
  },
  { kind: 'other', pattern: sticky('(?<=<)[a-z][\\w.-]*(?=>)'), template: '{tag}' },
  { kind: 'other', pattern: sticky('(?<=<)[\\w.-]+(?=>)'), template: '{thread:text}' },
  {
    kind: 'other',
    pattern: sticky('(?<=\\[)(?:[^\\][]|\\[[^\\][]{0,60}\\]){1,80}(?=\\])'),
    template: '{thread:text}',
  },
  {
    kind: 'other',
    pattern: sticky('(?<=\\| )[^|]{1,100}(?= \\|)|\\w+(?=\\| )'),
    template: '{thread:text}',
  },
  {
    kind: 'other',
    pattern: sticky('(?<=\\()[^()]{1,80}(?=\\) )'),
    template: '{thread:text}',
    isLoose: true,
  },
  {
    kind: 'other',
    pattern: sticky('(?!\\w*\\d{3})[a-z][\\w.$-]*(?=:\\s|\\s+- )', 'i'),
    template: '{tag:name}',
    isLoose: true,
  },
  {
    kind: 'other',
    pattern: sticky('(?!\\w*\\d{3})[a-z][\\w.$/#-]*(?:::[\\w.$-]+)*(?=: |\\] )', 'i'),
    template: '{thread:word}',
    isLoose: true,
  },
  {
    kind: 'other',
    pattern: sticky('(?<=\\t)[\\w./:-]+(?=\\t)'),
    template: '{thread:word}',
    isLoose: true,
  },
];

const HAS_TAG = /\{tag[:}]/;

/** What separates the parts of a header, and what separates it from the message. */
const SEPARATORS = /[\s[\]()<>|:#,!-]+/y;
const END = /[\])>:|!]*(?:\s+(?:-|\||--? :))?\s+/y;
const MAX_PIECES = 10;
/** A header must be in at least one of this many lines. */
const ONE_IN = 30;
/** Most headers that are listed. */
const MAX_HEADERS = 4;
/** The share of the lines that have a part which may as well be the beginning of a message. */
const LOOSE_SHARE = 0.8;

/** The levels that letters stand for. */
const LETTERS = {
  TRACE: ['T', 'V'],
  DEBUG: ['D'],
  INFO: ['I', 'N'],
  WARNING: ['W'],
  ERROR: ['E'],
  CRITICAL: ['C', 'F'],
} satisfies LogFormat['levels'];

/**
 * Return the most frequent headers of lines, as templates; the longest first. Their levels are
 * returned if they are single letters.
 */
export function guessHeaders(lines: readonly string[]): Pick<LogFormat, 'headers' | 'levels'> {
  const headers = withoutRareParts(lines.map(readPieces)).flatMap((pieces, index) => {
    const header = endOf(lines[index] ?? '', pieces);
    return header ? [header] : [];
  });
  const groups = [...Map.groupBy(headers, keyOf).values()];
  const frequent = groups
    .filter(([header]) => header && !groups.some(([other]) => other && reads(other, header)))
    .filter((group) => group.length * ONE_IN >= lines.length)
    .sort((a, b) => b.length - a.length)
    .slice(0, MAX_HEADERS);
  const hasLetters = frequent.some(([header]) =>
    header?.pieces.some(({ type, template }) => type.kind === 'letter' && template === '{level}'),
  );
  return {
    headers: frequent.map(templateOf).sort((a, b) => b.length - a.length),
    ...(hasLetters && { levels: LETTERS }),
  };
}

/** Read as many parts of a header as possible. */
function readPieces(line: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (pieces.length < MAX_PIECES) {
    const separator = matchAt(SEPARATORS, line, at);
    const piece = readPiece(line, at + separator.length, separator, pieces);
    if (!piece) break;
    at = piece.end;
    pieces.push(piece);
  }
  // The letter of a level that is written out as well.
  const isWritten = pieces.some(({ type }) => type.kind === 'level');
  return pieces.map((piece) =>
    isWritten && piece.type.kind === 'letter' ? { ...piece, template: '{letter:word}' } : piece,
  );
}

function readPiece(line: string, at: number, separator: string, before: Piece[]): Piece | null {
  const kinds = new Set(before.map(({ type }) => type.kind));
  const last = before.at(-1)?.type.kind;
  for (const type of TYPES) {
    const { kind } = type;
    // A time and a level occur once. Words belong to a header only with one of them.
    if (kind !== 'other' && kinds.has(kind)) continue;
    if (kind === 'zone' && last !== 'time') continue;
    if (kind === 'letter' && !kinds.has('time') && at > 0) continue;
    if ((kind === 'level' || kind === 'letter') && hasLevel(before)) continue;
    if (type.isLoose && !kinds.has('time') && !kinds.has('level')) continue;
    type.pattern.lastIndex = at;
    const match = type.pattern.exec(line);
    if (!match) continue;
    const template = type.template.replace(/\$(\d)/g, (_, group: string) => match[+group] ?? '');
    if (HAS_TAG.test(template) && before.some((piece) => HAS_TAG.test(piece.template))) continue;
    return { type, separator, end: at + match[0].length, template };
  }
  return null;
}

/** Return whether a level was read. One letter at the start of a line may stand for it as well. */
function hasLevel(pieces: Piece[]): boolean {
  return pieces.some(({ type: { kind } }, at) => kind === 'level' || (kind === 'letter' && at > 0));
}

/** Cut each header before a loose part that too few of the lines with the same beginning have. */
function withoutRareParts(lines: readonly Piece[][]): Piece[][] {
  const counts = new Map<string, number>();
  const beginning = (pieces: Piece[], length: number): string =>
    pieces
      .slice(0, length)
      .map(({ template }) => template)
      .join();
  for (const pieces of lines)
    for (let length = 0; length <= pieces.length; length++) {
      const key = beginning(pieces, length);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return lines.map((pieces) => {
    const countOf = (length: number): number => counts.get(beginning(pieces, length)) ?? 0;
    let all = lines.length;
    for (const [at, { type }] of pieces.entries()) {
      if (type.isLoose && countOf(at + 1) < LOOSE_SHARE * all) return pieces.slice(0, at);
      if (type.kind !== 'other') all = countOf(at + 1);
    }
    return pieces;
  });
}

/** Return the longest header that the message follows; null if it has neither time nor level. */
function endOf(line: string, pieces: Piece[]): Header | null {
  for (let length = pieces.length; length > 0; length--) {
    const kept = pieces.slice(0, length);
    const end = matchAt(END, line, kept.at(-1)?.end ?? 0);
    if (end !== '' && kept.some(({ type }) => ['time', 'level', 'letter'].includes(type.kind)))
      return { pieces: kept, end };
  }
  return null;
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** Return what is the same in lines with the same header: all but the widths of columns. */
function keyOf({ pieces, end }: Header): string {
  return JSON.stringify([
    ...pieces.map(({ separator, template }) => [narrow(separator), template]),
    narrow(end),
  ]);
}

function narrow(separator: string): string {
  return separator.replace(/ +/g, ' ');
}

/** Return whether a header with a level also reads one with an unknown word in its place. */
function reads({ pieces, end }: Header, other: Header): boolean {
  const level = pieces.findIndex(({ template }) => template === '{level}');
  const unknown = other.pieces[level];
  const known = pieces[level];
  return (
    known !== undefined &&
    unknown?.template === '{thread:text}' &&
    keyOf({ pieces, end }) ===
      keyOf({
        ...other,
        pieces: other.pieces.with(level, { ...unknown, template: known.template }),
      })
  );
}

/** Write the header of some lines as a template. Spaces that fill a column vary in number. */
function templateOf(headers: Header[]): string {
  const pieces = headers[0]?.pieces ?? [];
  const used = new Map<string, number>();
  const named = (hole: string, name: string, type: string): string => {
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return count === 1 ? hole : `{${name}${count}${type}}`;
  };
  let columns = 0;
  const separated = (separators: string[]): string => {
    const isColumn = separators.some((separator) => / {2,}/.test(separator));
    const text = narrow(separators[0] ?? '').replaceAll('{', '{{');
    return isColumn ? text.replace(' ', ` {s${++columns}:spaces}`) : text;
  };
  const parts = pieces.map(
    ({ template }, at) =>
      separated(headers.map(({ pieces: own }) => own[at]?.separator ?? '')) +
      template.replace(/\{([a-z]+)(:[a-z]+)?\}/g, (hole, name: string, type = '') =>
        type === '' ? hole : named(hole, name, type as string),
      ),
  );
  return `${parts.join('')}${separated(headers.map((header) => header.end))}`;
}
