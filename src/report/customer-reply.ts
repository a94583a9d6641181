import type { ReportTexts } from '../model/words.ts';
import {
  escapeReport,
  findingsOf,
  formatTime,
  asSentence,
  joinSentences,
  layoutCommand,
  logPlaces,
  logPlatform,
  valuesForReport,
} from './format/index.ts';
import { timeSpanOf, type Answer } from '../engine/index.ts';
import type { Masked } from '../redaction/mask-secrets.ts';
import { analyzerText } from '../i18n/analyzer.ts';
import { nameInTextOf } from '../i18n/name-in-text.ts';
import { backendOf, productNames } from '../i18n/product-names.ts';
import { replyText, type ReplyText } from '../i18n/reply.ts';
import { sentences } from '../i18n/sentences.ts';
import { describeProblem } from './config-sentences.ts';
import { joinPieces } from '../i18n/sentence-piece.ts';
import { badResults } from './bad-results.ts';
import { dataFacts, programFacts, verdictDetails } from '../i18n/verdict-facts.ts';
import { correctedLine } from '../intake/corrected-line.ts';
import type { InspectedReport } from '../intake/index.ts';
import { applicableSteps, decidesCause } from './applicable-parts.ts';
import { commandsFor } from './commands-for.ts';
import { describeAnswer, faultSentence, isCutOff, type Quote } from './describe-answer.ts';
import { describeOutputs } from './describe-outputs.ts';
import { followUps } from './follow-ups.ts';
import { isAboutMissingData } from './missing-data.ts';
import { commandStyle, section, writeBriefly, type Draft } from './reply-draft.ts';
import { DEFAULT_PLATFORM, replySteps } from './reply-steps.ts';
import { startCommand } from './start-step.ts';
import {
  answerState,
  describeResolved,
  isDeadlinePassed,
  isHarmless,
  soleCost,
  verdict,
} from './verdict.ts';

const SHOWN_PROBLEMS = 10;
/**
 * How many facts are listed. For an open fault the steps matter more; for a resolved one, which has
 * no steps, the customer asks what was lost.
 */
const SHOWN_FACTS = { open: 2, resolved: 4 };
const SHOWN_QUESTIONS = 3;

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
  const found = [
    ...section(replyText[words.language].inConfig, inConfig(report, words)),
    ...outputsIn(report, words),
  ];
  return `${writeBriefly(
    (cuts) => compose({ report, words, link, now, found, cuts }),
    (paragraph) => !found.includes(paragraph),
    words.language,
  ).join('\n\n')}\n`;
}

function compose(draft: Draft): string[] {
  const { report, words, link, found, cuts } = draft;
  const text = replyText[words.language];
  const { status } = report;
  const [first, ...more] = report.answers;
  // Harmless answers are not faults.
  const others = more.filter((answer) => answerState(answer, report) !== 'harmless');
  const isOnlyPossible = first !== undefined && isUnsure(first);
  const isAsking =
    status !== 'recovered' &&
    !(status === 'healthy' && report.exitedBy !== null) &&
    (!hasSteps(first, report) || (first.confidence !== 'certain' && !cuts.has('questions')));
  const needed = section(
    isAboutMissingData(report)
      ? text.stillNoData
      : isOnlyPossible || !first
        ? text.need
        : text.needToo,
    isAsking ? needs(draft) : '',
  );
  return [
    text.salutation,
    text.greeting[kindSent(report)],
    ...(status === 'unrecognised' ? [] : opening(draft)),
    // A fault in a configuration or in command output is already described in `found`.
    ...(first && (first.evidence.length > 0 || found.length === 0) ? [happened(first, draft)] : []),
    ...found,
    ...(isOnlyPossible ? needed : []),
    ...(hasSteps(first, report) ? replySteps(first, draft) : []),
    ...(first
      ? [`${hasSteps(first, report) ? text.read : text.about}${link(`guides/${first.guide}/`)}`]
      : []),
    ...section(
      text.others,
      others.map((answer) => otherAnswer(answer, report, words, link)).join('\n'),
    ),
    ...(status !== 'unrecognised' || report.inspections.length > 0
      ? []
      : [
          report.sibling === null
            ? `${text.unrecognised(nameInTextOf(words, null))}\n\n${logCommands(report, words)}`
            : text.sibling(
                report.sibling,
                backendOf(productNames(words, null)),
                nameInTextOf(words, null),
              ),
        ]),
    ...(isOnlyPossible ? [] : needed),
    closingFor(report, words, needed.length > 0),
    text.signature,
  ];
}

