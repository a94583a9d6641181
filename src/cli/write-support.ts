import { AnalyzedLog } from '../analyzer/worker/analyzed-log.ts';
import type { LineBuffer } from '../analyzer/worker/line-buffer.ts';
import type { ReportTexts } from '../model/words.ts';
import type { Catalog } from '../engine/index.ts';
import type { InspectedReport } from '../intake/index.ts';
import { finishReport, redactedReport, redactParts, type SenderNotes } from '../report/index.ts';

const NO_NOTES: SenderNotes = { system: '', installed: '', changed: '', tried: '' };

/**
 * Write the same support report as the analyzer does with an empty form. `kept` is null if there is
 * no log.
 */
export async function writeSupport(
  report: InspectedReport,
  kept: LineBuffer | null,
  words: ReportTexts,
  catalog: Catalog,
  address: (path: string) => string,
): Promise<string> {
  const { source } = new AnalyzedLog(report, kept, catalog);
  const { markdown } = await redactedReport(
    {
      redactParts: (asked) => redactParts(source, asked, catalog),
      finish: (finished) => Promise.resolve(finishReport(finished, catalog)),
    },
    {
      notes: NO_NOTES,
      done: new Set(),
      undone: new Set(),
      now: Date.now(),
      address,
    },
    words,
  );
  return markdown;
}
