import { buildCatalog, buildSettings, buildSigns, buildWords, type Content, type Language, type Words } from '../catalog/index.ts';
import { compile, open, type Report } from '../engine/index.ts';
import { maskReport } from '../engine/mask.ts';
import { visible } from '../display/index.ts';
import { terminalText } from '../i18n/terminal.ts';
import { compare, Intake, type Comparison, type InspectedReport } from '../inspect/index.ts';
import { reply } from '../letter/index.ts';
import { pageAddress } from './page-address.ts';
import { InputError, readInput } from './read-input.ts';
import { renderComparison } from './render-comparison.ts';
import { renderInspection } from './render-inspection.ts';
import { renderReport } from './render-report.ts';

/** What is printed of a file: its report as text or as a line of JSON, or the reply to the customer who sent it. */
export type Form = 'text' | 'json' | 'reply';

/** Diagnose each file in turn and print its report, compared with the log from before a fix if there is one; the exit code is the one of usage.ts. */
export async function runDiagnose(content: Content, files: string[], form: Form, language: Language, before: string | undefined): Promise<number> {
  const catalog = buildCatalog(content);
  const matcher = compile(catalog);
  const words = buildWords(content, language);
  const signs = buildSigns(content);
  const text = terminalText[language];
  const codes = new Set<number>();
  const inspect = async (file: string, since: string | null): Promise<InspectedReport | null> => {
    const intake = new Intake({
      diagnosis: open(matcher, { now: Date.now(), offset: -new Date().getTimezoneOffset(), since }),
      catalog: matcher.catalog.version,
      signs,
      loadSettings: () => Promise.resolve(buildSettings(content)),
      decode: (bytes, encoding) => new TextDecoder(encoding).decode(bytes),
      encode: (text) => new TextEncoder().encode(text),
    });
    try {
      const skipped = await readInput(file, { begin: (name) => intake.begin(name), push: (bytes) => intake.push(bytes), isOver: () => false, turn: () => Promise.resolve() }, text);
      for (const { name, reason } of skipped) process.stderr.write(`${visible(file)}${text.colon}${visible(name)}${text.colon}${text.unreadable[reason]}\n`);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      process.stderr.write(`${error.message}\n`);
      return null;
    }
    return intake.close();
  };
  const first = before === undefined ? null : await inspect(before, null);
  if (before !== undefined && first === null) return 2;
  for (const file of files) {
    const report = await inspect(file, first?.span.to ?? null);
    codes.add(report ? codeOf(report) : 2);
    if (report) process.stdout.write(print(file, report, words, form, first && compare(first, report, catalog)));
  }
  return [2, 1, 3].find((code) => codes.has(code)) ?? 0;
}

function print(file: string, report: InspectedReport, words: Words, form: Form, comparison: Comparison | null): string {
  if (form === 'reply') return `${reply(maskReport(report), words, pageAddress(words.language), Date.now())}\n`;
  const missing = report.missing.map((key) => words.missing[report.product ?? '']?.[key] ?? { what: key, commands: { linux: '' } });
  if (form === 'json') return `${JSON.stringify({ schema: 1, file, ...report, missing: missing.map(({ what, commands }) => ({ what, command: commands.linux })), ...(comparison && { comparison }) })}\n`;
  const compared = comparison ? `${renderComparison(comparison, words)}\n\n` : '';
  return compared + renderReport(file, report, words, missing, report.inspections.map((inspection) => renderInspection(inspection, words.language)));
}

function codeOf({ status }: Report): number {
  return status === 'unrecognised' ? 3 : status === 'action-needed' ? 1 : 0;
}
