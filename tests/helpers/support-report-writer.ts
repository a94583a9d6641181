import { AnalyzedLog } from '../../src/analyzer/worker/analyzed-log.ts';
import { LineBuffer } from '../../src/analyzer/worker/line-buffer.ts';
import {
  buildCatalog,
  buildSettings,
  buildDetectionHints,
  buildWords,
  type Content,
} from '../../src/compiler/index.ts';
import { compile, openDiagnosis, type Matcher } from '../../src/engine/index.ts';
import type { Language } from '../../src/model/languages.ts';
import type { ReportTexts } from '../../src/model/words.ts';
import type { Replacement } from '../../src/redaction/index.ts';
import { Intake } from '../../src/intake/index.ts';
import { findPayload } from '../../src/intake/report-payload.ts';
import { finishReport, redactParts } from '../../src/report/redact-parts.ts';
import { redactedReport } from '../../src/report/redacted-report.ts';

/** A support report, and the values that were replaced in it. */
export interface Written {
  markdown: string;
  replacements: Replacement[];
}

/** The input of a support report, besides the log. */
interface Inputs {
  language?: 'en' | 'ja';
  notes?: typeof SILENT;
  undone?: ReadonlySet<string>;
  file?: string;
}

/** A sender who fills in nothing. */
export const SILENT = { system: '', installed: '', changed: '', tried: '' };
/** Address of the site in support reports. */
export const SITE = 'https://support.example.com/kb/en/';
const NOW = Date.parse('2026-11-24T15:00:00Z');

/** Writes support reports in the words of a content folder. */
export class SupportReportWriter {
  readonly matcher: Matcher;
  private readonly settings;
  private readonly hints;
  private readonly words: Record<Language, ReportTexts>;
  /** The site's own text: if a private value also occurs in it, a leak cannot be detected. */
  private readonly own: string;

  constructor(content: Content) {
    const catalog = buildCatalog(content);
    this.matcher = compile(catalog);
    this.settings = buildSettings(content);
    this.hints = buildDetectionHints(content);
    this.words = Object.fromEntries(
      content.site.languages.map((language) => [language, buildWords(content, language)]),
    ) as Record<Language, ReportTexts>;
    this.own =
      Object.values(this.words)
        .flatMap(({ guides }) => Object.values(guides))
        .map((guide) => JSON.stringify(guide))
        .join('\n')
        .toLowerCase() + JSON.stringify(catalog).toLowerCase();
  }

  /** Write the support report as the analyzer and the command do. */
  async write(
    text: string,
    { language = 'en', notes = SILENT, undone = new Set<string>(), file = 'x.log' }: Inputs = {},
  ): Promise<Written> {
    const { catalog } = this.matcher;
    let kept: LineBuffer | null = null;
    const intake = new Intake({
      diagnosis: openDiagnosis(this.matcher, { now: NOW, offset: -540 }),
      catalog: catalog.version,
      hints: this.hints,
      loadSettings: () => Promise.resolve(this.settings),
      onLog: (bytes) => (kept ??= new LineBuffer(bytes)).appendChunk(bytes),
    });
    intake.beginFile(file);
    intake.addBytes(new TextEncoder().encode(text));
    const report = await intake.finishReport();
    const lines = kept as LineBuffer | null;
    lines?.finish();
    const { source } = new AnalyzedLog(report, lines, catalog);
    const redactor = {
      redactParts: (asked: Parameters<typeof redactParts>[1]) =>
        redactParts(source, asked, catalog),
      finish: (finished: Parameters<typeof finishReport>[0]) =>
        Promise.resolve(finishReport(finished, catalog)),
    };
    return redactedReport(
      redactor,
      { notes, undone, done: new Set(), now: NOW, address: (path) => SITE + path },
      this.words[language],
    );
  }

  /** List the values that were replaced but can still be read. */
  leaksOf({ markdown, replacements }: Written): string[] {
    const texts = readings(markdown);
    return replacements
      .map(({ value }) => value.toLowerCase())
      .filter(
        (value) =>
          value.length > 3 &&
          texts.some((text) => hasWord(text, value)) &&
          !this.own.includes(value),
      );
  }
}

/** Return the ways in which an attacker could read a report, in lower case. */
export function readings(markdown: string): string[] {
  const block = findPayload(markdown);
  const rows = block && 'rows' in block ? block.rows.map(({ text }) => text).join('\n') : '';
  const shown = `${markdown}\n${rows}`;
  const unescaped = shown.replace(/\\([!-/:-@[-`{-~])/g, '$1');
  const decoded = shown.replace(/%[2-7][0-9a-f]/gi, (escape) =>
    String.fromCharCode(parseInt(escape.slice(1), 16)),
  );
  return [shown, unescaped, decoded, shown.replace(/\s+/g, '')].map((text) => text.toLowerCase());
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!/[a-z0-9]/.test(text[at - 1] ?? ' ') && !/[a-z0-9]/.test(text[at + word.length] ?? ' '))
      return true;
  return false;
}
