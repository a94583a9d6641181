import { OSES, type Block, type Os, type PartName, type StepBlock } from '../model/prose.ts';
import type { InspectedReport } from '../model/inspection.ts';
import type { Language } from '../model/languages.ts';
import type { ReportTexts } from '../model/words.ts';
import type { Answer } from '../engine/index.ts';
import { analyzerText } from '../i18n/analyzer.ts';
import { nameInTextOf } from '../i18n/name-in-text.ts';
import { replyText } from '../i18n/reply.ts';
import { programState } from './program-state.ts';
import { applicableParts, applicableSteps, decidesCause, causesOf } from './applicable-parts.ts';
import {
  commandText,
  fillCommand,
  joinSentences,
  layoutBlocks,
  listOf,
  logPlatform,
  splitSentences,
  valuesForAnswer,
} from './format/index.ts';
import { politeRequest, politeSentences } from './polite-request.ts';
import { section, styleOf, type Draft } from './reply-draft.ts';

/** A reply names a few actions, besides starting or reloading the program. */
const SHOWN_STEPS = 3;
/** The platform whose commands a reply gives if the log shows none. */
export const DEFAULT_PLATFORM: Os = 'linux';
const INDENT = '   ';
/** Text in parentheses. */
const ASIDE = / ?\([^()]*\)|（[^（）]*）/g;
/** A sentence that tells what to do, or what follows from one of several results. */
const IS_NEEDED: Record<Language, RegExp> = {
  en: /^\d|^(?!(?:The|This|That|These|They|It|Its|An?|There|You)\b|\S+ (?:is|are|has|have|can|may|needs?)\b)/,
  ja: /ください。?$|[えけせてねべめれげ]ば|たら|だら|場合(?:は|だけ)|とき(?:は|だけ)|間は|^[^。]{1,40}：/u,
};

/** A step, and what to do instead if the program is stopped. */
interface NamedStep {
  step: StepBlock;
  ifStopped: StepBlock | null;
}

/** Write the first steps for the customer's platform, how to check the result, what to avoid. */
export function replySteps(answer: Answer, draft: Draft): string[] {
  const { report, words, cuts } = draft;
  const text = replyText[words.language];
  const known = logPlatform(report, words);
  const asksFirst =
    !isOfConfig(answer, report) &&
    decidesCause(applicableSteps(answer, report, words)[0], answer, words);
  const steps = asksFirst ? decidingSteps(answer, draft) : repairSteps(answer, draft);
  const platforms = steps.flatMap(({ step }) =>
    step.children.flatMap((block) => (isForPlatform(block) ? [block.os] : [])),
  );
  const [one = DEFAULT_PLATFORM] = platforms.includes(DEFAULT_PLATFORM) ? [] : platforms;
  const platform = known ?? one;
  const isGuessed = known === null && platforms.length > 0;
  const nameInText = nameInTextOf(words, report.product);
  const parts = applicableParts(answer, report, words);
  const blocksOf = (name: PartName): Block[] =>
    parts.find((part) => part.name === name)?.blocks ?? [];
  const write = (block: Block | undefined): string => {
    const [line = ''] = layout(block ? [block] : [], answer, draft).split('\n');
    return polite(line.replace(/^ *(?:- )?/, ''), words.language);
  };
  const [sign = ''] = splitSentences(write(blocksOf('Verify')[0]));
  return [
    ...section(
      asksFirst ? text.toFindOut : isOfConfig(answer, report) ? text.thenDo : text.toDo,
      steps
        .map((named, index) => writeStep(named, index, { answer, draft, platform, asksFirst }))
        .join('\n'),
    ),
    ...(isGuessed
      ? [text.whichPlatform(analyzerText[words.language].platform[platform], nameInText)]
      : []),
    ...(asksFirst
      ? steps.some(({ step }) => JSON.stringify(step).includes('"kind":"command"'))
        ? [text.sendOutput]
        : []
      : cuts.has('sign')
        ? []
        : section(text.verify, sign)),
    // A warning without a condition is general advice, which the page has.
    ...section(
      text.avoid,
      write(blocksOf('Dont').find((block) => 'applies' in block && block.applies !== undefined)),
    ),
  ];
}

