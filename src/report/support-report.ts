import type { ReportTexts } from '../model/words.ts';
import { findingsOf, logPlatform, formatTime, escapeReport } from './format/index.ts';
import { timeSpanOf, type Answer, type Finding } from '../engine/index.ts';
import { analyzerText } from '../i18n/analyzer.ts';
import { nameInTextOf } from '../i18n/name-in-text.ts';
import { sentences, type Sentences } from '../i18n/sentences.ts';
import { supportReportText, type SupportReportText } from '../i18n/support-report.ts';
import type { Excerpt, InspectedReport } from '../intake/index.ts';
import { commandsFor } from './commands-for.ts';
import {
  autolink,
  codeBlock,
  codeSpan,
  inItem,
  joinMarkdown,
  link,
  markdown,
  type Markdown,
} from './markdown.ts';
import { applicableSteps } from './applicable-parts.ts';
import { followUps } from './follow-ups.ts';
import { answerState, verdict } from './verdict.ts';

/** The sender's answers about facts that only they know; an empty string means no answer. */
export type SenderNotes = Record<'system' | 'installed' | 'changed' | 'tried', string>;

/** A start of the program in the log, with its time formatted for readers. */
export interface ProgramStart {
  time: string;
  version: string | null;
}

/** The content of a support report. All text from the log or the sender is already redacted. */
export interface SupportInput {
  report: InspectedReport;
  /** The lines that `linesToQuote` chose. */
  lines: string[];
  /** The block that reopens the report; empty without a log or if its end was not kept. */
  block: string[];
  /** The log lines that the block was made from. */
  excerpt: Excerpt;
  /** Faults in configurations, one sentence each, and findings in command output. */
  inspected: string[];
  starts: ProgramStart[];
  notes: SenderNotes;
  /** Ids of the completed steps of the first guide. */
  done: ReadonlySet<string>;
  /** When the report is written, in ms since 1970; a deadline before it has passed. */
  now: number;
  /** Return the URL of a page below the language's root, such as `guides/dns/`. */
  address(path: string): string;
}

const SHOWN_STARTS = 8;
/** Length of `2026-11-24 22:40`, in characters. */
const MINUTE = 16;
const SHOWN_UNKNOWN = 20;
const SHOWN_FINDINGS = 12;

/**
 * Write the support report as Markdown, in the language of the words: the sender's notes, the
 * verdict, its evidence, the timeline, unknown lines and completed steps.
 */
export function supportReport(input: SupportInput, words: ReportTexts): string {
  const { inspected, address } = input;
  const { report, starts } = escapeReport({ report: input.report, starts: input.starts });
  const { punctuation, report: say } = sentences[words.language];
  const { colon, comma, aside } = punctuation;
  const { report: text } = supportReportText[words.language];
  const [first, ...others] = report.answers;
  const section = (title: string, lines: Markdown[]): Markdown[] =>
    lines.length === 0 ? [] : [markdown`## ${title}`, joinMarkdown(lines, '\n')];
  const unknown = report.unknown.slice(0, SHOWN_UNKNOWN).map(({ template, count, line }) => {
    const place = `${say.lines(String(line))}${comma}${say.times(count)}`;
    return markdown`- ${codeSpan(template)}${aside(place)}`;
  });
  const moreUnknown =
    report.unknown.length > SHOWN_UNKNOWN
      ? [markdown`- ${say.more(report.unknown.length - SHOWN_UNKNOWN)}`]
      : [];
  const parts = [
    markdown`# ${verdict(report, words).sentence}`,
    markdown`${text.stoodIn}`,
    ...section(text.sender, noteLines(input.notes, words.language)),
    ...section(text.verdict, verdictLines(report, input.now, words, say)),
    ...section(
      text.others,
      others.map((answer) => {
        const guide = link(titleOf(answer, words), address(`guides/${answer.guide}/`));
        return markdown`- ${guide}${colon}${say.state[answerState(answer, report)]}`;
      }),
    ),
    ...section(text.evidence, evidenceLines(report, words.language)),
    ...(input.lines.length === 0
      ? []
      : [markdown`## ${text.quoted}`, codeBlock('log', input.lines)]),
    ...section(text.inspected, inspected.map(inspectedItem)),
    ...section(text.timeline, timelineLines(report, starts, words)),
    ...section(say.unknown, [...unknown, ...moreUnknown]),
    ...section(text.steps, first ? stepLines(first, input, words) : []),
    ...section(say.missing, missingLines(report, words)),
    ...blockSection(input, text),
  ];
  return `${joinMarkdown(parts, '\n\n').text}\n`;
}

