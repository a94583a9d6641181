/** Finds the host in the header of a log line. It follows the time. */
import { isRunCode, skipWhile } from '../engine/lines/character-classes.ts';
import { PROGRAMS } from './secret-names.ts';
import { MAX_AHEAD, type SecretScanner } from './secret-scanner.ts';

/** Read `Nov 24 22:41:04 web01 agent[312]: `, starting after the month. */
export function readJournalLine(scanner: SecretScanner, at: number): number | null {
  const time = /^ {1,2}\d{1,2} \d\d:\d\d:\d\d(?:\.\d{1,9})? /.exec(scanner.text.slice(at, at + 32));
  return time && readOrigin(scanner, at + time[0].length, false);
}

/** Read `2026-11-24T22:41:04+09:00 web01 agent[312]: `, starting after the hour. */
export function readIsoLine(scanner: SecretScanner, at: number): number | null {
  const time = /^:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)? /.exec(
    scanner.text.slice(at, at + 32),
  );
  return time && readOrigin(scanner, at + time[0].length, true);
}

/**
 * Read a host followed by a program's name.
 *
 * @param isStrict whether the message may follow the time instead, so that only a known program or
 *   one with a process ID counts
 */
function readOrigin(scanner: SecretScanner, from: number, isStrict: boolean): number {
  const { text } = scanner;
  const to = skipWhile(text, from, from + MAX_AHEAD, isRunCode);
  const program = /^ ([\w@./-]{1,64})(\[\d{1,10}\])?(:)?/.exec(text.slice(to, to + 80));
  if (to === from || !program) return from;
  const isProgram =
    program[2] !== undefined ||
    (program[3] !== undefined && !isStrict) ||
    isKnownProgram(scanner, program[1] ?? '');
  if (!isProgram) return from;
  scanner.addValue('host', from, to);
  return to;
}

function isKnownProgram({ names }: SecretScanner, program: string): boolean {
  return names.programs.has(program) || PROGRAMS.has(program);
}
