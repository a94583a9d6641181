import type { ReportTexts } from '../model/words.ts';
import { badResults, otherResults } from './bad-results.ts';
import {
  describeAnswer,
  describeFinding,
  faultSentence,
  isCutOff,
  type AnswerDescription,
  type Quote,
} from './describe-answer.ts';
import { findingsOf, formatTime } from './format/index.ts';
import { probeSentence } from './probe-sentence.ts';
import { startCommand } from './start-step.ts';
import {
  compareVersions,
  timeSpanOf,
  type Answer,
  type Finding,
  type Report,
  type Status,
} from '../engine/index.ts';
import { analyzerText } from '../i18n/analyzer.ts';
import { nameInTextOf } from '../i18n/name-in-text.ts';
import { backendOf, productNames } from '../i18n/product-names.ts';
import { sentences, type Sentences } from '../i18n/sentences.ts';
import { describeProblem } from './config-sentences.ts';
import { joinPieces } from '../i18n/sentence-piece.ts';
import { verdictDetails, verdictFacts } from '../i18n/verdict-facts.ts';
import type { Filesystem, InspectedReport, Inspection } from '../intake/index.ts';
import { EFFECTS } from '../model/inspection.ts';

/** Most bad results to list after the first. */
const MAX_RESULTS = 3;
/** A version this many years older than the newest one is called old. */
const OLD_YEARS = 3;

/** What to do about a report; `figures`: only the reader can judge its figures. */
export type Action = 'now' | 'look' | 'nothing' | 'figures';

/** The conclusion of a report, in words. */
export interface Verdict {
  /** How serious it is; `note` leaves that to the reader. */
  tone: Status | 'stopped' | 'note';
  /** What the reader should do; null if unknown. */
  action: Action | null;
  /** The same in words, with the deadline if there is one. */
  urgency: string | null;
  /** When the fault began; null if it is over or the log has no times. */
  since: string | null;
  version: string | null;
  /** What is or was wrong, in one sentence. */
  sentence: string;
  /** The causes that the log proves, with its values; null if it proves none. */
  cause: string | null;
  /** The text of the log that shows it; null if nothing can be quoted. */
  quote: Quote | null;
  /** What it means and what to do, if no cause is given; null if there is nothing to add. */
  summary: string | null;
  /** Whether the summary lists causes that the first steps distinguish. */
  areCausesOpen: boolean;
  /** What became of the program and of its data. */
  facts: string[];
  /** Further facts, which the steps do not depend on. */
  details: string[];
  /** Independent faults, each with its guide; empty unless there are several. */
  faults: { guide: string; sentence: string }[];
}

/**
 * Summarize a report in words. `now`, in milliseconds since 1970, decides whether a deadline has
 * passed; null if the time of reading is not known.
 */
export function verdict(
  report: InspectedReport,
  words: ReportTexts,
  now: number | null = null,
): Verdict {
  const text = sentences[words.language].report;
  const { status, version, product } = report;
  const [first] = report.answers;
  const open = status === 'action-needed' && first && isOpen(first, report) ? first : null;
  const since = open && (beginningOf(report) ?? timeSpanOf(findingsOf(report, open.evidence)).from);
  const unknown = unknownLines(report);
  const late = isDeadlinePassed(report, now);
  // In that case, the facts say when.
  const hasEnded = report.exited || report.stopped !== null;
  const faults =
    open && report.kind === 'log'
      ? faultsOf(report).map((answer) => ({
          guide: answer.guide,
          sentence: faultSentence(answer, report, words),
        }))
      : [];
  const cost = open && soleCost(open, report, words);
  const description = open
    ? withHeadline(describeOpenFault(open, report, words))
    : (describeFigures(report, words) ?? describeWithoutGuide(report, words));
  const { action = actionOf(report, open, words), cause = null, quote = null } = description;
  const openCauses = description.open ?? null;
  return {
    tone: description.tone ?? (report.exited ? 'stopped' : status),
    action,
    urgency: urgencyOf(action, late ? null : report.data.deadline, text),
    since: since && analyzerText[words.language].since(formatTime(since)),
    version:
      version &&
      text.version(
        productNames(words, product).program,
        version,
        words.releases[product ?? '']?.[version] ?? null,
      ),
    sentence: description.sentence,
    cause,
    quote,
    summary: description.summary,
    areCausesOpen: openCauses !== null,
    facts: [
      ...(open ? doubtOf(open, report, openCauses, text) : []),
      ...(description.facts ?? []),
      ...(cost === null ? [] : [cost]),
      ...(open ? otherResults(report, words) : []),
      ...verdictFacts(report, words, formatTime, late, startCommand(report, words)),
      ...(unknown > 0 && open ? [text.unknownToo(unknown)] : []),
      ...(status === 'unrecognised' && report.kind === 'log' ? hintsOf(report, words) : []),
      ...(status === 'healthy' && report.kind === 'log'
        ? [text.thisLogOnly(hasEnded ? null : report.span.to && formatTime(report.span.to))]
        : []),
    ],
    details: [
      ...(open ? [...outdatedFact(report, words), ...changesSince(report, open, words)] : []),
      ...verdictDetails(report, words, formatTime),
    ],
    faults: faults.length > 1 ? faults : [],
  };
}