function titleOf({ guide }: Answer, words: ReportTexts): string {
  return words.guides[guide]?.title ?? guide;
}

function noteLines(notes: SenderNotes, language: ReportTexts['language']): Markdown[] {
  const { colon } = sentences[language].punctuation;
  const { report: text } = supportReportText[language];
  return (Object.keys(text.notes) as (keyof SenderNotes)[]).map((key) =>
    inItem(markdown`- **${text.notes[key]}**${colon}${notes[key].trim() || text.noNote}`),
  );
}

function verdictLines(
  report: InspectedReport,
  now: number,
  words: ReportTexts,
  say: Sentences['report'],
): Markdown[] {
  const [first] = report.answers;
  const overall = verdict(report, words, now);
  const facts = [
    ...(first && first.evidence.length > 0
      ? [say.confidence[first.confidence], say.state[answerState(first, report)]]
      : []),
    ...(first?.fixedIn == null ? [] : [say.fixed(first.fixedIn, report.version)]),
    ...overall.facts,
    ...overall.details,
    ...(overall.version === null ? [] : [overall.version]),
    ...(report.lines.problem === 0 ? [] : [say.explained(report)]),
  ];
  const paragraphs = [
    [overall.urgency, overall.since]
      .filter((word) => word !== null)
      .join(sentences[words.language].punctuation.comma),
    overall.cause ?? '',
    overall.summary ?? '',
  ].filter((text) => text !== '');
  const lines = [
    joinMarkdown(
      paragraphs.map((paragraph) => markdown`${paragraph}`),
      '\n\n',
    ),
    ...(facts.length > 0 && paragraphs.length > 0 ? [markdown``] : []),
    ...facts.map((fact) => markdown`- ${fact}`),
  ];
  return lines.filter(({ text }, index) => text !== '' || index > 0);
}

function evidenceLines(
  { answers, findings }: InspectedReport,
  language: ReportTexts['language'],
): Markdown[] {
  const indexes = [
    ...new Set([
      ...answers.flatMap(({ evidence }) => evidence),
      ...findings.flatMap(({ role }, index) => (role === 'cause' ? [index] : [])),
    ]),
  ];
  const listed = findingsOf({ findings }, indexes.slice(0, SHOWN_FINDINGS));
  const more = indexes.length - listed.length;
  return [
    ...listed.map((finding) => evidenceLine(finding, language)),
    ...(more > 0 ? [markdown`- ${sentences[language].report.more(more)}`] : []),
  ];
}

function evidenceLine(
  { chain, rest, count, lines, first, last }: Finding,
  language: ReportTexts['language'],
): Markdown {
  const { punctuation, report: say } = sentences[language];
  const { comma, aside } = punctuation;
  const { report: text } = supportReportText[language];
  const pieces = [...chain.map((link) => link.text), ...(rest === null ? [] : [rest])]
    .filter((piece) => piece !== '')
    .map(codeSpan);
  const place = [
    ...(lines.length > 0 ? [say.lines(lines.slice(0, 3).join(comma))] : []),
    say.times(count),
    ...(first === null ? [] : [text.span(formatTime(first), formatTime(last ?? first))]),
  ];
  return markdown`- ${joinMarkdown(pieces, ' → ')}${aside(place.join(comma))}`;
}

