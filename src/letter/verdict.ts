import type { Words } from '../catalog/words.ts';
import {
  findingsOf,
  isOneCause,
  nameInProse,
  readableTime,
  tellSummary,
} from '../display/index.ts';
import { spanOf, type Answer, type Report, type Status } from '../engine/index.ts';
import { analyzerText } from '../i18n/analyzer-text.ts';
import { sentences } from '../i18n/sentences.ts';
import { plain } from '../i18n/piece.ts';
import type { ReportText } from '../i18n/report.ts';
import { verdictFacts } from '../i18n/verdict-facts.ts';
import { EFFECTS, type Filesystem, type InspectedReport } from '../inspect/index.ts';

/** What a report comes to, in words. */
export interface Verdict {
  /** How grave it is; note: that is for the reader to say. */
  tone: Status | 'stopped' | 'note';
  /** What it asks of the reader; null where nobody can say. */
  urgency: string | null;
  /** Since when; null for what is over, and where the log has no times. */
  since: string | null;
  version: string | null;
  /** What is wrong, or was, in one sentence. */
  sentence: string;
  /** What the lines say went wrong, of several possible reasons; null where they say several, or a reason that nobody knows. */
  cause: string | null;
  /** What that means, and what to do; null where nothing is to be done. */
  summary: string | null;
  facts: string[];
  /** Faults that have nothing to do with one another, where there are several, each with its guide. */
  faults: { guide: string; sentence: string }[];
}

/** Say what a report comes to; `now` in milliseconds since 1970 tells whether a deadline has passed, null where nobody knows when it is read. */
export function verdict(report: InspectedReport, words: Words, now: number | null = null): Verdict {
  const text = sentences[words.language].report;
  const { status, version, product, data } = report;
  const [first] = report.answers;
  const open = status === 'action-needed' && first && isOpen(first, report) ? first : null;
  const since = open && (beginningOf(report) ?? spanOf(findingsOf(report, open.evidence)).from);
  const unknown = unknownLines(report);
  const late = isLate(report, now);
  const faults =
    open && report.kind === 'log'
      ? faultsOf(report).map((answer) => ({
          guide: answer.guide,
          sentence: faultOf(answer, report, words).sentence,
        }))
      : [];
  const { isStop, facts, ...own } = open
    ? ofAnswer(open, report, words)
    : (ofStop(report, words, text) ??
      ofFigures(report, words, text) ??
      withoutGuide(report, words, text));
  return {
    tone: report.exited ? 'stopped' : status,
    urgency:
      status === 'unrecognised'
        ? null
        : status !== 'action-needed'
          ? text.urgency.nothing
          : unknown > 0 && !open
            ? text.urgency.look
            : data.deadline === null || late
              ? text.urgency.now
              : text.urgency.by(readableTime(data.deadline)),
    since: since && analyzerText[words.language].since(readableTime(since)),
    version: version && text.version(version, words.releases[product ?? '']?.[version] ?? null),
    cause: null,
    ...own,
    facts: [
      ...(open?.confidence === 'possible' && report.missing.length > 0 ? [text.notCertain] : []),
      ...(facts ?? []),
      ...verdictFacts(isStop ? { ...report, stopped: null } : report, words, readableTime, late),
      ...(unknown > 0 && open ? [text.unknownToo(unknown)] : []),
      ...(status === 'unrecognised' && report.kind === 'log' ? hintsOf(report, text) : []),
      ...(status === 'healthy' && report.kind === 'log'
        ? [text.thisLogOnly(report.span.to && readableTime(report.span.to))]
        : []),
    ],
    faults: faults.length > 1 ? faults : [],
  };
}

/** Whether the time until when nothing is lost has passed; not where nobody knows what time it is. */
export function isLate({ data: { deadline }, zone }: Report, now: number | null): boolean {
  return now !== null && deadline !== null && latestInstant(deadline, zone) < now;
}

/** The latest instant that a time as written can mean, in milliseconds since 1970: where no zone is known, in the one that comes last. */
function latestInstant(time: string, zone: string | null): number {
  return Date.parse(`${time}${zone ?? '-12:00'}`);
}

/** When the outage that lasts began, where it is not the first one and all that is wrong: its fault came and went before. */
function beginningOf(report: InspectedReport): string | null {
  const { data, answers, exited } = report;
  const isAll = answers.filter((answer) => isOpen(answer, report)).length === 1;
  return isAll && !exited && data.outages > 1 && data.to === null ? data.from : null;
}

