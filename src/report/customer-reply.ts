import type { Block, Os, PartName, StepBlock } from '../model/prose.ts';
import type { ReportTexts } from '../model/words.ts';
import {
  escapeReport,
  findingsOf,
  formatTime,
  layoutBlocks,
  layoutCommand,
  logPlaces,
  logPlatform,
  NO_LOG_VALUES,
  type TextStyle,
  valuesForAnswer,
} from './format/index.ts';
import { timeSpanOf, type Answer } from '../engine/index.ts';
import type { Masked } from '../redaction/mask-secrets.ts';
import { analyzerText } from '../i18n/analyzer.ts';
import { calledOf } from '../i18n/called-of.ts';
import { backendOf, productNames } from '../i18n/product-names.ts';
import { sentences, type Sentences } from '../i18n/sentences.ts';
import { describeProblem } from './config-sentences.ts';
import { joinPieces } from '../i18n/sentence-piece.ts';
import { verdictDetails, verdictFacts } from '../i18n/verdict-facts.ts';
import type { ConfigProblem, InspectedReport } from '../intake/index.ts';
import { applicableParts, applicableSteps, decidesCause } from './applicable-parts.ts';
import { commandsFor } from './commands-for.ts';
import { describeAnswer, faultSentence, type Quote } from './describe-answer.ts';
import { describeOutputs } from './describe-outputs.ts';
import { politeRequest } from './polite-request.ts';
import { startCommand } from './start-step.ts';
import { isDeadlinePassed, describeResolved, answerState, verdict } from './verdict.ts';

const SHOWN_PROBLEMS = 10;
/** A reply names a few actions, besides starting or reloading the program. */
const SHOWN_STEPS = 3;
/** A reply explains the output of a command, and a warning, in a few sentences. */
const SHOWN_SENTENCES = 2;
/** If its steps are longer than this, in characters, a reply explains only the first command. */
const MAX_STEPS: Record<ReportTexts['language'], number> = { en: 500, ja: 500 };
/** The platform whose commands a letter gives if the log shows none. */
const DEFAULT_PLATFORM: Os = 'linux';
const SHOWN_FACTS = 2;

/**
 * Write the support desk's reply to a customer about their log, as plain text in the language of
 * the words: what happened, what the customer should do on their platform, and which information is
 * still needed. If the first answer is only possible, that information takes the place of the
 * actions. The sender fills in the names and the signature. `link` makes the URL of a page below
 * the language's root, such as `guides/dns/#ask`. `now` is in milliseconds since 1970; deadlines
 * before it are omitted.
 */
export function customerReply(
  masked: Masked<InspectedReport>,
  words: ReportTexts,
  link: (path: string) => string,
  now: number | null = null,
): string {
  const report = escapeReport(masked);
  const text = sentences[words.language].letter.reply;
  const [first, ...more] = report.answers;
  // Harmless answers are not faults.
  const others = more.filter((answer) => answerState(answer, report) !== 'harmless');
  const isOnlyPossible = first !== undefined && isUnsure(first);
  const isHealthy = report.status === 'healthy' && report.kind !== 'version';
  const needed = section(
    isHealthy ? text.stillNoData : isOnlyPossible || !first ? text.need : text.needToo,
    needs(report, words),
  );
  return `${[
    text.salutation,
    text.greeting[kindSent(report)],
    ...(report.status === 'unrecognised' ? [] : opening(report, words, text, now)),
    ...(first ? [happened(first, report, words, now)] : []),
    ...section(text.inConfig, inConfig(report, words)),
    ...describeOutputs(report.inspections, words),
    ...(isOnlyPossible ? needed : []),
    ...(first && report.status === 'action-needed' && !isOnlyPossible
      ? actions(first, report, words, link)
      : []),
    ...(first ? [`${text.read}${link(`guides/${first.guide}/`)}`] : []),
    ...section(
      text.others,
      others.map((answer) => otherAnswer(answer, report, words, link)).join('\n'),
    ),
    ...(report.status !== 'unrecognised' || report.inspections.length > 0
      ? []
      : [
          report.sibling === null
            ? `${text.unrecognised(calledOf(words, null))}\n\n${logCommands(words)}`
            : text.sibling(
                report.sibling,
                backendOf(productNames(words, null)),
                calledOf(words, null),
              ),
        ]),
    ...(isOnlyPossible ? [] : needed),
    closingFor(report, words, needed.length > 0),
    text.signature,
  ].join('\n\n')}\n`;
}

