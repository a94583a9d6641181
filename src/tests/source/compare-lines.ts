import { open, type Matcher } from '../../engine/index.ts';
import type { PlainMatcher } from './plain-matcher.ts';

/** A line that the two matchers read differently; entries of the chain, or nothing where none fits. */
export interface Difference {
  line: string;
  plain: string;
  engine: string;
}

const HEAD =
  /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d (?:\S+\.go:\d+: )?(?:(TRACE|DEBUG|INFO|WARNING|ERROR|CRITICAL) <([\w.-]+)> )(.*)$/;

const TROUBLE = ['WARNING', 'ERROR', 'CRITICAL'];

/** What a comparison showed. */
export interface Comparison {
  /** Lines that the plain matcher knows. */
  known: number;
  differences: Difference[];
}

/** Read lines, each with a head of its own or continuing the one before, with both matchers; at most 10,000 lines, for a finding lists no more. */
export function compareLines(
  lines: readonly string[],
  matcher: Matcher,
  plain: PlainMatcher,
  catalogs: readonly string[],
): Comparison {
  const diagnosis = open(matcher);
  diagnosis.push(new TextEncoder().encode(lines.join('\n')));
  const byLine = new Map(
    diagnosis.close().findings.flatMap(({ chain, lines: found }) => {
      const entries = chain
        .filter(({ foreign }) => !foreign)
        .map(({ entry }) => entry)
        .join(' → ');
      return found.map((line): [number, string] => [line, entries]);
    }),
  );
  const differences: Difference[] = [];
  let known = 0;
  for (let from = 0, to = 1; from < lines.length; from = to++) {
    while (to < lines.length && !HEAD.test(lines[to] ?? '')) to++;
    const [, level, tag, message = ''] = HEAD.exec(lines[from] ?? '') ?? [];
    if (level === undefined || tag === undefined) continue;
    const text = [message, ...lines.slice(from + 1, to)].join('\n');
    const reading =
      plain.read(text, { level, tag, catalogs }) ??
      (TROUBLE.includes(level) ? plain.readReason(text, tag) : null);
    const expected = reading?.entries.join(' → ') ?? '';
    for (let line = from; line < to; line++) {
      if (expected !== '') known++;
      const found = byLine.get(line + 1) ?? '';
      // The engine also reads messages that break off, so its chain may go on where the plain one ends.
      if (found !== expected && !(expected !== '' && found.startsWith(`${expected} → `)))
        differences.push({ line: lines[line] ?? '', plain: expected, engine: found });
    }
  }
  return { known, differences };
}
