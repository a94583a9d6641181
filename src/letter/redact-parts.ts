import {
  redact,
  redactFinished,
  type Catalog,
  type Finished,
  type Redactable,
  type Redacted,
  type Replacement,
  type Report,
  type Typed,
} from '../engine/index.ts';
import { writeBlock, type Excerpt, type InspectedReport } from '../inspect/index.ts';
import { linesToCarry, type LogLines } from './lines-to-carry.ts';
import { linesToQuote } from './lines-to-quote.ts';
import { mapTail } from './map-tail.ts';
import { mayStay } from './may-stay.ts';
import { shorten } from './shorten.ts';
import type { Start } from './support-report.ts';

/** Of a longer line so many characters are quoted. */
const MAX_QUOTED = 2_000;

/** What a report for support is made of, as it was read. */
export interface Source {
  report: InspectedReport;
  /** null where there is no log; cut where it goes on behind what is kept. */
  log: (LogLines & { isCut: boolean }) | null;
  starts: Start[];
}

/** What the sender adds, and which stand-ins they want undone; those of secrets never are. */
export interface ToRedact {
  typed: string[];
  /** What was replaced in the report that was written before from the same parts. */
  known: Replacement[];
  leave: ReadonlySet<string>;
}

/** What a report for support is made of, without private values. */
export interface RedactedParts {
  /** The lines that it quotes. */
  quoted: string[];
  /** What its block holds. */
  excerpt: Excerpt;
  block: string[];
  starts: Start[];
  report: InspectedReport;
  typed: string[];
  replacements: Replacement[];
}

/** Redact what a report for support is made of; all at once, so that a name that one line gives away is known in the others. */
export async function redactParts(
  { report, log, starts }: Source,
  { typed, known, leave }: ToRedact,
  catalog: Catalog,
): Promise<RedactedParts> {
  const quoting = new Set(linesToQuote(report));
  const { rows, isThin } = log ? linesToCarry(report, log) : { rows: [], isThin: false };
  // Without its end a log is read as another one.
  const isWhole = rows.length > 0 && log?.isCut === false;
  // What the sender types comes last: the numbers of the stand-ins do not change while they type.
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

/** A finished report that has to be redacted once more, with what was replaced in its parts. */
export interface ToFinish extends Finished {
  replacements: Replacement[];
  leave: ReadonlySet<string>;
}

/** Redact a finished report. */
export function finishReport(
  { replacements, leave, ...finished }: ToFinish,
  catalog: Catalog,
): Redacted<string> {
  return redactFinished({ catalog }, finished, replacements, staying(leave));
}

/** The stand-ins that may be undone. */
function staying(leave: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(
    [...leave].filter((standIn) =>
      mayStay({ kind: standIn.replace(/-\d+$/, '') as Replacement['kind'] }),
    ),
  );
}

/** The texts of inspections, and the version, which the engine takes as they are. */
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