/** Describe command output, without advice on a service if the reply has steps for it. */
function outputsIn(report: InspectedReport, words: ReportTexts): string[] {
  const [first] = report.answers;
  return report.inspections.flatMap((inspection) =>
    describeOutputs([inspection], words).map((paragraph) =>
      inspection.kind === 'service' && hasSteps(first, report)
        ? paragraph.replace(/\n[\s\S]*/, '')
        : paragraph,
    ),
  );
}

/** Return whether a reply says what to do about its first answer. */
function hasSteps(first: Answer | undefined, report: InspectedReport): first is Answer {
  return first !== undefined && report.status === 'action-needed' && !asksFirst(first, report);
}

/** Return whether an answer is only possible, and a question has to confirm it. */
function asksFirst(answer: Answer, { missing }: InspectedReport): boolean {
  return isUnsure(answer) && missing.length > 0;
}

/** Return the last sentence, which depends on whether the reply can have solved anything. */
function closingFor(report: InspectedReport, words: ReportTexts, hasQuestions: boolean): string {
  const { closing, closingOpen } = replyText[words.language];
  const [first] = report.answers;
  if (report.status === 'recovered' || (report.status === 'healthy' && report.kind === 'log'))
    return closingOpen.healthy;
  if (report.status === 'unrecognised' && report.inspections.length === 0) return closingOpen.asked;
  if (!first && report.status === 'action-needed' && !hasQuestions) return closingOpen.waiting;
  const isOpen = first && decidesCause(applicableSteps(first, report, words)[0], first, words);
  const isAsking =
    report.status === 'action-needed' && (!first || isOpen === true || isUnsure(first));
  return isAsking && (hasQuestions || isOpen === true) ? closingOpen.asked : closing;
}

function isUnsure({ confidence }: Answer): boolean {
  return confidence === 'possible';
}

function otherAnswer(
  answer: Answer,
  report: InspectedReport,
  words: ReportTexts,
  link: (path: string) => string,
): string {
  const text = sentences[words.language];
  const note =
    answer.state === 'recovered' ? text.punctuation.aside(text.report.state.recovered) : '';
  return `- ${faultSentence(answer, report, words)}${note}\n  ${link(`guides/${answer.guide}/`)}`;
}

function opening({ report, words, now }: Draft): string[] {
  const conclusion = conclusionOf(report, words);
  // If there is an answer, its section gives the facts that matter for it.
  const facts =
    report.answers.length > 0
      ? []
      : [
          ...badResults(report, words).slice(1),
          ...factsOf(report, words, now),
          ...verdictDetails(report, words, formatTime),
        ];
  return [
    ...(conclusion === null ? [] : [conclusion]),
    ...(facts.length > 0 ? [facts.map((fact) => `- ${fact}`).join('\n')] : []),
  ];
}

/** Say in a sentence what a log shows; null if it is not recognized or the answer says it. */
function conclusionOf(report: InspectedReport, words: ReportTexts): string | null {
  const text = replyText[words.language];
  const { status, kind, answers, unknown, inspections } = report;
  switch (status) {
    case 'recovered':
      return isHarmless(report) ? text.harmless : text.recovered;
    case 'healthy': {
      if (report.exitedBy !== null || badResults(report, words).length > 0)
        return headlineOf(report, words);
      if (kind === 'log') return text.healthy;
      const names = productNames(words, inspections[0]?.product ?? null);
      return sentences[words.language].inspect.healthy[kind](backendOf(names));
    }
    case 'action-needed':
      if (answers.length > 0) return null;
      return unknown.length > 0 ? text.unanswered : verdict(report, words).sentence;
    case 'unrecognised':
      return null;
  }
}

/** Return the verdict on a healthy log: why the program exited, or a bad result that it printed. */
function headlineOf(report: InspectedReport, words: ReportTexts): string {
  const { sentence, cause } = verdict(report, words);
  return joinSentences(asSentences([sentence, cause], words), words.language);
}

/** List what happened to the data and to the program. */
function factsOf(report: InspectedReport, words: ReportTexts, now: number | null): string[] {
  return [
    ...dataFacts(report, words, formatTime, isDeadlinePassed(report, now)),
    ...programFacts(report, words, formatTime, startCommand(report, words)),
  ];
}

/** Return the kind of input that the customer sent, as far as it was recognized. */
function kindSent({ kind, inspections }: InspectedReport): keyof ReplyText['greeting'] {
  const isConfig = inspections.some((inspection) => inspection.kind === 'config');
  return kind === 'log' ? (isConfig ? 'both' : 'log') : isConfig ? 'config' : 'other';
}

