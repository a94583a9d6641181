import type { ReportTexts } from '../model/words.ts';
import { mapReportTexts } from '../redaction/map-report-texts.ts';
import type { Redacted, Replacement } from '../redaction/index.ts';
import type { InspectedReport } from '../intake/index.ts';
import { configSentences } from './config-sentences.ts';
import { mapUnredactedTexts } from './map-unredacted-texts.ts';
import type { RedactedParts, FinalRedactionRequest, RedactionRequest } from './redact-parts.ts';
import { supportReport, type SupportInput, type SenderNotes } from './support-report.ts';
import { describeOutputs } from './describe-outputs.ts';

/** Redacts where the log is: in the analyzer's worker or in this process. */
export interface Redactor {
  /** Redact the parts of a report. */
  redactParts(asked: RedactionRequest): Promise<RedactedParts>;
  /** Redact the written report once more. */
  finish(finished: FinalRedactionRequest): Promise<Redacted<string>>;
}

/** The sender's input to a report, and where its links lead. */
export interface Sender extends Pick<SupportInput, 'notes' | 'done' | 'now' | 'address'> {
  /** Stand-ins in whose place the sender wants the original values. */
  undone: ReadonlySet<string>;
}

/** A support report without private values. */
export interface RedactedReport {
  markdown: string;
  /** The lines in its block; empty without a block. */
  carried: string[];
  replacements: Replacement[];
}

/**
 * Write the support report from redacted parts, then redact the whole text again, so that no
 * private value is left in a heading or sentence.
 */
export async function redactedReport(
  redactor: Redactor,
  { undone, ...sender }: Sender,
  words: ReportTexts,
): Promise<RedactedReport> {
  const first = await writeOnce(redactor, [], { undone, ...sender }, words);
  // The block may still contain values found only in the finished text, so write it again.
  return first.isComplete
    ? first
    : writeOnce(redactor, first.replacements, { undone, ...sender }, words);
}

async function writeOnce(
  redactor: Redactor,
  known: Replacement[],
  { undone, ...sender }: Sender,
  words: ReportTexts,
): Promise<RedactedReport & { isComplete: boolean }> {
  const parts = await redactor.redactParts({ typed: Object.values(sender.notes), known, undone });
  const input = inputOf(parts, sender, words);
  const { redacted, replacements } = await redactor.finish({
    text: supportReport(input, words),
    ownWords: supportReport(emptied(input, words), words),
    replacements: parts.replacements,
    undone,
  });
  const carried = parts.block.length === 0 ? [] : parts.excerpt.rows.map(({ text }) => text);
  return {
    markdown: redacted,
    carried,
    replacements,
    isComplete: replacements.length === parts.replacements.length,
  };
}

function inputOf(
  { report, quoted, excerpt, block, starts, typed }: RedactedParts,
  sender: Omit<Sender, 'undone'>,
  words: ReportTexts,
): SupportInput {
  const notes = Object.fromEntries(
    Object.keys(sender.notes).map((key, index) => [key, typed[index] ?? '']),
  ) as SenderNotes;
  return {
    ...sender,
    report,
    lines: quoted,
    excerpt,
    block,
    starts,
    notes,
    inspected: inspectedIn(report, words),
  };
}

function inspectedIn(report: InspectedReport, words: ReportTexts): string[] {
  return [...configSentences(report, words), ...describeOutputs(report.inspections, words)];
}

/** Empty all text of the log and the sender, to tell the site's own text from theirs. */
function emptied(input: SupportInput, words: ReportTexts): SupportInput {
  const empty = (): string => '';
  const report = {
    ...input.report,
    ...(mapReportTexts(input.report, empty) as InspectedReport),
    ...mapUnredactedTexts(input.report, empty),
  };
  return {
    ...input,
    report,
    lines: [],
    inspected: inspectedIn(report, words),
    starts: [],
    notes: { system: '', installed: '', changed: '', tried: '' },
  };
}
