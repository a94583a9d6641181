import {
  buildCatalog,
  buildSettings,
  buildDetectionHints,
  buildWords,
  type Content,
} from '../../src/compiler/index.ts';
import { compile, openDiagnosis, type Matcher } from '../../src/engine/index.ts';
import type { ReportTexts } from '../../src/model/words.ts';
import { redact } from '../../src/redaction/index.ts';
import { Intake, type InspectedReport } from '../../src/intake/index.ts';
import { encodePayload } from '../../src/intake/report-payload.ts';
import { linesToEmbed } from '../../src/report/lines-to-embed.ts';
import { linesToQuote } from '../../src/report/lines-to-quote.ts';
import { supportReport } from '../../src/report/support-report.ts';

/** A report that was sent: the diagnosis, its text, its payload and the lines in the payload. */
export interface SentReport {
  sent: InspectedReport;
  markdown: string;
  block: string[];
  held: number;
}

/** Sends support reports and opens them again. */
export class ReportSender {
  readonly matcher: Matcher;
  readonly words: ReportTexts;
  private readonly settings;
  private readonly hints;

  constructor(content: Content) {
    this.matcher = compile(buildCatalog(content));
    this.words = buildWords(content, 'en');
    this.settings = buildSettings(content);
    this.hints = buildDetectionHints(content);
  }

  /** Diagnose a pasted text, or open the report in it. */
  read(text: string): Promise<InspectedReport> {
    const intake = new Intake({
      diagnosis: openDiagnosis(this.matcher, { now: Date.now(), offset: 540 }),
      catalog: this.matcher.catalog.version,
      hints: this.hints,
      loadSettings: () => Promise.resolve(this.settings),
    });
    intake.beginFile('x');
    intake.addBytes(new TextEncoder().encode(text));
    return intake.finishReport();
  }

  /** Write a report as the analyzer does: choose lines, redact them, pack them, write the text. */
  async send(log: string): Promise<SentReport> {
    const sent = await this.read(log);
    const rows = log
      .replace(/\n$/, '')
      .split('\n')
      .map((row) => row.replace(/\r$/, ''));
    const { rows: carried, isThin } = linesToEmbed(sent, {
      count: rows.length,
      numberAt: (at) => at + 1,
      text: (line) => rows[line - 1],
    });
    const { redacted } = redact(this.matcher, [carried.map(({ text }) => text), sent]);
    const [texts, report] = redacted as [string[], InspectedReport];
    const excerpt = {
      catalog: this.matcher.catalog.version,
      total: sent.lines.total,
      rows: carried.map(({ line }, index) => ({ line, text: texts[index] ?? '' })),
      isThin,
    };
    const quoting = new Set(linesToQuote(sent));
    const block = await encodePayload(excerpt);
    const lines = excerpt.rows.flatMap(({ line, text }) => (quoting.has(line) ? [text] : []));
    const notes = {
      system: 'Rocky Linux 9',
      installed: 'yum',
      changed: 'shindan-report/1',
      tried: '',
    };
    const markdown = supportReport(
      {
        report,
        lines,
        block,
        excerpt,
        inspected: [],
        starts: [],
        notes,
        done: new Set(),
        now: Date.now(),
        address: (path) => `https://x.example/en/${path}`,
      },
      this.words,
    );
    return { sent, markdown, block, held: carried.length };
  }
}

/** Return the parts of a report that must be equal after reopening. */
export function view({
  status,
  exited,
  data,
  answers,
  version,
  lines,
  findings,
  inspections,
  kind,
}: InspectedReport): object {
  return {
    status,
    exited,
    data,
    version,
    lines,
    kind,
    inspections: inspections.length,
    answers: answers.map(({ guide, confidence, state, evidence }) => ({
      guide,
      confidence,
      state,
      lines: evidence.flatMap((index) => findings[index]?.lines ?? []),
    })),
  };
}

/** Return the parts that must be equal even if only a part of the log was sent. */
export const diagnosisOf = ({ status, exited, data, answers }: InspectedReport): object => ({
  status,
  exited,
  data,
  answers: answers.map(({ guide, state }) => ({ guide, state })),
});

const twoDigits = (number: number): string => String(number).padStart(2, '0');
/** Lines of a log that the engine ignores. */
export const CHATTER = Array.from({ length: 4000 }, (_, index) => {
  const [minute, second] = [20 + Math.floor(index / 200), Math.floor(index / 4) % 50];
  const clock = `04:${twoDigits(minute)}:${twoDigits(second)}`;
  return `2026/03/02 ${clock} DEBUG <metrics> collected ${index}\n`;
}).join('');