/** Say how soon to act: before the deadline, if data is lost after one. */
function urgencyOf(
  action: Action | null,
  deadline: string | null,
  { urgency }: Sentences['report'],
): string | null {
  return action === 'now' && deadline !== null
    ? urgency.by(formatTime(deadline))
    : action && urgency[action];
}

/**
 * Say why an answer is not certain, unless the summary lists the `causes` that are open, or the
 * cause says that its line is cut off.
 */
function doubtOf(
  answer: Answer,
  report: InspectedReport,
  causes: string[] | null,
  text: Sentences['report'],
): string[] {
  if (answer.confidence === 'possible') {
    const isSaid = causes !== null || isCutOff(answer, report);
    // That the service is down is certain: only the reason is open, as the summary says.
    return isSaid || (answer.evidence.length === 0 && isServiceDown(report))
      ? []
      : [text.notCertain];
  }
  const found = findingsOf(report, answer.evidence);
  const isCut = answer.confidence === 'likely' && found.every(({ breaksOff }) => breaksOff);
  return isCut && found.length > 0 ? [text.endMissing] : [];
}

/** Return what to do about a report with the open fault `open`; null if it is not known. */
function actionOf(report: InspectedReport, open: Answer | null, words: ReportTexts): Action | null {
  if (report.status === 'unrecognised') return null;
  if (report.status !== 'action-needed') return 'nothing';
  const isPressing = open ? isUrgent(open, report, words) : unknownLines(report) === 0;
  return isPressing ? 'now' : 'look';
}

/**
 * Return whether a fault asks for action now: the service is down, or the log shows the fault, and
 * values or check results are missing or will be.
 */
function isUrgent(answer: Answer, report: InspectedReport, words: ReportTexts): boolean {
  if (isServiceDown(report)) return true;
  const { exited, data } = report;
  const isMinor = answer.isMinor || words.guides[answer.guide]?.effect === 'minor';
  const costs =
    exited || [data, data.checks].some(({ state }) => state === 'late' || state === 'lost');
  const canWait = canAllWait(findingsOf(report, answer.evidence), words);
  // A program that was started again works.
  const isQuiet = isMinor || canWait || answer.state === 'unknown';
  return answer.confidence !== 'possible' && (!isQuiet || costs);
}

/** Return whether the pasted state of the service says that it does not run. */
function isServiceDown({ inspections }: InspectedReport): boolean {
  return inspections.some(
    (inspection) =>
      inspection.kind === 'service' &&
      (inspection.state === 'failed' || inspection.state === 'stopped'),
  );
}

/**
 * Say what a fault costs if no other fault of the log is open, because the text also says that all
 * else works.
 */
export function soleCost(
  answer: Answer,
  report: InspectedReport,
  words: ReportTexts,
): string | null {
  return report.kind === 'log' && faultsOf(report).length > 1
    ? null
    : costOf(answer, report, words);
}

