import type { InspectedReport } from '../../intake/index.ts';
import type { Answer, Status } from '../../model/report.ts';

/** A text that no entry matches. */
export interface UnknownText {
  text: string;
  count: number;
  line: number;
  /** The known message that is most similar. */
  nearest: string | null;
}

/** What a report shows that the content lacks. */
export interface ReportGaps {
  status: Status;
  isKnown: boolean;
  answers: Pick<Answer, 'guide' | 'confidence'>[];
  /** Keys of the information that the report asks for. */
  missing: string[];
  /** Lines without an entry. */
  messages: UnknownText[];
  /** Texts after a known message that say why it was printed, with that message. */
  causes: UnknownText[];
}

/** Return what a report shows that the content lacks. */
export function gapsOf(report: InspectedReport): ReportGaps {
  return {
    status: report.status,
    isKnown: report.product !== null,
    answers: report.answers.map(({ guide, confidence }) => ({ guide, confidence })),
    missing: report.missing,
    messages: report.unknown.map(({ template, count, line, nearest }) => ({
      text: template,
      count,
      line,
      nearest: nearest?.entry ?? null,
    })),
    causes: report.findings.flatMap(({ chain, rest, count, lines }) => {
      const entry = chain.at(-1)?.entry;
      return rest === null || entry === undefined
        ? []
        : [{ text: `${entry} … ${rest}`, count, line: lines[0] ?? 0, nearest: null }];
    }),
  };
}
