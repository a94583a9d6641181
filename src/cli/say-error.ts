import { visibleLine } from '../display/index.ts';

/** Say on standard error, in one line, what went wrong: whatever the names of files in it hold, it forges no second one. */
export function sayError(message: string): void {
  process.stderr.write(`${visibleLine(message)}\n`);
}
