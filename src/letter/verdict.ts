import type { Words } from '../catalog/words.ts';
import { findingsOf, readableTime } from '../display/index.ts';
import { spanOf, type Answer } from '../engine/index.ts';
import { sentences } from '../i18n/sentences.ts';
import type { ReportText } from '../i18n/report.ts';
import { verdictFacts } from '../i18n/verdict-facts.ts';
import type { InspectedReport } from '../inspect/index.ts';

/** What a report comes to, in words. */
export interface Verdict {
  /** What it asks of the reader; null where nobody can say. */
  urgency: string | null;
  /** Since when; null for what is over, and where the log has no times. */
  since: string | null;
  version: string | null;
  /** What is wrong, or was, in one sentence. */
  sentence: string;
  /** What that means, and what to do; null where nothing is to be done. */
  summary: string | null;
  facts: string[];
}

/** Say what a report comes to. */
export function verdict(report: InspectedReport, words: Words): Verdict {
  const text = sentences[words.language].report;
  const { status, version, product, data } = report;
  const [first] = report.answers;
  const open = status === 'action-needed' && first && isOpen(first, report) ? first : null;
  const since = open && (beginningOf(report) ?? spanOf(findingsOf(report, open.evidence)).from);
  const unknown = unknownLines(report);
  return {
    urgency: status === 'unrecognised' ? null : status !== 'action-needed' ? text.urgency.nothing : unknown > 0 && !open ? text.urgency.look : data.deadline === null ? text.urgency.now : text.urgency.by(readableTime(data.deadline)),
    since: since && text.since(readableTime(since)),
    version: version && text.version(version, words.releases[product ?? '']?.[version] ?? null),
    ...(open ? { sentence: words.guides[open.guide]?.title ?? open.guide, summary: words.guides[open.guide]?.summary ?? null } : withoutGuide(report, words, text)),
    facts: [
      ...(open?.confidence === 'possible' && report.missing.length > 0 ? [text.notCertain] : []),
      ...verdictFacts(report, words, readableTime),
      ...(unknown > 0 && open ? [text.unknownToo(unknown)] : []),
      ...(status === 'unrecognised' && report.kind === 'log' ? hintsOf(report, text) : []),
      ...(status === 'healthy' && report.kind === 'log' ? [text.thisLogOnly(report.span.to && readableTime(report.span.to))] : []),
    ],
  };
}

/** When the outage that lasts began, where it is not the first one and all that is wrong: its fault came and went before. */
function beginningOf(report: InspectedReport): string | null {
  const { data, answers, exited } = report;
  const isAll = answers.filter((answer) => isOpen(answer, report)).length === 1;
  return isAll && !exited && data.outages > 1 && data.to === null ? data.from : null;
}

function withoutGuide(report: InspectedReport, words: Words, text: ReportText): Pick<Verdict, 'sentence' | 'summary'> {
  const { status, kind } = report;
  if (status === 'recovered') return ofPast(report, words, text);
  if (status === 'healthy') return { sentence: kind === 'log' ? text.status.healthy : sentences[words.language].inspect.healthy[kind], summary: null };
  if (status === 'unrecognised') return { sentence: kind === 'log' ? (report.sibling === null ? text.status.unrecognised : text.sibling(report.sibling)) : sentences[words.language].inspect.undecided, summary: null };
  const unknown = unknownLines(report);
  return unknown > 0 ? { sentence: text.unknownOnly(unknown), summary: text.unknownToDo } : { sentence: text.unanswered, summary: text.unansweredToDo };
}

/** Why a log is nobody's that this site knows, and what would be known. */
function hintsOf({ sibling, findings }: InspectedReport, text: ReportText): string[] {
  if (sibling !== null) return [text.siblingHint];
  return [...(findings.length > 0 ? [text.anyProgram] : []), text.unrecognisedHint];
}

/** Of what is over the first answer is told; what was harmless all along is not over. */
function ofPast(report: InspectedReport, words: Words, text: ReportText): Pick<Verdict, 'sentence' | 'summary'> {
  const over = report.answers.find(({ state }) => state === 'recovered');
  const guide = over && words.guides[over.guide];
  if (!over) return { sentence: text.status.harmless, summary: null };
  const evidence = findingsOf(report, over.evidence);
  const { from, to } = spanOf(evidence);
  const ends = report.span.to;
  const sentence = guide?.past ?? text.over(guide?.title ?? over.guide);
  return { sentence, summary: from === null || to === null ? text.isOver : text.wasSeen(readableTime(from), readableTime(to), ends === to ? null : ends && readableTime(ends)) };
}

/** What an answer's fault came to; what does no harm is not still there, nor over. */
export function stateOf(answer: Answer, report: InspectedReport): Answer['state'] | 'harmless' {
  const evidence = findingsOf(report, answer.evidence);
  return evidence.length > 0 && evidence.every(({ role }) => role === 'harmless') ? 'harmless' : answer.state;
}

/** Whether an answer is why something has to be done. */
function isOpen(answer: Answer, report: InspectedReport): boolean {
  const state = stateOf(answer, report);
  return state !== 'recovered' && state !== 'harmless';
}

function unknownLines({ unknown, folded }: InspectedReport): number {
  return unknown.reduce((sum, { count }) => sum + count, folded.unknown);
}