type Own = Pick<Verdict, 'sentence' | 'summary'> &
  Partial<Pick<Verdict, 'cause' | 'tone' | 'urgency' | 'facts'>> & { isStop?: true };

/** A guide's title says what is wrong, and the last link of its evidence why; of a configuration it is known more exactly. */
function ofAnswer(answer: Answer, report: InspectedReport, words: Words): Own {
  const { guide, evidence } = answer;
  const { inspections } = report;
  const text = sentences[words.language].inspect;
  const files = inspections.flatMap((inspection) =>
    inspection.kind === 'config' ? [inspection] : [],
  );
  const written = files
    .flatMap(({ problems, file }) =>
      problems.map((problem) => ({ ...problem, file: files.length > 1 ? file : null })),
    )
    .filter((problem) => problem.guide === guide);
  const worst = EFFECTS.map((effect) => written.find((problem) => problem.effect === effect)).find(
    (problem) => problem !== undefined,
  );
  if (evidence.length > 0 || !worst || worst.effect === 'note')
    return faultOf(answer, report, words);
  const sentence = plain(text.problem(worst));
  // Such a fault has no line of its own.
  const isOfFile = worst.code === 'missing' || worst.code === 'encoding';
  return {
    sentence: isOfFile ? sentence : text.config.at(worst.line, sentence, worst.file),
    summary: text.config.costs[worst.effect],
  };
}

/** An answer as what is wrong, why, and what to do; where the log proves one of the guide's cases, without the others: those in brackets behind its title and in its summary. */
export function faultOf(
  answer: Answer,
  report: InspectedReport,
  words: Words,
): Pick<Verdict, 'sentence' | 'cause' | 'summary'> {
  const { title, summary } = words.guides[answer.guide] ?? { title: answer.guide, summary: '' };
  const ends = endsOf(answer, report);
  const [why] = ends.map((end) => words.entries[end]);
  const isKnown =
    why !== undefined &&
    isOneCause(summary, ends) &&
    !ends.some((end) => words.entries[end]?.vague);
  return {
    sentence: isKnown ? nameInProse(title) : title,
    cause: isKnown ? why.summary : null,
    summary:
      tellSummary(
        summary,
        isKnown && answer.confidence !== 'possible' ? ends : [],
        report.exited || report.stopped !== null,
      ) || null,
  };
}

/**
 * The entries that the evidence of an answer ends in, but for what only follows from the rest; none where one of them is a thing that nobody
 * knows, the words of another program that prove nothing, or a message that is no fault but for what did not follow it.
 */
function endsOf({ evidence, confidence }: Answer, report: InspectedReport): string[] {
  const found = findingsOf(report, evidence);
  const causes = found.filter(({ role }) => role !== 'consequence');
  const ends = new Set(
    (causes.length > 0 ? causes : found).map(({ chain, rest, role }) =>
      rest === null && role !== 'info' && (confidence === 'certain' || !chain.at(-1)?.foreign)
        ? chain.at(-1)?.entry
        : undefined,
    ),
  );
  const known = [...ends].filter((end) => end !== undefined);
  return known.length === ends.size ? known : [];
}

/** The last word of a log may be that the agent was asked to stop: whether that is well, only the reader knows. */
function ofStop(report: InspectedReport, words: Words, text: ReportText): Own | null {
  const { status, stopped } = report;
  if (report.kind !== 'log' || stopped === null || (status !== 'healthy' && status !== 'recovered'))
    return null;
  const past = status === 'recovered' ? pastOf(report, words) : null;
  return {
    tone: 'note',
    urgency: text.urgency.down,
    sentence: text.down(readableTime(stopped)),
    summary: text.downToDo,
    facts: past
      ? [past.sentence, ...(past.summary === null ? [] : [past.summary])]
      : [text.status.healthy],
    isStop: true,
  };
}

/** Memory and filesystems are shown and not judged: what is too much, only the reader knows. Nor does a version tell what goes wrong. */
function ofFigures(
  { kind, status, inspections }: InspectedReport,
  words: Words,
  text: ReportText,
): Own | null {
  if (status !== 'healthy' || (kind !== 'df' && kind !== 'meminfo' && kind !== 'version'))
    return null;
  const inspect = sentences[words.language].inspect;
  const full = inspections
    .flatMap((inspection) => (inspection.kind === 'df' ? inspection.filesystems : []))
    .find(isFull);
  if (full)
    return {
      tone: 'note',
      urgency: text.urgency.look,
      sentence: inspect.disk.full(full.device, full.mount),
      summary: null,
    };
  return {
    tone: 'note',
    urgency: kind === 'version' ? null : text.urgency.figures,
    sentence: inspect.healthy[kind],
    summary: null,
  };
}

