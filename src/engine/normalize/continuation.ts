import { haveSameEnvelopes, NO_ENVELOPES, type StrippedLine } from '../headers/header.ts';
import type { OpenRecord } from '../records/record-interpreter.ts';
import type { FurtherLine } from './joined-lines.ts';
import type { LogLine } from './log-line.ts';
import type { RepairContext, RepairStep } from './step.ts';

/** A line that continues the open record. */
export function continuation({ record }: RepairContext): RepairStep {
  return {
    name: 'continuation',
    mayApply: () => record.open !== null,
    apply: (line) => {
      if (record.open) record.addLine(record.open, asFurtherLine(line, record.open));
      return 'handled';
    },
  };
}

/** Return a line as part of a record: without the envelopes that the record's first line had. */
export function asFurtherLine(
  { variants }: LogLine,
  open: OpenRecord | null,
): FurtherLine & Pick<StrippedLine, 'depth'> {
  const same = variants.find(({ forms }) =>
    haveSameEnvelopes(forms, open ? open.envelopes : NO_ENVELOPES),
  );
  return { ...(same ?? (variants[0] as StrippedLine)), lacksEnvelope: same === undefined };
}
