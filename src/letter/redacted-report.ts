import type { Words } from '../catalog/words.ts';
import { eachText } from '../engine/each-text.ts';
import type { Redacted, Replacement } from '../engine/index.ts';
import type { InspectedReport } from '../inspect/index.ts';
import { configSentences } from './config-sentences.ts';
import { mapTail } from './map-tail.ts';
import type { RedactedParts, ToFinish, ToRedact } from './redact-parts.ts';
import { supportReport, type SupportInput, type Told } from './support-report.ts';
import { tellOutputs } from './tell-outputs.ts';

/** What redacts where the log is: in the analyzer's worker, or right here. */
export interface Redactor {
  /** Redact what a report is made of. */
  redactParts(asked: ToRedact): Promise<RedactedParts>;
  /** Redact it once more when it is written. */
  finish(finished: ToFinish): Promise<Redacted<string>>;
}

/** What the sender says and does to a report, and where its links lead. */
export interface Sender extends Pick<SupportInput, 'told' | 'done' | 'now' | 'address'> {
  /** Stand-ins whose values stay. */
  leave: ReadonlySet<string>;
}

/** A report for support without private values. */
export interface RedactedReport {
  markdown: string;
  /** The lines that its block holds; none where it has no block. */
  carried: string[];
  replacements: Replacement[];
}

/** Write the report for support from redacted parts, and redact it once more as a whole, so that no value is left in a heading or in a sentence. */
export async function redactedReport(
  redactor: Redactor,
  { leave, ...sender }: Sender,
  words: Words,
): Promise<RedactedReport> {
  const first = await writeOnce(redactor, [], { leave, ...sender }, words);
  // What only the finished text gave away is still in the lines of the block.
  return first.isComplete
    ? first
    : writeOnce(redactor, first.replacements, { leave, ...sender }, words);
}

async function writeOnce(
  redactor: Redactor,
  known: Replacement[],
  { leave, ...sender }: Sender,
  words: Words,
): Promise<RedactedReport & { isComplete: boolean }> {
  const parts = await redactor.redactParts({ typed: Object.values(sender.told), known, leave });
  const input = inputOf(parts, sender, words);
  const { redacted, replacements } = await redactor.finish({
    text: supportReport(input, words),
    own: supportReport(emptied(input, words), words),
    replacements: parts.replacements,
    leave,
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
  sender: Omit<Sender, 'leave'>,
  words: Words,
): SupportInput {
  const told = Object.fromEntries(
    Object.keys(sender.told).map((key, index) => [key, typed[index] ?? '']),
  ) as Told;
  return {
    ...sender,
    report,
    lines: quoted,
    excerpt,
    block,
    starts,
    told,
    inspected: inspectedIn(report, words),
  };
}

function inspectedIn(report: InspectedReport, { language }: Words): string[] {
  return [...configSentences(report, language), ...tellOutputs(report.inspections, language)];
}

/** The same input without a word of the log or the sender: what is written from it is our own. */
function emptied(input: SupportInput, words: Words): SupportInput {
  const empty = (): string => '';
  const report = {
    ...input.report,
    ...(eachText(input.report, empty) as InspectedReport),
    ...mapTail(input.report, empty),
  };
  return {
    ...input,
    report,
    lines: [],
    inspected: inspectedIn(report, words),
    starts: [],
    told: { system: '', installed: '', changed: '', tried: '' },
  };
}
