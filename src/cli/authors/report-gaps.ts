import type { InspectedReport } from '../../intake/index.ts';
import type { Answer, Status, UnknownLine } from '../../model/report.ts';

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
  /** Like `messages`, for lines below the level at which the product logs problems. */
  minor: UnknownText[];
  /** Texts after a known message that say why it was printed, with that message. */
  causes: UnknownText[];
}

/**
 * Return what a report shows that the content lacks.
 *
 * @param whole the report on the same log that lists unknown lines of every level
 */
export function gapsOf(report: InspectedReport, whole?: InspectedReport): ReportGaps {
  const problems = new Set(report.unknown.flatMap(({ line, lines }) => [line, ...lines]));
  return {
    status: report.status,
    isKnown: report.product !== null,
    answers: report.answers.map(({ guide, confidence }) => ({ guide, confidence })),
    missing: report.missing,
    messages: report.unknown.map(textOf),
    minor: (whole?.unknown ?? [])
      .filter(({ line, lines }) => ![line, ...lines].some((at) => problems.has(at)))
      .map(textOf),
    causes: report.findings.flatMap(({ chain, rest, count, lines }) => {
      const entry = chain.at(-1)?.entry;
      return rest === null || entry === undefined
        ? []
        : [{ text: `${entry} … ${rest}`, count, line: lines[0] ?? 0, nearest: null }];
    }),
  };
}

function textOf({ template, count, line, nearest }: UnknownLine): UnknownText {
  return { text: template, count, line, nearest: nearest?.entry ?? null };
}