/**
 * Say what a fault costs while it lasts: the first of its guide's costs that applies. Return null
 * if none applies, or if several apply to the evidence, because each says that all else works.
 */
function costOf(answer: Answer, report: Report, words: ReportTexts): string | null {
  const costs = Object.entries(words.guides[answer.guide]?.costs ?? {});
  const costsIn = (indexes: readonly number[]): string[] => {
    const found = new Set(
      findingsOf(report, indexes).flatMap(({ chain }) => chain.map(({ entry }) => entry)),
    );
    return costs.flatMap(([entry, cost]) => (found.has(entry) ? cost : []));
  };
  if (new Set(costsIn(answer.evidence)).size > 1) return null;
  return costsIn([...answer.evidence, ...answer.consequences])[0] ?? null;
}

/** Say so if the log's version was years old when the newest one was released. */
function outdatedFact({ product, version }: Report, words: ReportTexts): string[] {
  if (version === null) return [];
  const releases = Object.entries(words.releases[product ?? ''] ?? {});
  // A version from before the first one listed is at least as old as that one.
  const [, released] =
    releases.findLast(([each]) => compareVersions(each, version) <= 0) ?? releases[0] ?? [];
  const [newest, newestReleased] = releases.at(-1) ?? [];
  if (!released || !newest || !newestReleased) return [];
  const age = Number(newestReleased.slice(0, 4)) - Number(released.slice(0, 4));
  return age < OLD_YEARS ? [] : [sentences[words.language].report.outdated(newest, newestReleased)];
}

/**
 * List what versions after that of the log, or of its wording, changed about the fault. A guide for
 * the messages of several products may name versions of another one.
 */
function changesSince(
  { product, version, wording }: Report,
  { guide }: Answer,
  words: ReportTexts,
): string[] {
  const printedBy = version ?? wording.until;
  const released = words.releases[product ?? ''] ?? {};
  if (printedBy === null) return [];
  return Object.entries(words.guides[guide]?.changes ?? {})
    .filter(([since]) => since in released && compareVersions(since, printedBy) > 0)
    .map(([since, text]) => sentences[words.language].report.changed(since, text));
}

/** Take the headline from the cause: it says more than the title of the guide. */
function withHeadline({ headline, detail, ...rest }: Description): Description {
  return { ...rest, sentence: headline ?? rest.sentence, cause: detail ?? null };
}

/** Return whether the deadline after which data is lost has passed; false if `now` is null. */
export function isDeadlinePassed({ data: { deadline } }: Report, now: number | null): boolean {
  // The log does not tell its time zone: assume the westernmost one.
  return now !== null && deadline !== null && Date.parse(`${deadline}-12:00`) < now;
}

/**
 * Return when the current outage began if earlier outages were resolved and its fault is the only
 * open one; otherwise null.
 */
function beginningOf(report: InspectedReport): string | null {
  const { data, answers, exited } = report;
  const isOnlyOpen = answers.filter((answer) => isOpen(answer, report)).length === 1;
  return isOnlyOpen && !exited && data.outages > 1 && data.to === null ? data.from : null;
}

type Description = Pick<Verdict, 'sentence' | 'summary'> &
  Partial<Pick<Verdict, 'cause' | 'quote' | 'tone' | 'action' | 'facts'>> &
  Partial<Pick<AnswerDescription, 'headline' | 'detail' | 'open'>>;