/** Return the steps that find out which of several causes it is. */
function decidingSteps(answer: Answer, { report, words, cuts }: Draft): NamedStep[] {
  const steps = applicableSteps(answer, report, words);
  const repair = steps.findIndex(
    ({ isFolded, applies }) => isFolded || applies?.program !== undefined,
  );
  const count = Math.min(shownSteps(cuts), SHOWN_STEPS - 1);
  return steps
    .slice(0, Math.min(repair < 0 ? steps.length : repair, count))
    .map((step) => ({ step, ifStopped: null }));
}

/**
 * Return the first steps, and all steps that restart or start the program, because the other steps
 * have no effect without them. If the log does not show whether the program runs, the step for a
 * stopped program becomes a part of the step for a running one.
 */
function repairSteps(answer: Answer, draft: Draft): NamedStep[] {
  const { report, words, cuts } = draft;
  const all = isOfConfig(answer, report)
    ? commonSteps(answer, draft)
    : applicableSteps(answer, report, words);
  const stateOf = (step: StepBlock | undefined): string | undefined => step?.applies?.program;
  const titles = new Map(
    (words.guides[answer.guide]?.parts ?? [])
      .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'step' ? block : [])))
      .map(({ id, title }) => [id, title]),
  );
  const at = all.findIndex(
    (step, index) =>
      programState(report) === null &&
      stateOf(step) === 'running' &&
      [all[index - 1], all[index + 1]].some((other) => stateOf(other) === 'stopped'),
  );
  const twin = [all[at + 1], all[at - 1]].find((other) => stateOf(other) === 'stopped') ?? null;
  let shown = 0;
  return all.flatMap((step, index) => {
    if (at >= 0 && step === twin) return [];
    const isNeeded = stateOf(step) !== undefined && !(at >= 0 && index > at);
    if (!isNeeded && ++shown > shownSteps(cuts)) return [];
    // After these two steps the program runs, so later titles need not name its state.
    const title = (at >= 0 && index >= at ? titles.get(step.id) : undefined) ?? step.title;
    return { step: { ...step, title }, ifStopped: index === at ? twin : null };
  });
}

/** Return whether an answer rests on a configuration alone, whose faults the reply lists. */
function isOfConfig({ guide, evidence }: Answer, { inspections }: InspectedReport): boolean {
  return (
    evidence.length === 0 &&
    inspections.some(
      (inspection) =>
        inspection.kind === 'config' &&
        inspection.problems.some((problem) => problem.guide === guide),
    )
  );
}

/** Return the steps that follow the repair of each possible cause. */
function commonSteps(answer: Answer, { report, words }: Draft): StepBlock[] {
  const causes = causesOf(answer, words);
  return applicableSteps(answer, report, words).filter(({ id }) =>
    causes.every(({ steps }) => steps?.includes(id) !== false),
  );
}

function shownSteps(cuts: Draft['cuts']): number {
  return cuts.has('second-step') ? 1 : cuts.has('third-step') ? 2 : SHOWN_STEPS;
}

/** The context in which a step is written. */
interface Writing {
  answer: Answer;
  draft: Draft;
  platform: Os;
  /** Whether the customer sends the output. */
  asksFirst: boolean;
}

function writeStep({ step, ifStopped }: NamedStep, index: number, shared: Writing): string {
  const { draft, platform } = shared;
  // The values of the findings that the step is about come first, as in `valuesForStep`.
  const evidence = [...(step.findings ?? []), ...shared.answer.evidence];
  const answer = { ...shared.answer, evidence };
  const writing = { ...shared, answer };
  const { language } = draft.words;
  const text = replyText[language];
  const blocks = essenceOf(step.children, platform);
  const instead = essenceOf(ifStopped?.children ?? [], platform).filter(isCommand);
  return [
    `${index + 1}. ${language === 'ja' ? politeRequest(step.title) : step.title}`,
    ...blocks.map((block, at) => writeBlock(block, blocks[at + 1], writing)),
    ...(instead.length === 0
      ? []
      : [`${INDENT}${text.ifStopped(nameInTextOf(draft.words, draft.report.product))}`]),
    ...instead.map((block) => layout([block], answer, draft)),
  ]
    .filter(Boolean)
    .join('\n');
}