function section(title: string, body: string): string[] {
  return body === '' ? [] : [`${title}\n${body}`];
}

/** Return the last sentence, which depends on whether the letter can have solved anything. */
function closingFor(report: InspectedReport, words: ReportTexts, isNeeding: boolean): string {
  const { closing, closingOpen } = sentences[words.language].letter.reply;
  const [first] = report.answers;
  if (report.status === 'healthy' && report.kind === 'log') return closingOpen.healthy;
  const isOpen = first && decidesCause(applicableSteps(first, report, words)[0], first, words);
  const isAsking =
    report.status === 'action-needed' && (!first || isOpen === true || isUnsure(first));
  return isAsking && (isNeeding || isOpen === true) ? closingOpen.asked : closing;
}

function isUnsure({ confidence }: Answer): boolean {
  return confidence === 'possible';
}

/** Write the first steps for the customer's platform, how to check the result, what to avoid. */
function actions(
  answer: Answer,
  report: InspectedReport,
  words: ReportTexts,
  link: (path: string) => string,
): string[] {
  const text = sentences[words.language].letter.reply;
  const known = logPlatform(report, words);
  const values = valuesForAnswer(answer, report, words.values);
  const style = styleOf(words, link);
  const steps = namedSteps(answer, report, words);
  const asksFirst = decidesCause(steps[0], answer, words);
  const platforms = steps.flatMap(({ children }) =>
    children.flatMap((block) => (isForPlatform(block) ? [block.os] : [])),
  );
  const [one = DEFAULT_PLATFORM] = platforms.includes(DEFAULT_PLATFORM) ? [] : platforms;
  const platform = known ?? one;
  const writeStep = ({ title, children }: StepBlock, index: number, isBrief: boolean): string => {
    const essence = essenceOf(children, platform);
    const commands = isBrief ? essence.filter(isCommand) : [];
    const body = (commands.length > 0 ? commands : essence).map((block, at, { length }) => {
      const laidOut = layoutBlocks([block], words, values, style, '   ');
      if (block.kind !== 'paragraph') return laidOut;
      // What a paragraph says last leads to the command after it.
      return shorten(laidOut, at < length - 1 ? -SHOWN_SENTENCES : SHOWN_SENTENCES);
    });
    return [
      `${index + 1}. ${words.language === 'ja' ? politeRequest(title) : title}`,
      ...body,
    ].join('\n');
  };
  const whole = steps.map((one, index) => writeStep(one, index, false));
  const written =
    whole.join('\n').length <= MAX_STEPS[words.language]
      ? whole
      : steps.map((one, index) => writeStep(one, index, index > 0));
  const isGuessed = known === null && platforms.length > 0;
  const parts = applicableParts(answer, report, words);
  const blocksOf = (name: PartName): Block[] =>
    parts.find((part) => part.name === name)?.blocks ?? [];
  const write = (block: Block | undefined, count: number): string => {
    const [line = ''] = layoutBlocks(block ? [block] : [], words, values, style).split('\n');
    return shorten(line.replace(/^- /, ''), count);
  };
  return [
    ...section(asksFirst ? text.toFindOut : text.toDo, written.join('\n')),
    ...(isGuessed
      ? [
          text.whichPlatform(
            analyzerText[words.language].platform[platform],
            calledOf(words, report.product),
          ),
        ]
      : []),
    ...(asksFirst
      ? hasCommand(steps)
        ? [text.sendOutput]
        : []
      : section(text.verify, write(blocksOf('Verify')[0], 1))),
    // A warning without a condition is general advice, which the page has.
    ...section(
      text.avoid,
      write(
        blocksOf('Dont').find((block) => 'applies' in block && block.applies !== undefined),
        SHOWN_SENTENCES,
      ),
    ),
  ];
}