/** Describe an answer by its guide, or more precisely by the worst fault in a configuration. */
function describeOpenFault(
  answer: Answer,
  report: InspectedReport,
  words: ReportTexts,
): Description {
  const { guide, evidence } = answer;
  const { inspections } = report;
  const text = sentences[words.language].inspect;
  const files = inspections.flatMap((inspection) =>
    inspection.kind === 'config' ? [inspection] : [],
  );
  const written = files
    .flatMap(({ problems, file, product }) =>
      problems.map((problem) => ({ ...problem, product, file: files.length > 1 ? file : null })),
    )
    .filter((problem) => problem.guide === guide);
  const worst = EFFECTS.map((effect) => written.find((problem) => problem.effect === effect)).find(
    (problem) => problem !== undefined,
  );
  if (evidence.length > 0 || !worst || worst.effect === 'note') {
    const described = describeAnswer(answer, report, words);
    if (isDownWithoutReason(report)) return { ...described, sentence: text.service.down };
    const probe = inspections.find(({ kind }) => kind === 'probe');
    return evidence.length === 0 && probe?.kind === 'probe'
      ? { ...described, sentence: probeSentence(probe, words) }
      : described;
  }
  const sentence = joinPieces(describeProblem(worst, words, worst.product));
  // These faults concern the whole file, not a line.
  const isOfFile = worst.code === 'missing' || worst.code === 'encoding';
  return {
    sentence: isOfFile ? sentence : text.config.at(worst.line, sentence, worst.file),
    summary: text.config.costs[worst.effect](nameInTextOf(words, worst.product)),
  };
}

/** Return whether it is certain that a service is down, but nothing shows why. */
export function isDownWithoutReason({ answers: [first], inspections }: InspectedReport): boolean {
  return (
    first?.confidence === 'possible' &&
    first.evidence.length === 0 &&
    inspections.some(({ kind }) => kind === 'service')
  );
}

/**
 * Describe filesystems without judging them: only the reader knows what is too much. A
 * version does not show faults either.
 */
function describeFigures(
  { kind, status, inspections }: InspectedReport,
  words: ReportTexts,
): Description | null {
  if (status !== 'healthy' || (kind !== 'df' && kind !== 'version' && kind !== 'values'))
    return null;
  const inspect = sentences[words.language].inspect;
  const full = inspections
    .flatMap((inspection) => (inspection.kind === 'df' ? inspection.filesystems : []))
    .find(isFull);
  if (full)
    return {
      tone: 'note',
      action: 'look',
      sentence: inspect.disk.full(full.device, full.mount),
      summary: null,
    };
  return {
    tone: 'note',
    action: kind === 'version' || kind === 'values' ? null : 'figures',
    sentence: inspect.healthy[kind](backendIn(inspections, words)),
    summary: null,
  };
}

/** Return whether a filesystem is full. Read-only images, which are always full, do not count. */
function isFull({ device, mount, size, available, posted }: Filesystem): boolean {
  return (
    (posted || mount === '/') && size > 0 && available <= 0 && !/^\/dev\/(?:loop|sr)\d/.test(device)
  );
}

/** Describe a report whose fault, if it has any, is over or has no guide. */
function describeWithoutGuide(report: InspectedReport, words: ReportTexts): Description {
  const { startup } = sentences[words.language].report;
  if (report.startup === 'unconfirmed' && report.status !== 'action-needed' && isHarmless(report))
    return {
      tone: 'note',
      action: 'look',
      sentence: startup.unconfirmed(nameInTextOf(words, report.product)),
      summary: startup.unconfirmedToDo,
    };
  switch (report.status) {
    case 'recovered':
      return { ...describeResolved(report, words), ...noteOnStop(report) };
    case 'healthy':
      return describeHealthy(report, words);
    case 'unrecognised':
      return { sentence: unrecognizedSentence(report, words), summary: null };
    case 'action-needed':
      return describeUnanswered(report, words);
  }
}

/**
 * If the program was stopped and its host was not retired, the reader has to check whether it runs
 * again.
 */
function noteOnStop({ stopped, retired }: InspectedReport): Pick<Description, 'tone' | 'action'> {
  return stopped !== null && retired === null ? { tone: 'note', action: 'look' } : {};
}