/**
 * Format an inspected configuration or output as a list item: indented lines become code, and lines
 * with a hyphen become nested items.
 */
function inspectedItem(description: string): Markdown {
  const lines = description
    .split('\n')
    .map((line) =>
      line.startsWith('    ')
        ? codeSpan(line.trim())
        : line.startsWith('- ')
          ? markdown`- ${line.slice(2)}`
          : markdown`${line}`,
    );
  return markdown`- ${inItem(joinMarkdown(lines, '\n'))}`;
}

function timelineLines(
  report: InspectedReport,
  starts: ProgramStart[],
  words: ReportTexts,
): Markdown[] {
  const text = supportReportText[words.language].report;
  const nameInText = nameInTextOf(words, report.product);
  const { from: begins, to: ends } = timeSpanOf(report.findings);
  const fault = timeSpanOf(report.findings.filter(({ role }) => role === 'cause')).from;
  const listed = starts.slice(0, SHOWN_STARTS);
  // Starts are known only to the minute. Within a minute, keep the order of a log: starts before
  // faults.
  const events = [
    ...(begins === null
      ? []
      : [{ time: formatTime(begins), line: text.firstTime(formatTime(begins)) }]),
    ...listed.map(({ time, version }) => ({ time, line: text.start(time, version, nameInText) })),
    ...(fault === null
      ? []
      : [{ time: formatTime(fault), line: text.firstFault(formatTime(fault)) }]),
  ].sort(
    (a, b) =>
      Number(a.time.slice(0, MINUTE) > b.time.slice(0, MINUTE)) -
      Number(a.time.slice(0, MINUTE) < b.time.slice(0, MINUTE)),
  );
  return [
    ...events.map(({ line }) => line),
    ...(starts.length > listed.length ? [text.moreStarts(starts.length - listed.length)] : []),
    ...(ends === null ? [] : [text.lastTime(formatTime(ends))]),
  ].map((line) => markdown`- ${line}`);
}

function stepLines(
  answer: Answer,
  { report, done, address }: SupportInput,
  words: ReportTexts,
): Markdown[] {
  const steps = applicableSteps(answer, report, words);
  if (steps.length === 0) return [];
  return [
    link(titleOf(answer, words), address(`guides/${answer.guide}/`)),
    markdown``,
    ...steps.map(({ id, title }) => markdown`- [${done.has(id) ? 'x' : ' '}] ${title}`),
  ];
}

function missingLines(report: InspectedReport, words: ReportTexts): Markdown[] {
  const { platform } = analyzerText[words.language];
  const { colon } = sentences[words.language].punctuation;
  return followUps(report, words).flatMap((ask) => {
    const commands = commandsFor(ask, logPlatform(report, words));
    const [only] = commands;
    if (only && commands.length === 1)
      return [markdown`- ${ask.what} ${codeSpan(oneLine(only[1]))}`];
    return [
      markdown`- ${ask.what}`,
      ...commands.map(
        ([os, command]) => markdown`  - ${platform[os]}${colon}${codeSpan(oneLine(command))}`,
      ),
    ];
  });
}

/** Join the lines of a command into one line, which all shells accept. */
function oneLine(command: string): string {
  return command.replaceAll('\n', '; ');
}

/** Write the block last, so that text that a mail program appends cannot split the report. */
function blockSection(
  { block, excerpt: { rows, total, catalog }, address }: SupportInput,
  text: SupportReportText['report'],
): Markdown[] {
  if (rows.length === 0) return [];
  const [before, after] = text.blockHolds(rows.length, total, catalog);
  return [
    markdown`## ${text.block}`,
    ...(block.length === 0
      ? [markdown`${text.noBlock}`]
      : [markdown`${before}${autolink(address('analyze/'))}${after}`, codeBlock('shindan', block)]),
  ];
}
