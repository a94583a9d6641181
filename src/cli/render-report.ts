import { styleText } from './style-text.ts';
import type { Block, Os } from '../model/prose.ts';
import type { FollowUp, ReportTexts } from '../model/words.ts';
import {
  findingsOf,
  formatTime,
  logPlaces,
  logPlatform,
  valuesForAnswer,
  valuesForReport,
  escapeLine,
  type Escaped,
} from '../report/format/index.ts';
import { timeSpanOf, type Answer, type Finding, type Report } from '../engine/index.ts';
import { analyzerText } from '../i18n/analyzer.ts';
import { nameInTextOf } from '../i18n/name-in-text.ts';
import { sentences } from '../i18n/sentences.ts';
import { reopenedReportFacts } from '../i18n/reopened-report-facts.ts';
import { terminalText } from '../i18n/terminal.ts';
import type { InspectedReport } from '../intake/index.ts';
import {
  isAboutMissingData,
  answerState,
  applicableParts,
  applicableSteps,
  faultSentence,
  isCutOff,
  verdict,
  type Quote,
  type Verdict,
} from '../report/index.ts';
import { renderFollowUp } from './render-follow-up.ts';
import { renderBlocks } from './render-blocks.ts';

/**
 * Format a report for a terminal: the verdict, the first answer (in full if action is needed), and,
 * for each other answer, what is wrong and what to do first.
 */
export function renderReport(
  file: string,
  report: Escaped<InspectedReport>,
  words: ReportTexts,
  missing: FollowUp[],
  inspections: string[],
): string {
  const text = sentences[words.language].report;
  const [first, ...others] = report.answers;
  const reopened = reopenedReportFacts(report, words.language);
  const meanings = unansweredLines(report, words);
  const noData = isAboutMissingData(report);
  const said = verdict(report, words, Date.now());
  const platform = logPlatform(report, words) ?? undefined;
  const values = first
    ? valuesForAnswer(first, report, words.values)
    : valuesForReport(report, words.values);
  const confirm = section(
    noData ? text.stillNoData : text.missing,
    missing.map((ask) => renderFollowUp(ask, words.language, platform, noData, values)),
  );
  const isUnsure = first?.confidence === 'possible';
  const sections = [
    ...(reopened ? [[styleText('bold', reopened.title), ...reopened.facts].join('\n')] : []),
    verdictLines(file, said, words),
    ...(report.ifOwn === null
      ? []
      : [`${text.ifOwn(nameInTextOf(words, null))} npx shindan explain ${report.ifOwn}`]),
    ...section(
      text.others,
      others.map((other) => answerLines(other, report, words)),
    ),
    ...inspections,
    ...(isUnsure ? confirm : []),
    ...(first ? actionsFor(first, report, said, words) : []),
    ...(first ? evidenceFor(first, report, words) : []),
    ...section(
      text.details,
      said.details.map((fact) => `- ${fact}`),
    ),
    ...section(analyzerText[words.language].findings, meanings),
    ...(report.unknown.length > 0 ? [unknownLines(report, words)] : []),
    ...section(analyzerText[words.language].collect, placesOfLogs(report, words)),
    ...(isUnsure ? [] : confirm),
  ];
  return `${sections.join('\n\n')}\n\n`;
}

/** List where the logs of the products are, if the given log is of another program. */
function placesOfLogs(
  { status, kind, sibling, platform }: InspectedReport,
  words: ReportTexts,
): string[] {
  if (status !== 'unrecognised' || kind !== 'log' || sibling !== null) return [];
  return logPlaces(words, platform).map(({ label, command }) => `- ${label}\n    ${command}`);
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : [[styleText('bold', title), ...lines].join('\n')];
}

function verdictLines(file: string, said: Verdict, words: ReportTexts): string {
  const { tone, urgency, since, version, sentence, cause, quote, summary, facts } = said;
  const color =
    tone === 'action-needed' || tone === 'stopped'
      ? 'red'
      : tone === 'unrecognised' || tone === 'note'
        ? 'yellow'
        : 'green';
  const heading = [urgency && styleText([color, 'bold'], urgency), since, version].filter(
    (word) => word !== null,
  );
  return [
    styleText('dim', escapeLine(file)),
    ...(heading.length > 0 ? [heading.join('  ')] : []),
    styleText('bold', sentence),
    ...(cause === null ? [] : [cause]),
    ...(quote === null ? [] : [quoteLine(quote, words)]),
    ...(summary === null ? [] : [summary]),
    ...facts.map((fact) => `- ${fact}`),
  ].join('\n');
}

/**
 * Write what to do about an answer, or where to read it if nothing is to be done now. If the log
 * does not show the platform, write the commands for Linux only.
 */
function actionsFor(
  first: Answer,
  report: Escaped<InspectedReport>,
  { faults, sentence }: Verdict,
  words: ReportTexts,
): string[] {
  const { again, about, allSteps, otherSystems } = terminalText[words.language];
  const command = styleText('cyan', `npx shindan explain ${first.guide}`);
  if (report.status === 'recovered')
    return [answerState(first, report) === 'harmless' ? about(command) : again(command)];
  if (isCutOff(first, report)) return [styleText('dim', allSteps(command))];
  const values = valuesForAnswer(first, report, words.values);
  const { parts } = sentences[words.language].report;
  const platform = logPlatform(report, words);
  const render = (blocks: Block[], readerPlatform: Os | null): string =>
    renderBlocks(blocks, words, values, readerPlatform);
  // With several faults, say which one the steps are for.
  const fix =
    faults.length > 1 ? `${parts.Fix}${terminalText[words.language].colon}${sentence}` : parts.Fix;
  const shownParts = applicableParts(first, report, words);
  const hasSteps = shownParts.some(({ name }) => name === 'Fix');
  const written = shownParts.flatMap(({ name, blocks }) => {
    const shown = render(blocks, platform ?? 'linux');
    const isPart = platform === null && name === 'Fix' && shown !== render(blocks, null);
    const isFolded = blocks.some((block) => block.kind === 'step' && block.isFolded);
    const more = isFolded ? allSteps : isPart ? otherSystems : null;
    return section(name === 'Fix' ? fix : parts[name], [
      shown,
      ...(more ? [styleText('dim', more(command))] : []),
    ]);
  });
  return hasSteps ? written : [...written, styleText('dim', allSteps(command))];
}

