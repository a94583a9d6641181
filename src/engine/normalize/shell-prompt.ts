import { decode } from '../lines/bytes.ts';
import type { RepairContext, RepairStep } from './step.ts';

/** Bytes of a line that are searched for a prompt. */
const MAX_PROMPT = 120;
/**
 * `$ ` before a command; `[user@host ~]$`, `user@host:~#`, `PS C:\>` or `C:\>`, also without one.
 * A `$` at the end may be gone, as the mark of a line end. The folder may have a line of its own.
 */
const PROMPT = new RegExp(
  [
    String.raw`^[$%] \S`,
    String.raw`^\[?[\w.-]+@[\w.-]+[ :][^#$%>]*(?:[#$%>](?: |$)|~\]?$)`,
    String.raw`^~(?:/[\w.@+-]+)*/?$`,
    String.raw`^(?:PS )?[A-Z]:\\[^>]*>(?: ?\S|\s*$)`,
  ].join('|'),
);

/** A shell prompt, copied with the output above it: it ends a record. */
export function shellPrompt({ record }: RepairContext): RepairStep {
  return {
    name: 'shell-prompt',
    mayApply: ({ text: { bytes, from, to } }) =>
      record.open !== null && PROMPT.test(decode(bytes, from, Math.min(to, from + MAX_PROMPT))),
    apply: () => {
      record.closeRecord();
      return 'handled';
    },
  };
}
