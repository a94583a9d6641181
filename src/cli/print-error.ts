import { escapeLine } from '../report/format/index.ts';

/**
 * Print an error to standard error as one line. Control characters in file names are escaped, so
 * that they cannot forge a second line.
 */
export function printError(message: string): void {
  process.stderr.write(`${escapeLine(message)}\n`);
}