function describeHealthy(report: InspectedReport, words: ReportTexts): Description {
  const { kind, exitedBy, findings, product } = report;
  const { status } = sentences[words.language].report;
  const nameInText = nameInTextOf(words, product);
  const ended = exitedBy === null ? null : describeFinding(exitedBy, report, words);
  if (ended) return { ...ended, summary: null, action: 'look' };
  // Messages that only say that something worked, such as those of an installation.
  const good = findings.every(({ role }) => role === 'harmless')
    ? describeFinding(0, report, words)
    : null;
  if (good) return { ...good, summary: null };
  const [bad, ...others] = badResults(report, words);
  if (bad !== undefined)
    return {
      tone: 'note',
      action: 'look',
      sentence: bad,
      cause: status.healthyProgram(nameInText),
      facts: others.slice(0, MAX_RESULTS),
      summary: null,
    };
  if (kind !== 'log') {
    const sentence = sentences[words.language].inspect.healthy[kind];
    return { sentence: sentence(backendIn(report.inspections, words)), summary: null };
  }
  if (report.complains)
    return { tone: 'note', action: 'look', sentence: status.notShown, summary: null };
  const note = noteOnStop(report);
  const sentence = note.tone ? status.healthyUntilStopped(nameInText) : status.healthy;
  return { sentence, summary: null, ...note };
}

function unrecognizedSentence(
  { kind, lines, sibling, ifOwn, unknown }: InspectedReport,
  { language }: ReportTexts,
): string {
  const text = sentences[language].report;
  if (kind !== 'log') return sentences[language].inspect.undecided;
  if (lines.total === 0) return text.status.empty;
  if (sibling !== null) return text.sibling(sibling);
  if (unknown.some(({ nearest }) => nearest)) return text.status.similar;
  return ifOwn === null ? text.status.unrecognised : text.status.anyProgram;
}

/** Describe faults that no guide explains: as far as known, or else what to do about them. */
function describeUnanswered(report: InspectedReport, words: ReportTexts): Description {
  const text = sentences[words.language].report;
  const nameInText = nameInTextOf(words, report.product);
  const unknown = unknownLines(report);
  const cut = report.findings.findIndex(({ breaksOff }) => breaksOff);
  if (report.missing.includes('whole-line') && cut >= 0)
    return {
      sentence: text.unanswered,
      ...describeFinding(cut, report, words),
      summary: text.cutOff,
    };
  if (unknown > 0)
    return { sentence: text.unknownOnly(unknown), summary: text.unknownToDo(nameInText) };
  const faults = report.findings.filter(isFault);
  const fault = canAllWait(faults, words) ? describeFault(report, words) : null;
  if (fault) return { ...fault, summary: null, action: 'look' };
  return (
    (report.lines.problem === 0 && describeOutput(report, words, text)) || {
      sentence: text.unanswered,
      summary: text.unansweredToDo(nameInText),
    }
  );
}

/**
 * Describe a fault that command output shows without log lines and that has no guide: a service
 * that is down, or an API path that does not exist.
 */
function describeOutput(
  { inspections }: InspectedReport,
  words: ReportTexts,
  text: Sentences['report'],
): Description | null {
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
            ? service.notInstalled(nameInTextOf(words, found.product))
            : service.notFound(),
    };
  return found?.kind === 'probe'
    ? {
        sentence: probe.noPath(backendIn([found], words)),
        summary: probeSentence(found, words),
      }
    : null;
}

/** Explain why a log is not recognized, and which lines would be. */
function hintsOf(
  { sibling, others, findings, ifOwn }: InspectedReport,
  words: ReportTexts,
): string[] {
  const text = sentences[words.language].report;
  const lines = Object.values(words.names).flatMap(({ line }) => line ?? []);
  if (sibling !== null) return [text.siblingHint];
  const nameInText = nameInTextOf(words, null);
  return [
    ...(others.length > 0 ? [text.fromOthers(others)] : []),
    ...(findings.length > 0 && ifOwn === null ? [text.anyProgram(nameInText)] : []),
    text.unrecognisedHint(lines, nameInText),
  ];
}

/**
 * Describe a resolved fault: the first resolved answer. A fault that was harmless all along does
 * not count as resolved.
 */
