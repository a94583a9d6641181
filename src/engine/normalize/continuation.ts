import { haveSameEnvelopes, NO_ENVELOPES, type StrippedLine } from '../headers/envelopes.ts';
import { unmatchedRestOf } from '../chains/chain.ts';
import {
  explainsMore,
  isComplete,
  lacksCause,
  type OpenRecord,
} from '../records/record-interpreter.ts';
import type { FurtherLine } from './joined-lines.ts';
import type { LogLine } from './log-line.ts';
import type { RepairContext, RepairStep } from './step.ts';

/** A line that continues the open record. */
export function continuation({ record, isShort }: RepairContext): RepairStep {
  /**
   * Return whether a line is a remark rather than part of the message above it. People write such
   * remarks into short pastes, below a message without a header.
   */
  const isRemark = (open: OpenRecord, line: FurtherLine): boolean => {
    const { header, chain } = record.interpreter.meaningOf(open);
    if (!isShort || header.level > 0 || !chain || unmatchedRestOf(chain) !== null) return false;
    if (lacksCause(open) || !isComplete(chain)) return false;
    const furtherLines = [...open.furtherLines, line];
    const joined = record.interpreter.meaningOf({ ...open, furtherLines, read: null });
    return !explainsMore(joined.chain, chain);
  };

  return (line) => {
    const { open } = record;
    if (!open) return 'not mine';
    const further = asFurtherLine(line, open);
    if (!isRemark(open, further)) record.addLine(open, further);
    return 'handled';
  };
}

/** Return a line without the envelopes that it shares with the first line of the record. */
export function asFurtherLine(
  { variants }: LogLine,
  open: OpenRecord | null,
): FurtherLine & Pick<StrippedLine, 'depth'> {
  const same = variants.find(({ forms }) =>
    haveSameEnvelopes(forms, open ? open.envelopes : NO_ENVELOPES),
  );
  return { ...(same ?? (variants[0] as StrippedLine)), lacksEnvelope: same === undefined };
}
