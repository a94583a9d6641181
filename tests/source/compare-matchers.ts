import type { Matcher } from '../../src/engine/index.ts';
import { diagnoseBytes } from './diagnose-bytes.ts';
import type { ReferenceMatcher } from './reference-matcher.ts';

/** A line on which the matchers disagree, with the chain that each found ('' for none). */
export interface Difference {
  line: string;
  plain: string;
  engine: string;
}

/** Matches a line that begins a record; these matchers compare no others. */
export const RECORD =
  /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d (?:\S+\.go:\d+: )?(TRACE|DEBUG|INFO|WARNING|ERROR|CRITICAL) <([\w.-]+)> (.*)$/;

const PROBLEM_LEVELS = ['WARNING', 'ERROR', 'CRITICAL'];

/** The result of a comparison. */
export interface Comparison {
  /** How many lines the plain matcher knows. */
  known: number;
  differences: Difference[];
}

/**
 * Compare how both matchers read lines, each of which has a header or continues the line before.
 * Pass at most 10,000 lines, because a finding does not list more.
 */
export function compareMatchers(
  lines: readonly string[],
  matcher: Matcher,
  plain: ReferenceMatcher,
  catalogs: readonly string[],
): Comparison {
  const byLine = chainsByLine(lines, matcher);
  const differences: Difference[] = [];
  let known = 0;
  for (let from = 0, to = 1; from < lines.length; from = to++) {
    while (to < lines.length && !RECORD.test(lines[to] ?? '')) to++;
    const [, level, tag, message = ''] = RECORD.exec(lines[from] ?? '') ?? [];
    if (level === undefined || tag === undefined) continue;
    // The engine reads typographic quotes as plain ones, before its templates.
    const text = [message, ...lines.slice(from + 1, to)]
      .join('\n')
      .replace(/[\u201c\u201d]/g, '"')
      .replace(/[\u2018\u2019]/g, "'");
    const reading =
      plain.readMessage(text, { level, tag, catalogs }) ??
      (PROBLEM_LEVELS.includes(level) ? plain.readFallbackCause(text, tag) : null);
    const expected = reading?.entries.join(' → ') ?? '';
    for (let line = from; line < to; line++) {
      if (expected !== '') known++;
      const found = byLine.get(line + 1) ?? '';
      if (!isSameChain(found, expected))
        differences.push({ line: lines[line] ?? '', plain: expected, engine: found });
    }
  }
  return { known, differences };
}

/** Return the chain that the engine finds at each line that has one. */
function chainsByLine(lines: readonly string[], matcher: Matcher): Map<number, string> {
  const { findings } = diagnoseBytes(matcher, lines.join('\n'));
  return new Map(
    findings.flatMap(({ chain, lines: found }) => {
      const entries = chain
        .filter(({ foreign }) => !foreign)
        .map(({ entry }) => entry)
        .join(' → ');
      return found.map((line): [number, string] => [line, entries]);
    }),
  );
}

/** The engine also reads truncated messages, so its chain may be longer than the plain one. */
function isSameChain(engine: string, plain: string): boolean {
  return engine === plain || (plain !== '' && engine.startsWith(`${plain} → `));
}