export function describeResolved(
  report: InspectedReport,
  words: ReportTexts,
): Pick<Verdict, 'sentence' | 'cause' | 'quote' | 'summary'> {
  const text = sentences[words.language].report;
  const over = report.answers.find(({ state }) => state === 'recovered');
  const guide = over && words.guides[over.guide];
  const fault = over ? null : describeFault(report, words);
  if (fault)
    return {
      sentence: text.over(fault.sentence),
      cause: null,
      quote: fault.quote,
      summary: whenSeen(report.findings.filter(isFault), report, text),
    };
  if (!over) {
    const [first] = report.answers;
    const { cause = null, quote = null } =
      (first ? describeAnswer(first, report, words) : describeHarmless(report, words)) ?? {};
    return { sentence: text.status.harmless, cause, quote, summary: null };
  }
  const { cause, quote } = describeAnswer(over, report, words);
  return {
    sentence: guide?.past ?? text.over(guide?.title ?? over.guide),
    cause: cause && text.was(cause),
    quote,
    summary: whenSeen(findingsOf(report, over.evidence), report, text),
  };
}

/** Say when the findings of a resolved fault occurred, and when the log ends without it. */
function whenSeen(
  findings: readonly Finding[],
  { span }: Report,
  text: Sentences['report'],
): string {
  const { from, to } = timeSpanOf(findings);
  if (from === null || to === null) return text.isOver;
  const ends = span.to === to ? null : span.to;
  return text.wasSeen(formatTime(from), formatTime(to), ends && formatTime(ends));
}

/** Describe the first fault of a log that has no guide; null if it has none. */
function describeFault(
  report: InspectedReport,
  words: ReportTexts,
): Pick<Verdict, 'sentence' | 'cause' | 'quote'> | null {
  return describeFinding(report.findings.findIndex(isFault), report, words);
}

/** Return whether there are findings, and nothing has to be done at once about any of them. */
function canAllWait(findings: readonly Finding[], words: ReportTexts): boolean {
  return (
    findings.length > 0 &&
    findings.every(({ chain }) => words.entries[chain.at(-1)?.entry ?? '']?.canWait)
  );
}

function isFault({ role }: Finding): boolean {
  return role === 'cause' || role === 'consequence';
}

/** Return whether nothing was ever wrong in a log, although a line looks like a fault. */
export function isHarmless({ answers, findings }: InspectedReport): boolean {
  return answers.length > 0
    ? answers.every(({ state }) => state !== 'recovered')
    : !findings.some(isFault);
}

/** Describe the first harmless message that no guide explains; null if there is none. */
function describeHarmless(
  report: InspectedReport,
  words: ReportTexts,
): Pick<Verdict, 'cause' | 'quote'> | null {
  const index = report.findings.findIndex(
    ({ role, level }) => role === 'harmless' && level !== 'DEBUG',
  );
  const found = index < 0 ? null : describeFinding(index, report, words);
  return found && { cause: found.sentence, quote: found.quote };
}

/** Return the state of an answer's fault; a harmless one is neither ongoing nor resolved. */
export function answerState(answer: Answer, report: InspectedReport): Answer['state'] | 'harmless' {
  const evidence = findingsOf(report, answer.evidence);
  return evidence.length > 0 && evidence.every(({ role }) => role === 'harmless')
    ? 'harmless'
    : answer.state;
}

/** Return whether an answer requires action. */
function isOpen(answer: Answer, report: InspectedReport): boolean {
  const state = answerState(answer, report);
  return state !== 'recovered' && state !== 'harmless';
}

/** List the open faults. Skip answers whose evidence earlier answers already explain. */
function faultsOf(report: InspectedReport): Answer[] {
  const explained = new Set<number>();
  return report.answers
    .filter((answer) => isOpen(answer, report))
    .filter(({ evidence }) => {
      const isNew = evidence.length === 0 || evidence.some((index) => !explained.has(index));
      for (const index of evidence) explained.add(index);
      return isNew;
    });
}

function unknownLines({ unknown, folded }: InspectedReport): number {
  return unknown.reduce((sum, { count }) => sum + count, folded.unknown);
}

/** Return the name of the backend of the first inspection's product. */
function backendIn([first]: readonly Inspection[], words: ReportTexts): string {
  return backendOf(productNames(words, first?.product ?? null));
}
