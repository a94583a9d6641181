/** A kind of text that is not a log of a product of the site. */
export type ForeignKind = 'java' | 'python' | 'go' | 'node' | 'access-log' | 'html' | 'mail';

/** What a text looks like: the log of a program that its lines name, or a kind of text. */
export type Likeness = { program: string } | { kind: ForeignKind };

/** The program that a line of syslog names. */
const SYSLOG =
  /^(?:<\d+>)?(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\S+) \S+ ([\w./-]{1,40})(?:\[\d+\])?: /;

const KINDS: readonly [ForeignKind, RegExp][] = [
  ['java', /^\s+at [\w$.<>/]+\([\w$]+\.(?:java|kt|scala):\d+\)|^Exception in thread "/],
  ['python', /^Traceback \(most recent call last\)|^ {2}File "[^"]+", line \d+, in /],
  ['go', /^goroutine \d+ \[|^panic: /],
  ['node', /^\s+at .*\.[cm]?[jt]s:\d+:\d+\)?$/],
  ['access-log', /^\S+ \S+ \S+ \[\d\d\/[A-Z][a-z]{2}\/\d{4}:[^\]]+\] "/],
  ['html', /^\s*<(?:!doctype html|html|head|body)\b/i],
  ['mail', /^(?:Received|Message-ID|MIME-Version|Subject): /i],
];

/** Return what the lines of an unrecognized text look like; null if they show nothing. */
export function looksLike(lines: readonly string[]): Likeness | null {
  const written = lines.filter((line) => line.trim() !== '');
  const programs = written.flatMap((line) => SYSLOG.exec(line)?.[1] ?? []);
  const [program] = programs;
  if (
    program !== undefined &&
    programs.filter((one) => one === program).length * 2 > written.length
  )
    return { program };
  const found = KINDS.find(([, pattern]) => written.some((line) => pattern.test(line)));
  return found ? { kind: found[0] } : null;
}