/** Return whether a step has a command, whose output the customer can send. */
function hasCommand(steps: StepBlock[]): boolean {
  return JSON.stringify(steps).includes('"kind":"command"');
}

/**
 * Return the steps that the letter names: only those that find the cause, if it is open; otherwise
 * the first ones, and those that start the program or load its configuration.
 */
function namedSteps(answer: Answer, report: InspectedReport, words: ReportTexts): StepBlock[] {
  const steps = applicableSteps(answer, report, words);
  if (decidesCause(steps[0], answer, words)) {
    const repair = steps.findIndex(
      ({ isFolded, applies }) => isFolded || applies?.program !== undefined,
    );
    return steps.slice(0, Math.min(repair < 0 ? steps.length : repair, SHOWN_STEPS - 1));
  }
  // A step for one state of the program is the one without which nothing changes.
  let shown = 0;
  return steps.filter(({ applies }) => applies?.program !== undefined || shown++ < SHOWN_STEPS);
}

/**
 * Reduce a step to its first command or example for one platform, the paragraph before it, and the
 * list or else the paragraph after it, which explains the output; or, if it has no command, to its
 * first paragraph and list.
 */
function essenceOf(blocks: Block[], platform: Os): Block[] {
  const own = blocks.flatMap((block) =>
    isForPlatform(block) ? (block.os === platform ? block.children : []) : [block],
  );
  const isParagraph = ({ kind }: Block): boolean => kind === 'paragraph';
  const shown = own.findIndex(isCommand);
  const isList = ({ kind }: Block): boolean => kind === 'list';
  if (shown < 0) return [...own.filter(isParagraph).slice(0, 1), ...own.filter(isList).slice(0, 1)];
  const after = own.slice(shown + 1);
  return [
    ...own.slice(0, shown).filter(isParagraph).slice(-1),
    ...own.slice(shown, shown + 1),
    ...(after.some(isList) ? after.filter(isList) : after.filter(isParagraph)).slice(0, 1),
  ];
}

function isCommand({ kind }: Block): boolean {
  return kind === 'command' || kind === 'code';
}

function isForPlatform(block: Block): block is Extract<Block, { kind: 'platform' }> {
  return block.kind === 'platform';
}

/** Keep the first sentences of a paragraph or, if `count` is negative, the last ones. */
function shorten(text: string, count: number): string {
  const [indent = ''] = /^ */.exec(text) ?? [];
  const all = text.trim().split(/(?<=。|\.(?=\s))/u);
  const kept = count < 0 ? all.slice(count) : all.slice(0, count);
  return indent + kept.join('').trim();
}

function otherAnswer(
  answer: Answer,
  report: InspectedReport,
  words: ReportTexts,
  link: (path: string) => string,
): string {
  const text = sentences[words.language];
  const note = answer.state === 'recovered' ? text.letter.aside(text.report.state.recovered) : '';
  return `- ${faultSentence(answer, report, words)}${note}\n  ${link(`guides/${answer.guide}/`)}`;
}

