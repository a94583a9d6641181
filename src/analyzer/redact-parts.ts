import { redact, type Catalog, type Redacted, type Redactable, type Replacement } from '../engine/index.ts';
import type { InspectedReport } from '../inspect/index.ts';
import { mayStay } from './may-stay.ts';
import type { RedactedParts, ToRedact } from './protocol.ts';

/** Redact what a report for support is made of; all at once, so that a name that one line gives away is known in the others. */
export function redactParts({ lines, texts, leave }: ToRedact, report: InspectedReport, rowsOf: (lines: number[]) => { text: string }[], catalog: Catalog): RedactedParts {
  // What the sender types comes last: the numbers of the stand-ins do not change while they type.
  const subject: Redactable = [rowsOf(lines).map(({ text }) => text), report, texts];
  const staying = new Set([...leave].filter((standIn) => mayStay({ kind: standIn.replace(/-\d+$/, '') as Replacement['kind'] })));
  const { redacted, replacements } = redact({ catalog }, subject, staying) as Redacted<Redactable> & { redacted: [string[], InspectedReport, string[]] };
  const [cleanLines, cleanReport, cleanTexts] = redacted;
  return { lines: cleanLines, report: cleanReport, texts: cleanTexts, replacements };
}
