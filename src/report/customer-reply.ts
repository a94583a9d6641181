import type { PartName } from '../model/prose.ts';
import type { ReportTexts } from '../model/words.ts';
import {
  findingsOf,
  layoutBlocks,
  layoutCommand,
  logPlatform,
  NO_LOG_VALUES,
  formatTime,
  escapeReport,
  valuesForAnswer,
  type TextStyle,
} from './format/index.ts';
import { timeSpanOf, type Answer, type Finding } from '../engine/index.ts';
import type { Masked } from '../redaction/mask-secrets.ts';
import { analyzerText } from '../i18n/analyzer-text.ts';
import { sentences } from '../i18n/sentences.ts';
import type { SupportText } from '../i18n/support.ts';
import { joinPieces } from '../i18n/sentence-piece.ts';
import { verdictFacts } from '../i18n/verdict-facts.ts';
import type { ConfigProblem, InspectedReport } from '../intake/index.ts';
import { commandsFor } from './commands-for.ts';
import { describeOutputs } from './describe-outputs.ts';
import {
  describeAnswer,
  isDeadlinePassed,
  describeResolved,
  answerState,
  verdict,
} from './verdict.ts';

const SHOWN_FINDINGS = 3;
const SHOWN_PROBLEMS = 10;
const HEADINGS = {
  en: (title: string) => `${title}\n${'-'.repeat(title.length)}`,
  ja: (title: string) => `■ ${title}`,
};

/**
 * Write the support desk's reply to a customer about their log, as plain text in the language of
 * the words: what happened, the steps of the first guide with the customer's values, how to check
 * that it worked, and what is still needed. `link` makes the URL of a page below the language's
 * root, such as `guides/dns/#ask`. `now` is in milliseconds since 1970; a deadline before it has
 * passed.
 */
export function customerReply(
  masked: Masked<InspectedReport>,
  words: ReportTexts,
  link: (path: string) => string,
  now: number | null = null,
): string {
  const report = escapeReport(masked);
  const { colon, reply: text } = sentences[words.language].letter;
  const heading = HEADINGS[words.language];
  const [first, ...more] = report.answers;
  // Harmless answers are not faults.
  const others = more.filter((answer) => answerState(answer, report) !== 'harmless');
  const needed = report.status === 'action-needed';
  const parts = first && needed ? guideParts(first, report, words, link) : {};
  const section = (title: string, body: string | undefined): string[] =>
    body === undefined || body === '' ? [] : [`${heading(title)}\n${body}`];
  return `${[
    text.greeting[kindSent(report)],
    ...(report.status === 'unrecognised' ? [] : opening(report, words, text, now)),
    ...(first ? section(text.happened[first.confidence], happened(first, report, words, now)) : []),
    ...section(text.inConfig, inConfig(report, words)),
    ...describeOutputs(report.inspections, words.language),
    ...section(text.toDo, parts.Fix),
    ...section(text.verify, parts.Verify),
    ...section(text.dont, parts.Dont),
    ...(others.length === 0
      ? []
      : [[text.others, ...others.map((answer) => otherAnswer(answer, words, link))].join('\n')]),
    ...(report.status !== 'unrecognised' || report.inspections.length > 0
      ? []
      : [
          report.sibling === null
            ? `${text.unrecognised}\n\n${logCommands(words)}`
            : text.sibling(report.sibling),
        ]),
    ...section(
      report.status === 'healthy' && report.kind !== 'version'
        ? sentences[words.language].report.stillNoData
        : text.need,
      needs(report, words),
    ),
    ...section(text.stillThere, parts.Send),
    ...(first ? [`${text.read}${colon}${link(`guides/${first.guide}/`)}`] : []),
    text.closing,
  ].join('\n\n')}\n`;
}

function otherAnswer(
  { guide, state }: Answer,
  words: ReportTexts,
  link: (path: string) => string,
): string {
  const { letter, report } = sentences[words.language];
  const title = words.guides[guide]?.title ?? guide;
  const note = state === 'recovered' ? letter.aside(report.state.recovered) : '';
  return `- ${title}${note}\n  ${link(`guides/${guide}/`)}`;
}

function opening(
  report: InspectedReport,
  words: ReportTexts,
  text: SupportText['reply'],
  now: number | null,
): string[] {
  const { status, kind, answers, unknown } = report;
  // If there is an answer, its section lists the facts.
  const facts =
    answers.length > 0
      ? []
      : verdictFacts(report, words, formatTime, isDeadlinePassed(report, now));
  return [
    ...(status === 'healthy'
      ? [kind === 'log' ? text.healthy : sentences[words.language].inspect.healthy[kind]]
      : status === 'recovered'
        ? [text.recovered]
        : []),
    ...(status !== 'action-needed' || answers.length > 0
      ? []
      : unknown.length > 0
        ? [text.unanswered]
        : [verdict(report, words).sentence]),
    ...(facts.length > 0 ? [facts.map((fact) => `- ${fact}`).join('\n')] : []),
  ];
}

/** Return the kind of input that the customer sent, as far as it was recognized. */
function kindSent({ kind, inspections }: InspectedReport): keyof SupportText['reply']['greeting'] {
  const isConfig = inspections.some((inspection) => inspection.kind === 'config');
  return kind === 'log' ? (isConfig ? 'both' : 'log') : isConfig ? 'config' : 'other';
}

