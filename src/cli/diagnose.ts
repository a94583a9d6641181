import { LineBuffer } from '../analyzer/worker/line-buffer.ts';
import {
  buildCatalog,
  buildSettings,
  buildDetectionHints,
  buildWords,
  type Content,
} from '../compiler/index.ts';
import type { Language } from '../model/languages.ts';
import type { ReportTexts } from '../model/words.ts';
import { compile, openDiagnosis, type Answer, type Report } from '../engine/index.ts';
import { maskReport } from '../redaction/mask-secrets.ts';
import { escapeReport } from '../report/format/index.ts';
import { terminalText } from '../i18n/terminal.ts';
import { compareReports, Intake, type Comparison, type InspectedReport } from '../intake/index.ts';
import { applicableSteps, customerReply, provenCause } from '../report/index.ts';
import { jsonLine } from './json-line.ts';
import { pageAddress } from './page-address.ts';
import { InputError, readInput } from './read-input.ts';
import { renderComparison } from './render-comparison.ts';
import { renderInspection } from './render-inspection.ts';
import { renderReport } from './render-report.ts';
import { printError } from './print-error.ts';
import { writeSupport } from './write-support.ts';

/**
 * The output for a file: its report as text or as a line of JSON, a reply to the customer who sent
 * it, or a support report.
 */
export type OutputFormat = 'text' | 'json' | 'reply' | 'support';

/** The report on a file, and the log's lines if a support report needs them. */
interface Inspected {
  report: InspectedReport;
  lines: LineBuffer | null;
}

/**
 * Diagnose each file and print its report; if `before`, a log from before a fix, is given, compare
 * the file with it. Return the exit code described in usage.ts.
 */
export async function runDiagnose(
  content: Content,
  files: string[],
  format: OutputFormat,
  language: Language,
  before: string | undefined,
): Promise<number> {
  const catalog = buildCatalog(content);
  const matcher = compile(catalog);
  const words = buildWords(content, language);
  const signs = buildDetectionHints(content);
  const text = terminalText[language];
  const codes = new Set<number>();
  const inspect = async (file: string, since: string | null): Promise<Inspected | null> => {
    let kept: LineBuffer | null = null;
    const intake = new Intake({
      diagnosis: openDiagnosis(matcher, {
        now: Date.now(),
        offset: -new Date().getTimezoneOffset(),
        since,
      }),
      catalog: matcher.catalog.version,
      signs,
      loadSettings: () => Promise.resolve(buildSettings(content)),
      decode: (bytes, encoding) => new TextDecoder(encoding).decode(bytes),
      encode: (text) => new TextEncoder().encode(text),
      ...(format === 'support' && {
        onLog: (bytes: Uint8Array) => (kept ??= new LineBuffer(bytes)).appendChunk(bytes),
        onSkip: (lines: number) => (kept ??= new LineBuffer(new Uint8Array(0))).skipLines(lines),
      }),
    });
    try {
      const skipped = await readInput(
        file,
        {
          beginFile: (name) => intake.beginFile(name),
          writeBytes: (bytes) => intake.addBytes(bytes),
          isDone: () => false,
          yieldToTasks: () => Promise.resolve(),
        },
        text,
      );
      for (const { name, reason } of skipped)
        printError([file, name, text.unreadable[reason]].join(text.colon));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      printError(error.message);
      return null;
    }
    const report = await intake.finishReport();
    const lines = kept as LineBuffer | null;
    lines?.finish();
    return { report, lines };
  };
  const first = before === undefined ? null : await inspect(before, null);
  if (before !== undefined && first === null) return 2;
  for (const file of files) {
    const read = await inspect(file, first?.report.span.to ?? null);
    codes.add(read ? exitCodeOf(read.report) : 2);
    if (!read) continue;
    const { report, lines } = read;
    if (format === 'support')
      process.stdout.write(await writeSupport(report, lines, words, catalog));
    else
      process.stdout.write(
        formatOutput(
          file,
          report,
          words,
          format,
          first && compareReports(first.report, report, catalog),
        ),
      );
  }
  return [2, 1, 3].find((code) => codes.has(code)) ?? 0;
}

function formatOutput(
  file: string,
  report: InspectedReport,
  words: ReportTexts,
  format: Exclude<OutputFormat, 'support'>,
  comparison: Comparison | null,
): string {
  if (format === 'reply')
    return `${customerReply(maskReport(report), words, pageAddress(words.language), Date.now())}\n`;
  const missing = report.missing.map(
    (key) => words.missing[report.product ?? '']?.[key] ?? { what: key, commands: { linux: '' } },
  );
  if (format === 'json')
    return jsonLine({
      schema: 1,
      file,
      ...report,
      answers: report.answers.map((answer) => ({
        ...withoutCauses(answer),
        ...actionsOf(answer, report, words),
      })),
      missing: missing.map(({ what, commands }) => ({ what, command: commands.linux })),
      ...(comparison && { comparison }),
    });
  const compared = comparison ? `${renderComparison(escapeReport(comparison), words)}\n\n` : '';
  return (
    compared +
    renderReport(
      file,
      escapeReport(report),
      words,
      missing,
      report.inspections.map((inspection) => renderInspection(inspection, words.language)),
    )
  );
}

function withoutCauses({ causes: _causes, ...answer }: Answer): Omit<Answer, 'causes'> {
  return answer;
}

/** Return the cause that the log proves and the steps that apply, by their ids. */
function actionsOf(
  answer: Answer,
  report: InspectedReport,
  words: ReportTexts,
): { cause: string | null; steps: string[] } {
  return {
    cause: provenCause(answer, words)?.id ?? null,
    steps: applicableSteps(answer, report, words).map(({ id }) => id),
  };
}

function exitCodeOf({ status }: Report): number {
  return status === 'unrecognised' ? 3 : status === 'action-needed' ? 1 : 0;
}