/** List the faults in configurations: the line, what is wrong with it, and the correct line. */
function inConfig({ inspections }: InspectedReport, words: ReportTexts): string {
  const {
    inspect: say,
    punctuation: { aside, colon },
  } = sentences[words.language];
  const problems = inspections.flatMap((inspection) =>
    inspection.kind === 'config'
      ? inspection.problems.map((problem) => ({ ...problem, product: inspection.product }))
      : [],
  );
  return problems
    .slice(0, SHOWN_PROBLEMS)
    .map((problem) => {
      const effect = aside(say.config.effect[problem.effect](nameInTextOf(words, problem.product)));
      const fault = joinPieces(describeProblem(problem, words, problem.product));
      const write = correctedLine(problem);
      return [
        `- ${say.config.line(problem.line)}${effect}${colon}${fault}`,
        `    ${problem.excerpt.trim()}`,
        ...(write === '' ? [] : [`  ${say.config.write}${colon.trimEnd()}`, `    ${write.trim()}`]),
      ].join('\n');
    })
    .join('\n');
}

/** Say what happened in one paragraph, and quote the line that shows it. */
function happened(answer: Answer, { report, words, now, cuts }: Draft): string {
  const text = replyText[words.language];
  const say = sentences[words.language].report;
  const facts = factsOf(report, words, now);
  if (report.status === 'recovered') {
    const { sentence, cause, quote, summary } = describeResolved(report, words);
    const said = isHarmless(report) ? [cause ?? sentence] : [sentence, summary];
    return [
      joinSentences(
        [...asSentences(said, words), ...facts.slice(0, SHOWN_FACTS.resolved)],
        words.language,
      ),
      ...quoted(quote, report, words),
    ].join('\n\n');
  }
  const { sentence, cause, quote, summary, open } = describeAnswer(answer, report, words);
  const since = timeSpanOf(findingsOf(report, answer.evidence)).from;
  // The other facts have times of their own.
  const isTimed = since === null || facts.length > 0 || cuts.has('since');
  // A guide that is only possible does not follow from the meaning of the line: name it as well.
  const isNamed = cause === null || asksFirst(answer, report);
  const said = [
    cause,
    isCutOff(answer, report)
      ? say.cutOff
      : isNamed
        ? answer.confidence === 'possible'
          ? sentence
          : text.named(sentence)
        : null,
    open ? null : summary,
    soleCost(answer, report, words),
    isTimed ? null : text.since(formatTime(since)),
    ...facts.slice(0, SHOWN_FACTS.open),
    answer.fixedIn === null ? null : say.fixed(answer.fixedIn, report.version),
  ];
  return [
    joinSentences(asSentences(said, words), words.language),
    ...quoted(quote, report, words),
    ...(open && cuts.has('causes')
      ? [text.notShown]
      : section(text.openCause, open?.map((title) => `- ${title}`).join('\n') ?? '')),
  ].join('\n\n');
}

/** Drop texts that are null or empty, and punctuate the others as sentences. */
function asSentences(said: (string | null)[], { language }: ReportTexts): string[] {
  return said.flatMap((sentence) => (sentence ? asSentence(sentence, language) : []));
}

function quoted(
  quote: Quote | null,
  { kind }: InspectedReport,
  { language }: ReportTexts,
): string[] {
  const { colon } = sentences[language].punctuation;
  return quote === null
    ? []
    : [`    ${replyText[language].logLine(quote.line, kind === 'log')}${colon}${quote.text}`];
}

function needs({ report, words, cuts }: Draft): string {
  const { platform } = analyzerText[words.language];
  const values = valuesForReport(report, words.values);
  return followUps(report, words)
    .slice(0, SHOWN_QUESTIONS)
    .map((ask) => {
      const commands = commandsFor(ask, logPlatform(report, words) ?? DEFAULT_PLATFORM);
      const named = commands.map(([os, text]) => {
        const system = commands.length > 1 ? `  [${platform[os]}]\n` : '';
        const command = { ...ask, language: 'sh', text };
        return system + layoutCommand(command, values, commandStyle(words));
      });
      return [
        `- ${ask.what}`,
        ...named,
        ...(ask.reads === undefined || cuts.has('asides') ? [] : [`  ${ask.reads}`]),
      ].join('\n\n');
    })
    .join('\n\n');
}

function logCommands({ platform }: InspectedReport, words: ReportTexts): string {
  return logPlaces(words, platform)
    .map(({ label, command }) => `- ${label}\n\n    ${command}`)
    .join('\n\n');
}
