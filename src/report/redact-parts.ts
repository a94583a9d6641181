import type { Catalog, Report } from '../engine/index.ts';
import {
  redact,
  redactComposed,
  type ComposedText,
  type Redactable,
  type Redacted,
  type Replacement,
  type TypedText,
} from '../redaction/index.ts';
import type { Excerpt, InspectedReport } from '../intake/index.ts';
import { encodePayload } from '../intake/report-payload.ts';
import { linesToEmbed, type LogLines } from './lines-to-embed.ts';
import { linesToQuote } from './lines-to-quote.ts';
import { mapUnredactedTexts } from './map-unredacted-texts.ts';
import { canUnredact } from './can-unredact.ts';
import { truncate } from './truncate.ts';
import type { ProgramStart } from './support-report.ts';

/** Longer lines are cut to this many characters where they are quoted. */
const MAX_QUOTED = 2_000;

/** The parts of a support report before redaction. */
export interface ReportSource {
  report: InspectedReport;
  /** Null without a log. `isTruncated`: the log is longer than what was kept. */
  log: (LogLines & { isTruncated: boolean }) | null;
  starts: ProgramStart[];
}

/** What the sender typed, and the stand-ins that the sender undid. Secrets stay replaced. */
export interface RedactionRequest {
  typed: string[];
  /** Replacements made in an earlier report from the same parts. */
  known: Replacement[];
  undone: ReadonlySet<string>;
}

/** The parts of a support report after redaction. */
export interface RedactedParts {
  /** The lines that the report quotes. */
  quoted: string[];
  /** The content of the block that reopens the report. */
  excerpt: Excerpt;
  block: string[];
  starts: ProgramStart[];
  report: InspectedReport;
  typed: string[];
  replacements: Replacement[];
}

/**
 * Redact the parts of a support report, all at once, so that a private name found in one part is
 * replaced in all.
 */
export async function redactParts(
  { report, log, starts }: ReportSource,
  { typed, known, undone }: RedactionRequest,
  catalog: Catalog,
): Promise<RedactedParts> {
  const quoting = new Set(linesToQuote(report));
  const { rows, isThin } = log ? linesToEmbed(report, log) : { rows: [], isThin: false };
  // A log without its end would be diagnosed differently.
  const isWhole = rows.length > 0 && log?.isTruncated === false;
  // Typed text comes last, so that the numbers of stand-ins stay the same while the sender types.
  const subject: Redactable = [
    rows.map(({ text }) => text),
    report,
    textsOf(report),
    starts.map(({ version }) => version ?? ''),
    typed.map((text) => ({ typed: text })),
  ];
  const { redacted, replacements } = redact(
    { catalog },
    subject,
    permitted(undone),
    known,
  ) as Redacted<Redactable> & { redacted: [string[], Report, string[], string[], TypedText[]] };
  const [cleanLines, cleanReport, cleanTexts, cleanVersions, cleanTyped] = redacted;
  const excerpt = {
    catalog: catalog.version,
    total: report.lines.total,
    rows: rows.map(({ line }, index) => ({ line, text: cleanLines[index] ?? '' })),
    isThin,
  };
  return {
    quoted: excerpt.rows.flatMap(({ line, text }) =>
      quoting.has(line) ? [truncate(text, MAX_QUOTED)] : [],
    ),
    excerpt,
    block: isWhole ? await encodePayload(excerpt) : [],
    starts: starts.map(({ time, version }, index) => ({
      time,
      version: version === null ? null : (cleanVersions[index] ?? ''),
    })),
    report: { ...report, ...cleanReport, ...withTexts(report, cleanTexts) },
    typed: cleanTyped.map((text) => text.typed),
    replacements,
  };
}

/** A finished report to redact once more, and the replacements already made in its parts. */
export interface FinalRedactionRequest extends ComposedText {
  replacements: Replacement[];
  undone: ReadonlySet<string>;
}

/** Redact a finished report once more. */
export function finishReport(
  { replacements, undone, ...finished }: FinalRedactionRequest,
  catalog: Catalog,
): Redacted<string> {
  return redactComposed({ catalog }, finished, replacements, permitted(undone));
}

/** Return the stand-ins that the sender undid and may undo. */
function permitted(undone: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(
    [...undone].filter((standIn) =>
      canUnredact({ kind: standIn.replace(/-\d+$/, '') as Replacement['kind'] }),
    ),
  );
}

/** List the texts of the inspections and the version, which the engine does not redact. */
function textsOf(report: InspectedReport): string[] {
  const texts: string[] = [];
  mapUnredactedTexts(report, (text) => {
    texts.push(text);
    return text;
  });
  return texts;
}

function withTexts(
  report: InspectedReport,
  texts: readonly string[],
): Pick<InspectedReport, 'inspections' | 'version'> {
  let index = 0;
  return mapUnredactedTexts(report, () => texts[index++] ?? '');
}
