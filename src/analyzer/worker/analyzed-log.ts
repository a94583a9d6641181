import { formatMinute } from '../../report/format/index.ts';
import { maskReport } from '../../redaction/mask-secrets.ts';
import { LineHeaders, type Catalog, type CatalogProduct } from '../../engine/index.ts';
import type { InspectedReport } from '../../intake/index.ts';
import type { ReportSource } from '../../report/redact-parts.ts';
import type { LineBuffer } from './line-buffer.ts';
import { LineRoles } from './line-roles.ts';
import { RowOffsets } from './row-offsets.ts';
import { makeTimeline } from './make-timeline.ts';
import type { AnswerTo, LineFilter, Question, Timeline } from './protocol.ts';

/**
 * An analyzed log with its report. Everything derived from its lines is computed on first use,
 * because the report comes first.
 */
export class AnalyzedLog {
  readonly report: InspectedReport;
  /** null if there is no log, as for a configuration file alone. */
  readonly #buffer: LineBuffer | null;
  readonly #catalog: Catalog;
  #madeRoles: LineRoles | null = null;
  #madeOffsets: RowOffsets | null = null;
  #madeTimeline: Timeline | null | undefined;

  constructor(report: InspectedReport, buffer: LineBuffer | null, catalog: Catalog) {
    this.report = report;
    this.#buffer = buffer;
    this.#catalog = catalog;
    const product = this.#product;
    if (product) buffer?.expectHeaders(new LineHeaders(product, catalog.formats, Date.now()));
  }

  get #product(): CatalogProduct | undefined {
    return this.#catalog.products.find(({ id }) => id === this.report.product);
  }

  async answerQuestion(question: Question): Promise<AnswerTo> {
    const buffer = this.#buffer;
    switch (question.kind) {
      case 'lines':
        return { count: buffer?.count ?? 0, numbers: buffer?.numbers ?? null };
      case 'rows':
        return (buffer?.rows(question.rows) ?? []).map((row) => ({
          ...row,
          role: this.#roles?.roleOf(row.line),
        }));
      case 'tops':
        return this.#rowOffsets?.firstRows(question.columns, question.lines) ?? new Uint32Array(1);
      case 'filter':
        return (
          buffer?.filter(question.filter, this.#lineTest(question.filter)) ?? new Uint32Array(0)
        );
      case 'timeline':
        return this.#timeline;
      case 'redact':
        return (await loadRedaction()).redactParts(this.source, question, this.#catalog);
      case 'finish':
        return (await loadRedaction()).finishReport(question, this.#catalog);
      case 'mask':
        return maskReport(this.report);
    }
  }

  /** The input for a support report. */
  get source(): ReportSource {
    const starts = (this.#timeline?.starts ?? []).map(({ minute, version }) => ({
      time: formatMinute(minute),
      version,
    }));
    return { report: this.report, log: this.#buffer, starts };
  }

  get #roles(): LineRoles | null {
    return (this.#madeRoles ??= this.#buffer && new LineRoles(this.report, this.#buffer));
  }

  get #rowOffsets(): RowOffsets | null {
    return (this.#madeOffsets ??= this.#buffer && new RowOffsets(this.#buffer));
  }

  get #timeline(): Timeline | null {
    if (this.#madeTimeline === undefined) {
      this.#madeTimeline =
        this.#buffer &&
        this.#roles &&
        makeTimeline(this.report, this.#buffer, this.#roles, this.#product);
    }
    return this.#madeTimeline;
  }

  /** Return a test that selects the lines of a filter by findings or marks; null selects all. */
  #lineTest({ findings, marked }: LineFilter): ((line: number) => boolean) | null {
    if (findings === null) return marked ? (line) => this.#roles?.roleOf(line) !== undefined : null;
    const lines = new Set(findings.flatMap((index) => this.report.findings[index]?.lines ?? []));
    return (line) => lines.has(line);
  }
}

/** Load the code that only a support report needs. */
function loadRedaction(): Promise<typeof import('../../report/redact-parts.ts')> {
  return import('../../report/redact-parts.ts');
}