/** Images that are mounted to be read have never any space left. */
function isFull({ device, mount, size, available, posted }: Filesystem): boolean {
  return (
    (posted || mount === '/') && size > 0 && available <= 0 && !/^\/dev\/(?:loop|sr)\d/.test(device)
  );
}

function withoutGuide(report: InspectedReport, words: Words, text: ReportText): Own {
  const { status, kind } = report;
  if (status === 'recovered') return pastOf(report, words);
  if (status === 'healthy')
    return {
      sentence:
        kind === 'log' ? text.status.healthy : sentences[words.language].inspect.healthy[kind],
      summary: null,
    };
  if (status === 'unrecognised' && kind !== 'log')
    return { sentence: sentences[words.language].inspect.undecided, summary: null };
  if (status === 'unrecognised')
    return {
      sentence:
        report.lines.total === 0
          ? text.status.empty
          : report.sibling === null
            ? text.status.unrecognised
            : text.sibling(report.sibling),
      summary: null,
    };
  const unknown = unknownLines(report);
  if (unknown > 0) return { sentence: text.unknownOnly(unknown), summary: text.unknownToDo };
  return (
    (report.lines.problem === 0 && ofOutput(report, words, text)) || {
      sentence: text.unanswered,
      summary: text.unansweredToDo,
    }
  );
}

/** What a command printed says is wrong by itself, without a line of a log: a service is down, or there is no such path, for which there is no guide. */
function ofOutput({ inspections }: InspectedReport, words: Words, text: ReportText): Own | null {
  const {
    inspect: { service },
    probe,
  } = sentences[words.language];
  const [found] = inspections.filter(({ kind }) => kind === 'service' || kind === 'probe');
  if (found?.kind === 'service')
    return {
      sentence: service.down,
      summary:
        found.loaded !== 'not-found'
          ? text.downToDo
          : found.manager === 'windows'
            ? service.notInstalled
            : service.notFound,
    };
  return found?.kind === 'probe'
    ? { sentence: probe.noPath, summary: probe.meaning[found.case](found.status) }
    : null;
}

/** Why a log is nobody's that this site knows, and what would be known. */
function hintsOf({ sibling, findings }: InspectedReport, text: ReportText): string[] {
  if (sibling !== null) return [text.siblingHint];
  return [...(findings.length > 0 ? [text.anyProgram] : []), text.unrecognisedHint];
}

/** Say what was, where it is over. Of several the first answer is told; what was harmless all along is not over. */
export function pastOf(
  report: InspectedReport,
  words: Words,
): Pick<Verdict, 'sentence' | 'summary'> {
  const text = sentences[words.language].report;
  const over = report.answers.find(({ state }) => state === 'recovered');
  const guide = over && words.guides[over.guide];
  if (!over) return { sentence: text.status.harmless, summary: null };
  const evidence = findingsOf(report, over.evidence);
  const { from, to } = spanOf(evidence);
  const ends = report.span.to;
  const sentence = guide?.past ?? text.over(guide?.title ?? over.guide);
  return {
    sentence,
    summary:
      from === null || to === null
        ? text.isOver
        : text.wasSeen(
            readableTime(from),
            readableTime(to),
            ends === to ? null : ends && readableTime(ends),
          ),
  };
}

/** What an answer's fault came to; what does no harm is not still there, nor over. */
export function stateOf(answer: Answer, report: InspectedReport): Answer['state'] | 'harmless' {
  const evidence = findingsOf(report, answer.evidence);
  return evidence.length > 0 && evidence.every(({ role }) => role === 'harmless')
    ? 'harmless'
    : answer.state;
}

/** Whether an answer is why something has to be done. */
function isOpen(answer: Answer, report: InspectedReport): boolean {
  const state = stateOf(answer, report);
  return state !== 'recovered' && state !== 'harmless';
}

/** What is still there; an answer that explains no line of its own is another reading of the same fault. */
function faultsOf(report: InspectedReport): Answer[] {
  const told = new Set<number>();
  return report.answers
    .filter((answer) => isOpen(answer, report))
    .filter(({ evidence }) => {
      const isNew = evidence.length === 0 || evidence.some((index) => !told.has(index));
      for (const index of evidence) told.add(index);
      return isNew;
    });
}

function unknownLines({ unknown, folded }: InspectedReport): number {
  return unknown.reduce((sum, { count }) => sum + count, folded.unknown);
}