function opening(
  report: InspectedReport,
  words: ReportTexts,
  text: Sentences['letter']['reply'],
  now: number | null,
): string[] {
  const { status, kind, answers, unknown } = report;
  // If there is an answer, its section gives the facts that matter for it.
  const facts =
    answers.length > 0
      ? []
      : [
          ...verdictFacts(
            report,
            words,
            formatTime,
            isDeadlinePassed(report, now),
            startCommand(report, words),
          ),
          ...verdictDetails(report, words, formatTime),
        ];
  return [
    ...(status === 'healthy'
      ? [
          kind === 'log'
            ? text.healthy
            : sentences[words.language].inspect.healthy[kind](
                backendOf(productNames(words, report.inspections[0]?.product ?? null)),
              ),
        ]
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
function kindSent({
  kind,
  inspections,
}: InspectedReport): keyof Sentences['letter']['reply']['greeting'] {
  const isConfig = inspections.some((inspection) => inspection.kind === 'config');
  return kind === 'log' ? (isConfig ? 'both' : 'log') : isConfig ? 'config' : 'other';
}

/** List the faults in configurations: the line, what is wrong with it, and the correct line. */
function inConfig({ inspections }: InspectedReport, words: ReportTexts): string {
  const {
    inspect: say,
    letter: { aside, colon },
  } = sentences[words.language];
  const problems = inspections.flatMap((inspection) =>
    inspection.kind === 'config'
      ? inspection.problems.map((problem) => ({ ...problem, product: inspection.product }))
      : [],
  );
  return problems
    .slice(0, SHOWN_PROBLEMS)
    .map((problem) => {
      const effect = aside(say.config.effect[problem.effect](calledOf(words, problem.product)));
      const fault = joinPieces(describeProblem(problem, words, problem.product));
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

/** Say what happened in one paragraph, and quote the line that shows it. */
function happened(
  answer: Answer,
  report: InspectedReport,
  words: ReportTexts,
  now: number | null,
): string {
  const text = sentences[words.language].letter.reply;
  const say = sentences[words.language].report;
  const [space, stop] = words.language === 'ja' ? ['', '。'] : [' ', '.'];
  const state = verdictFacts(
    report,
    words,
    formatTime,
    isDeadlinePassed(report, now),
    startCommand(report, words),
  );
  if (report.status === 'recovered') {
    const { sentence, quote, summary } = describeResolved(report, words);
    return [
      [text.ended(sentence), summary, ...state.slice(0, SHOWN_FACTS)].filter(Boolean).join(space),
      ...quoted(quote, words),
    ].join('\n\n');
  }
  const { sentence, cause, quote, summary, open } = describeAnswer(answer, report, words);
  const since = timeSpanOf(findingsOf(report, answer.evidence)).from;
  const facts = [
    // The other facts have times of their own.
    ...(since === null || state.length > 0 ? [] : [text.since(formatTime(since))]),
    ...state.slice(0, SHOWN_FACTS),
    ...(answer.fixedIn === null ? [] : [say.fixed(answer.fixedIn, report.version)]),
  ];
  // What a line means does not show that a guide applies that is only possible: name it as well.
  const isNamed = cause === null || answer.confidence === 'possible';
  const said = [cause, isNamed ? text.ended(sentence) : null, open ? null : summary, ...facts];
  return [
    said
      .flatMap((sentence) => sentence || [])
      // The words of another program may lack a full stop.
      .map((sentence) => (/[\p{L}\d"']$/u.test(sentence) ? `${sentence}${stop}` : sentence))
      .join(space),
    ...quoted(quote, words),
    ...section(text.openCause, open?.map((title) => `- ${title}`).join('\n') ?? ''),
  ].join('\n\n');
}

function quoted(quote: Quote | null, { language }: ReportTexts): string[] {
  const { reply, colon } = sentences[language].letter;
  return quote === null ? [] : [`    ${reply.logLine(quote.line)}${colon}${quote.text}`];
}

function styleOf(words: ReportTexts, link: (path: string) => string): TextStyle {
  const { language } = words;
  return {
    ...quotedStyle(words),
    own: null,
    between: '\n',
    strong: (text) => text,
    // Mail has no Markdown: backticks would look like a part of a command. Without quotes, words
    // such as `on` would read as a part of the sentence.
    code: (text) =>
      !/^[\p{L} ]+$/u.test(text) || text === text.toUpperCase()
        ? text
        : language === 'ja'
          ? `「${text}」`
          : `"${text}"`,
    platform: (os) => `[${analyzerText[language].platform[os]}]`,
    link: (text, href) => (language === 'ja' ? `${text}（${href}）` : `${text} <${href}>`),
    guide: (title, slug) =>
      language === 'ja'
        ? `「${title}」（${link(`guides/${slug}/`)}）`
        : `"${title}" <${link(`guides/${slug}/`)}>`,
    step: (number, title) => `${number}. ${title}`,
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
      const commands = commandsFor(ask, logPlatform(report, words) ?? DEFAULT_PLATFORM);
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
  return logPlaces(words)
    .map(({ label, command }) => `- ${label}\n\n    ${command}`)
    .join('\n\n');
}