/** Write a block of a step; `next` is the block that it leads to. */
function writeBlock(block: Block, next: Block | undefined, writing: Writing): string {
  const { answer, draft, asksFirst, platform } = writing;
  const { cuts, words } = draft;
  if (block.kind === 'list' && asksFirst && cuts.has('results')) return '';
  if (isCommand(block)) return layout([block], answer, draft);
  const prose = layout([block], answer, draft).replace(ASIDE, (aside) =>
    isForOther(aside, platform, words) ? '' : aside,
  );
  const whole = polite(withoutFilled(prose, next, answer, draft), words.language);
  return block.kind === 'paragraph' && cuts.has('asides')
    ? shorten(whole, next !== undefined && isCommand(next), words.language)
    : whole;
}

/** Leave out the sentences about samples that values of the log have replaced in the command. */
function withoutFilled(
  text: string,
  command: Block | undefined,
  answer: Answer,
  { report, words }: Draft,
): string {
  if (command?.kind !== 'command') return text;
  const filled = commandText(fillCommand(command, valuesForAnswer(answer, report, words.values)));
  const gone = listOf(command.sample).filter((sample) => !filled.includes(sample));
  return withoutSentences(
    text,
    (sentence) => gone.some((sample) => sentence.includes(sample)),
    words.language,
  );
}

function layout(blocks: Block[], answer: Answer, { report, words, link }: Draft): string {
  const values = valuesForAnswer(answer, report, words.values);
  return layoutBlocks(blocks, words, values, styleOf(words, link), INDENT);
}

function isForOther(aside: string, platform: Os, { language }: ReportTexts): boolean {
  const named = OSES.filter((os) => aside.includes(analyzerText[language].platform[os]));
  return named.length > 0 && !named.includes(platform);
}

/** Leave out some sentences of a line; return an empty line if none is left. */
function withoutSentences(
  line: string,
  isOut: (sentence: string) => boolean,
  language: Language,
): string {
  const [indent = ''] = /^ *(?:- )?/.exec(line) ?? [];
  const all = splitSentences(line.slice(indent.length));
  const kept = all.filter((sentence) => !isOut(sentence));
  return kept.length === all.length
    ? line
    : kept.length === 0
      ? ''
      : indent + joinSentences(kept, language);
}

/** Ask politely for what the sentences of a text tell the reader to do. */
function polite(text: string, language: Language): string {
  return language === 'ja' ? politeSentences(text) : text;
}

/**
 * Shorten a step to its first command or example for one platform, the paragraph before it, and the
 * list after it that explains the output. If there is no such list, keep the paragraph after it and
 * the command that directly follows. Shorten a step without a command to its first paragraph, its
 * first list, and its blocks about the platform or about logs like this one.
 */
function essenceOf(blocks: Block[], platform: Os): Block[] {
  const relevant = blocks.flatMap((block) => blocksFor(block, platform));
  const conditional = new Set(relevant.filter((block) => !blocks.includes(block)));
  const isParagraph = ({ kind }: Block): boolean => kind === 'paragraph';
  const shown = relevant.findIndex(isCommand);
  const isList = ({ kind }: Block): boolean => kind === 'list';
  if (shown < 0)
    return relevant.filter(
      (block) =>
        block === relevant.find(isParagraph) ||
        block === relevant.find(isList) ||
        conditional.has(block),
    );
  const after = relevant.slice(shown + 1);
  const [list] = after.filter(isList);
  const at = after.findIndex(isParagraph);
  const next = after[at + 1];
  return [
    ...relevant.slice(0, shown).filter(isParagraph).slice(-1),
    ...relevant.slice(shown, shown + 1),
    ...(list ? [list] : at < 0 ? [] : after.slice(at, next && isCommand(next) ? at + 2 : at + 1)),
  ];
}

/** Replace a block for one platform, or for logs like this one, with the blocks in it. */
function blocksFor(block: Block, platform: Os): Block[] {
  if (isForPlatform(block) && block.os !== platform) return [];
  return isForPlatform(block) || block.kind === 'only'
    ? block.children.flatMap((child) => blocksFor(child, platform))
    : [block];
}

function isCommand({ kind }: Block): boolean {
  return kind === 'command' || kind === 'code';
}

function isForPlatform(block: Block): block is Extract<Block, { kind: 'platform' }> {
  return block.kind === 'platform';
}

/** Keep the sentences on what to do or conclude, and the one next to the command. */
function shorten(text: string, isBefore: boolean, language: Language): string {
  const kept = splitSentences(text.trim()).filter(
    (sentence, at, { length }) =>
      at === (isBefore ? length - 1 : 0) || IS_NEEDED[language].test(sentence),
  );
  return INDENT + joinSentences(kept, language);
}
