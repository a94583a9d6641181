import { decode } from '../lines/bytes.ts';
import type { RepairContext, RepairStep } from './step.ts';

/** Bytes of a line that are examined. */
const MAX_LENGTH = 120;
/** The author and time of a message in a chat: `ito  10:43 AM`, `[10:43] ito: `. */
const AUTHOR =
  /^(?:\S+(?: \S+){0,3} +\[?\d{1,2}:\d\d(?: ?[AP]M)?\]?$|\[\d{1,2}:\d\d(?: ?[AP]M)?\] \S)/;
/** What Compose prints when a container has ended. */
const EXITED = /^[\w.-]+ exited with code \d+(?: \(restarting\))?$/;
/**
 * `$ ` before a command; `[user@host ~]$`, `user@host:~#`, `PS C:\>` or `C:\>`, with or without a
 * command. A `$` at the end may be gone, because line-end-marks.ts removes it. The folder may be on
 * a line of its own.
 */
const PROMPT = new RegExp(
  [
    String.raw`^[$%] \S`,
    String.raw`^\[?[\w.-]+@[\w.-]+[ :][^#$%>]*(?:[#$%>](?: |$)|~\]?$)`,
    String.raw`^~(?:/[\w.@+-]+)*/?$`,
    String.raw`^(?:PS )?[A-Z]:\\[^>]*>(?: ?\S|\s*$)`,
  ].join('|'),
);

/** A line that a chat, Compose or a shell puts between the lines of a log: it ends a record. */
export function betweenLines({ record }: RepairContext): RepairStep {
  return ({ text: { bytes, from, to } }) => {
    if (record.open === null) return 'not mine';
    const line = decode(bytes, from, Math.min(to, from + MAX_LENGTH));
    // Unlike a prompt, these fill the whole line.
    const isWholeLine = line.length < MAX_LENGTH && (AUTHOR.test(line) || EXITED.test(line));
    if (!PROMPT.test(line) && !isWholeLine) return 'not mine';
    record.closeRecord();
    return 'handled';
  };
}