/** Write how an answer is known: its evidence and its consequences. */
function evidenceFor(
  first: Answer,
  report: Escaped<InspectedReport>,
  words: ReportTexts,
): string[] {
  const text = sentences[words.language].report;
  const evidence = findingsOf(report, first.evidence);
  if (evidence.length === 0) return [];
  const consequences = findingsOf(report, first.consequences);
  const state = terminalText[words.language].aside(text.state[answerState(first, report)]);
  const { problem } = report.lines;
  return [
    ...section(text.why, [
      `${text.confidence[first.confidence]}${state}`,
      ...(first.fixedIn === null ? [] : [text.fixed(first.fixedIn, report.version)]),
      ...evidence.map((finding) => evidenceLine(finding, words)),
      ...(consequences.length > 0
        ? [text.consequences, ...consequences.map((finding) => evidenceLine(finding, words))]
        : []),
      ...(problem > 0 && !isCutOff(first, report)
        ? [styleText('dim', text.explained(report))]
        : []),
    ]),
  ];
}

function quoteLine({ line, text }: Quote, words: ReportTexts): string {
  const place = sentences[words.language].report.lines(String(line));
  return styleText('dim', `  ${place}${terminalText[words.language].colon}${text}`);
}

function evidenceLine({ chain, rest, count, lines }: Finding, words: ReportTexts): string {
  const text = sentences[words.language].report;
  const { aside, comma } = terminalText[words.language];
  const pieces = chain.map((link) => link.text).filter((piece) => piece !== '');
  const tail = rest === null ? [] : [`"${rest}"`];
  const place = [
    ...(lines.length > 0
      ? [text.lines(`${lines.slice(0, 3).join(comma)}${lines.length > 3 ? ' …' : ''}`)]
      : []),
    text.times(count),
  ].join(words.language === 'ja' ? comma : '; ');
  return `  ${[...pieces, ...tail].join(' → ')} ${styleText('dim', aside(place).trimStart())}`;
}

/** Write a further answer: what is or was wrong and, if it is not over, what to do first. */
function answerLines(other: Answer, report: InspectedReport, words: ReportTexts): string {
  const text = sentences[words.language].report;
  const { aside, first } = terminalText[words.language];
  const state = answerState(other, report);
  const said = faultSentence(other, report, words);
  const [step] = applicableSteps(other, report, words);
  const { to } = timeSpanOf(findingsOf(report, other.evidence));
  const command = `npx shindan explain ${other.guide}`;
  return [
    state === 'recovered' && to !== null
      ? `- ${text.overAt(formatTime(to), said)}`
      : `- ${said}${aside(text.state[state])}`,
    ...(other.fixedIn === null ? [] : [`  ${text.fixed(other.fixedIn, report.version)}`]),
    ...(state === 'recovered' || state === 'harmless' || !step || isCutOff(other, report)
      ? []
      : [`  ${first(step.title, styleText('cyan', command))}`]),
  ].join('\n');
}

/** List the faults that no guide answers, with their meaning. */
function unansweredLines({ findings, answers }: Report, words: ReportTexts): string[] {
  const answered = new Set(
    answers.flatMap(({ evidence, consequences }) => [...evidence, ...consequences]),
  );
  const open = findings.filter(
    ({ role }, index) => !answered.has(index) && (role === 'cause' || role === 'consequence'),
  );
  return open.flatMap((finding) => [
    evidenceLine(finding, words),
    `    ${words.entries[finding.chain.at(-1)?.entry ?? '']?.summary ?? ''}`,
  ]);
}

function unknownLines({ product, unknown, folded, answers }: Report, words: ReportTexts): string {
  const text = sentences[words.language].report;
  const { aside, comma } = terminalText[words.language];
  const shown = unknown.slice(0, 5).flatMap(({ template, count, line, header, nearest }) => {
    const place = aside(`${text.lines(String(line))}${comma}${text.times(count)}`).trimStart();
    return [
      `- ${template} ${styleText('dim', place)}`,
      ...(header
        ? [`  ${text.knownHeader(`${header.level} <${header.tag}>`, nameInTextOf(words, product))}`]
        : []),
      ...(nearest ? [`  ${text.nearest(nearest.entry, nearest.differs)}`] : []),
    ];
  });
  const more = unknown.length > 5 ? [text.more(unknown.length - 5)] : [];
  const rest = folded.records + folded.unknown;
  return [
    styleText('bold', text.unknown),
    ...(answers.length > 0 ? [text.unknownHint] : []),
    ...shown,
    ...more,
    ...(rest > 0 ? [text.folded(rest)] : []),
    ...(answers.length > 0 || product === null || words.collect === undefined
      ? []
      : [`${text.toReport} npx shindan explain ${words.collect}`]),
  ].join('\n');
}