/** List the faults in configurations: the line, what is wrong with it, and the correct line. */
function inConfig({ inspections }: InspectedReport, { language }: ReportTexts): string {
  const {
    inspect: say,
    letter: { aside, colon },
  } = sentences[language];
  const problems = inspections.flatMap((inspection) =>
    inspection.kind === 'config' ? inspection.problems : [],
  );
  return problems
    .slice(0, SHOWN_PROBLEMS)
    .map((problem) => {
      const effect = aside(say.config.effect[problem.effect]);
      const fault = joinPieces(say.problem(problem));
      const write = correctedLine(problem);
      return [
        `- ${say.config.line(problem.line)}${effect}${colon}${fault}`,
        `    ${problem.excerpt.trim()}`,
        ...(write === null
          ? []
          : [`  ${say.config.write}${colon.trimEnd()}`, `    ${write.trim()}`]),
      ].join('\n');
    })
    .join('\n');
}

/** Return the corrected line, also for a misspelt key; null if it is not known. */
function correctedLine({
  code,
  write,
  excerpt,
  column,
  length,
  expected,
}: ConfigProblem): string | null {
  if (write !== null || code !== 'unknown-key' || expected === null || !/^\w+$/.test(expected))
    return write;
  return /^\w+$/.test(excerpt.slice(column - 1, column - 1 + length))
    ? excerpt.slice(0, column - 1) + expected + excerpt.slice(column - 1 + length)
    : null;
}

function happened(
  answer: Answer,
  report: InspectedReport,
  words: ReportTexts,
  now: number | null,
): string {
  const { colon, reply: text } = sentences[words.language].letter;
  const say = sentences[words.language].report;
  const evidence = findingsOf(report, answer.evidence);
  const since = timeSpanOf(evidence).from;
  const facts = [
    // For a resolved fault, the summary says when it occurred.
    ...(since === null || report.status === 'recovered' ? [] : [text.since(formatTime(since))]),
    ...verdictFacts(report, words, formatTime, isDeadlinePassed(report, now)),
    ...(answer.fixedIn === null ? [] : [say.fixed(answer.fixedIn, report.version)]),
  ];
  const lines = evidence.slice(0, SHOWN_FINDINGS).map((finding) => {
    const place = say.lines(finding.lines.slice(0, 1).join());
    return `    ${place}${colon}${quote(finding)}`;
  });
  const { sentence, cause, summary } =
    report.status === 'recovered'
      ? { ...describeResolved(report, words), cause: null }
      : describeAnswer(answer, report, words);
  return [
    ...[sentence, cause, summary].filter((paragraph) => paragraph !== null),
    ...facts.map((fact) => `- ${fact}`),
    ...(lines.length === 0 ? [] : ['', text.evidence, ...lines]),
  ].join('\n');
}

/** Quote a finding in the program's own words. */
function quote({ chain, rest }: Finding): string {
  const pieces = [...chain.map(({ text }) => text), ...(rest === null ? [] : [rest])].filter(
    (piece) => piece !== '',
  );
  return pieces.join(' → ');
}

function guideParts(
  answer: Answer,
  report: InspectedReport,
  words: ReportTexts,
  link: (path: string) => string,
): Partial<Record<PartName, string>> {
  const values = valuesForAnswer(answer, report, words.values);
  const style: TextStyle = { ...styleOf(answer.guide, words, link), own: logPlatform(report) };
  return Object.fromEntries(
    (words.guides[answer.guide]?.parts ?? []).map(({ name, blocks }) => [
      name,
      layoutBlocks(blocks, words, values, style),
    ]),
  );
}

function styleOf(
  guide: string,
  words: ReportTexts,
  link: (path: string) => string,
): Omit<TextStyle, 'own'> {
  const { language } = words;
  return {
    ...quotedStyle(words),
    between: '\n\n',
    strong: (text) => text,
    // Mail has no Markdown: backticks would look like a part of a command. Quote plain words such
    // as `on`, which would otherwise read as a part of the sentence.
    code: (text) =>
      /^[a-z ]+$/i.test(text) ? (language === 'ja' ? `「${text}」` : `"${text}"`) : text,
    platform: (os) => `[${analyzerText[language].platform[os]}]`,
    link: (text, href) => `${text}${language === 'ja' ? '' : ' '}<${href}>`,
    guide: (title, slug) =>
      language === 'ja'
        ? `「${title}」<${link(`guides/${slug}/`)}>`
        : `"${title}" <${link(`guides/${slug}/`)}>`,
    step: (number, title, id) => `${number}. ${title}\n   ${link(`guides/${guide}/#${id}`)}\n`,
  };
}

function quotedStyle({
  language,
}: ReportTexts): Pick<TextStyle, 'command' | 'excerpt' | 'example'> {
  const quoted = (line: string): string => (line === '' ? '' : `  ${line}`);
  return {
    command: quoted,
    excerpt: quoted,
    example: (values) => sentences[language].report.example(values),
  };
}

function needs(report: InspectedReport, words: ReportTexts): string {
  const { platform } = analyzerText[words.language];
  const asks = report.missing.flatMap((key) => words.missing[report.product ?? '']?.[key] ?? []);
  return asks
    .map((ask) => {
      const commands = commandsFor(ask, logPlatform(report));
      const named = commands.map(([os, text]) => {
        const system = commands.length > 1 ? `  [${platform[os]}]\n` : '';
        const command = { ...ask, language: 'sh', text };
        return system + layoutCommand(command, NO_LOG_VALUES, quotedStyle(words));
      });
      return [
        `- ${ask.what}`,
        ...named,
        ...(ask.reads === undefined ? [] : [`  ${ask.reads}`]),
      ].join('\n\n');
    })
    .join('\n\n');
}

function logCommands(words: ReportTexts): string {
  return Object.values(words.logs)
    .flat()
    .map(({ label, command }) => `- ${label}\n\n    ${command}`)
    .join('\n\n');
}
