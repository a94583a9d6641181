import { redact, type Catalog, type Redacted, type Redactable, type Replacement, type Typed } from '../engine/index.ts';
import { writeBlock, type InspectedReport } from '../inspect/index.ts';
import { linesToCarry, linesToQuote, shorten } from '../letter/index.ts';
import { MAX_SHOWN } from './break-line.ts';
import type { KeptLines } from './kept-lines.ts';
import { mayStay } from './may-stay.ts';
import type { RedactedParts, Timeline, ToRedact } from './protocol.ts';

/** Redact what a report for support is made of; all at once, so that a name that one line gives away is known in the others. */
export async function redactParts({ texts, typed, leave }: ToRedact, report: InspectedReport, kept: KeptLines | null, starts: Timeline['starts'], catalog: Catalog): Promise<RedactedParts> {
  const quoting = new Set(linesToQuote(report));
  const { rows, isThin } = kept ? linesToCarry(report, kept) : { rows: [], isThin: false };
  // Without its end a log is read as another one.
  const isWhole = rows.length > 0 && kept?.isCut === false;
  // What the sender types comes last: the numbers of the stand-ins do not change while they type.
  const subject: Redactable = [rows.map(({ text }) => text), report, texts, typed.map((text) => ({ typed: text }))];
  const staying = new Set([...leave].filter((standIn) => mayStay({ kind: standIn.replace(/-\d+$/, '') as Replacement['kind'] })));
  const { redacted, replacements } = redact({ catalog }, subject, staying) as Redacted<Redactable> & { redacted: [string[], InspectedReport, string[], Typed[]] };
  const [cleanLines, cleanReport, cleanTexts, cleanTyped] = redacted;
  const excerpt = { catalog: catalog.version, total: report.lines.total, rows: rows.map(({ line }, index) => ({ line, text: cleanLines[index] ?? '' })), isThin };
  const quoted = excerpt.rows.flatMap(({ line, text }) => (quoting.has(line) ? [shorten(text, MAX_SHOWN)] : []));
  return { quoted, excerpt, block: isWhole ? await writeBlock(excerpt) : [], starts, report: cleanReport, texts: cleanTexts, typed: cleanTyped.map((text) => text.typed), replacements };
}
