import { decode } from '../lines/bytes.ts';
import type { RepairContext, RepairStep } from './step.ts';

/** Bytes of the longest line that is examined. */
const MAX_LENGTH = 80;
/** The author and time of a message in a chat: `ito  10:43 AM`, `[10:43] ito: `. */
const AUTHOR =
  /^(?:\S+(?: \S+){0,3} +\[?\d{1,2}:\d\d(?: ?[AP]M)?\]?$|\[\d{1,2}:\d\d(?: ?[AP]M)?\] \S)/;
/** What Compose prints when a container has ended. */
const EXITED = /^[\w.-]+ exited with code \d+(?: \(restarting\))?$/;

/** A line that a chat, or Compose, puts between the lines of a log: it ends a record. */
export function betweenLines({ record, isShort }: RepairContext): RepairStep {
  return {
    name: 'between-lines',
    mayApply: ({ text: { from, to } }) =>
      isShort && record.open !== null && to - from <= MAX_LENGTH,
    apply: ({ text: { bytes, from, to } }) => {
      const line = decode(bytes, from, to).trimEnd();
      if (!AUTHOR.test(line) && !EXITED.test(line)) return 'not mine';
      record.closeRecord();
      return 'handled';
    },
  };
}
