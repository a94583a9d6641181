import type { Catalog, Report } from '../engine/index.ts';
import {
  redact,
  redactFinished,
  type Finished,
  type Redactable,
  type Redacted,
  type Replacement,
  type Typed,
} from '../redaction/index.ts';
import { writeBlock, type Excerpt, type InspectedReport } from '../intake/index.ts';
import { linesToCarry, type LogLines } from './lines-to-carry.ts';
import { linesToQuote } from './lines-to-quote.ts';
import { mapTail } from './map-tail.ts';
import { mayStay } from './may-stay.ts';
import { shorten } from './shorten.ts';
import type { Start } from './support-report.ts';

/** Longer lines are cut to this many characters where they are quoted. */
const MAX_QUOTED = 2_000;

/** The parts of a support report before redaction. */
export interface Source {
  report: InspectedReport;
  /** Null without a log. `isCut`: the log is longer than what was kept. */
  log: (LogLines & { isCut: boolean }) | null;
  starts: Start[];
}

/** What the sender typed, and the stand-ins to undo. Secrets stay replaced. */
export interface ToRedact {
  typed: string[];
  /** Replacements from an earlier report that was written from the same parts. */
  known: Replacement[];
  leave: ReadonlySet<string>;
}

/** The parts of a support report after redaction. */
export interface RedactedParts {
  /** The lines that the report quotes. */
  quoted: string[];
  /** The content of the block that reopens the report. */
  excerpt: Excerpt;
  block: string[];
  starts: Start[];
  report: InspectedReport;
  typed: string[];
  replacements: Replacement[];
}

/**
 * Redact the parts of a support report, all at once, so that a private name found in one part is
 * replaced in all.
 */
export async function redactParts(
  { report, log, starts }: Source,
  { typed, known, leave }: ToRedact,
  catalog: Catalog,
): Promise<RedactedParts> {
  const quoting = new Set(linesToQuote(report));
  const { rows, isThin } = log ? linesToCarry(report, log) : { rows: [], isThin: false };
  // A log without its end would be diagnosed differently.
  const isWhole = rows.length > 0 && log?.isCut === false;
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
    staying(leave),
    known,
  ) as Redacted<Redactable> & { redacted: [string[], Report, string[], string[], Typed[]] };
  const [cleanLines, cleanReport, cleanTexts, cleanVersions, cleanTyped] = redacted;
  const excerpt = {
    catalog: catalog.version,
    total: report.lines.total,
    rows: rows.map(({ line }, index) => ({ line, text: cleanLines[index] ?? '' })),
    isThin,
  };
  return {
    quoted: excerpt.rows.flatMap(({ line, text }) =>
      quoting.has(line) ? [shorten(text, MAX_QUOTED)] : [],
    ),
    excerpt,
    block: isWhole ? await writeBlock(excerpt) : [],
    starts: starts.map(({ time, version }, index) => ({
      time,
      version: version === null ? null : (cleanVersions[index] ?? ''),
    })),
    report: { ...report, ...cleanReport, ...withTexts(report, cleanTexts) },
    typed: cleanTyped.map((text) => text.typed),
    replacements,
  };
}

/** A finished report to redact once more, with the replacements already made in its parts. */
export interface ToFinish extends Finished {
  replacements: Replacement[];
  leave: ReadonlySet<string>;
}

/** Redact a finished report once more. */
export function finishReport(
  { replacements, leave, ...finished }: ToFinish,
  catalog: Catalog,
): Redacted<string> {
  return redactFinished({ catalog }, finished, replacements, staying(leave));
}

/** Filter the stand-ins to those that the sender may undo. */
function staying(leave: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(
    [...leave].filter((standIn) =>
      mayStay({ kind: standIn.replace(/-\d+$/, '') as Replacement['kind'] }),
    ),
  );
}

/** List the texts of the inspections and the version, which the engine does not redact. */
function textsOf(report: InspectedReport): string[] {
  const texts: string[] = [];
  mapTail(report, (text) => {
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
  return mapTail(report, () => texts[index++] ?? '');
}
