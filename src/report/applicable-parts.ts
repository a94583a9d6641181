import {
  isSystem,
  type Block,
  type CauseBlock,
  type Inline,
  type Part,
  type PartName,
  type StepBlock,
} from '../model/prose.ts';
import type { InspectedReport } from '../model/inspection.ts';
import type { Answer, Finding } from '../model/report.ts';
import { isInRange, isOneOf } from '../engine/index.ts';
import { nameInTextOf } from '../i18n/name-in-text.ts';
import { sentences } from '../i18n/sentences.ts';
import { programState } from './program-state.ts';
import { blocksWithin, findingsOf, valuesForAnswer, type LogValues } from './format/index.ts';
import { forInitSystem } from './for-init-system.ts';
import { correctionStep } from './correction-step.ts';
import { oncePerAnswer } from './once-per-answer.ts';
import { startStep, type GuideParts } from './start-step.ts';

export type { GuideParts } from './start-step.ts';

/** Maximum number of possible causes that a report lists. */
export const MAX_OPEN = 4;

/** Versions before and after all others. */
const OLDEST = '0.0.0';
const NEWEST = '999.0.0';

/** Matches commands that a container lacks: they change the user or manage the host. */
const OF_HOST = /\b(?:sudo|systemctl|timedatectl)\b/;
const OF_SERVICE = /\bsystemctl (?:start|stop|restart|reload)\b/;

/** Maximum number of warnings that a report shows. */
const MAX_WARNINGS = 2;

/** The parts of a guide that a report shows; the others are only on its page. */
export const REPORT_PARTS: readonly PartName[] = ['Fix', 'Verify', 'Dont'];

/**
 * Reduce an answer's guide to the parts that a report shows: the steps for the causes that the log
 * leaves possible, in order, how to verify them, and the warnings whose conditions hold.
 */
export const applicableParts = oncePerAnswer(chooseParts);

function chooseParts(answer: Answer, report: InspectedReport, words: GuideParts): readonly Part[] {
  const parts = words.guides[answer.guide]?.parts ?? [];
  const values = valuesForAnswer(answer, report, {});
  const isInContainer = runsOnlyInContainers(report, words) || isRunInContainer(report);
  const holds = (block: Block): boolean => applies(block, answer, report);
  return parts.flatMap(({ name, blocks: all }): Part[] => {
    if (!REPORT_PARTS.includes(name)) return [];
    const blocks = isInContainer ? forContainers(all) : all;
    const chosen =
      name === 'Fix'
        ? withCorrections(stepsFor(answer, blocks.filter(isStep), words), answer, report, words)
        : blocks;
    const holding = chosen.filter((block) => applies(block, answer, report));
    const kept =
      name === 'Fix'
        ? withStart(foldUndecided(holding, answer, report, words), answer, report, words)
        : name === 'Dont'
          ? foremostWarnings(holding)
          : holding;
    return kept.length > 0
      ? [
          {
            name,
            blocks: kept
              .map((block) => withUnknownState(block, report, words))
              .map((block) => withFindings(block, answer, words))
              .flatMap((block) => partsOf(block, values, holds))
              .map((block) =>
                report.hasStartScripts ? withStartScripts(block, report, words) : block,
              ),
          },
        ]
      : [];
  });
}

/**
 * Leave out the parts of a block whose condition does not hold, and the sentences about a value
 * that the log does not name: an example in its place would look like a statement about this log.
 */
function partsOf(block: Block, values: LogValues, holds: (block: Block) => boolean): Block[] {
  const known = (blocks: Block[]): Block[] =>
    blocks.filter(holds).flatMap((inner) => partsOf(inner, values, holds));
  if (block.kind === 'list') {
    const items = block.items.map(known).filter(({ length }) => length > 0);
    return items.length > 0 ? [{ ...block, items }] : [];
  }
  if (block.kind === 'paragraph') {
    const children = sentencesIn(block.children)
      .filter((sentence) => !sentence.some((part) => isUnknown(part, values)))
      .flat();
    return children.length > 0 ? [{ ...block, children }] : [];
  }
  if (!('children' in block)) return [block];
  const children = known(block.children);
  const isEmptied = children.length === 0 && block.children.length > 0;
  // A step without any text is still shown by its title, unless all of its text is for other
  // platforms.
  const isNeeded =
    block.kind === 'step' && !block.children.every(({ kind }) => kind === 'platform');
  return isEmptied && !isNeeded ? [] : [{ ...block, children }];
}

/** Replace the systemd commands in a block by those for start scripts. */
function withStartScripts(block: Block, report: InspectedReport, words: GuideParts): Block {
  if (block.kind === 'command') return { ...block, text: forInitSystem(block.text, report, words) };
  if (!('children' in block) || block.kind === 'paragraph') return block;
  const children = block.children.map((child) => withStartScripts(child, report, words));
  return { ...block, children } as Block;
}

/**
 * Leave out what is only for operating systems, and steps that only manage a service. If no block
 * is for containers, keep the commands for Linux that a container has as well, because the
 * sentences around them refer to them.
 */
function forContainers(blocks: readonly Block[]): Block[] {
  const isAnswered = blocks.some((block) => block.kind === 'platform' && !isSystem(block.os));
  return blocks.flatMap((block): Block[] => {
    if (block.kind === 'platform' && isSystem(block.os))
      return !isAnswered && block.os === 'linux' && runsInContainers(block) ? block.children : [];
    if (!('children' in block) || block.kind === 'paragraph') return [block];
    if (block.kind === 'step' && managesService(block)) return [];
    const children = forContainers(block.children);
    return children.length > 0 || block.children.length === 0 ? [{ ...block, children }] : [];
  });
}

/** Return whether a block has commands, and all of them exist in a container. */
function runsInContainers(block: Block): boolean {
  const commands = commandsIn([block]);
  return commands.length > 0 && !commands.some((command) => OF_HOST.test(command));
}

/** Return whether a step has commands for a system, and all of them manage a service. */
function managesService({ children }: StepBlock): boolean {
  const platforms = children.filter((block) => block.kind === 'platform');
  const commands = commandsIn(platforms.filter(({ os }) => os === 'linux'));
  return (
    commands.length > 0 &&
    commands.every((command) => OF_SERVICE.test(command)) &&
    platforms.every(({ os }) => isSystem(os))
  );
}

function commandsIn(blocks: readonly Block[]): string[] {
  return blocksWithin(blocks).flatMap((block) => (block.kind === 'command' ? block.text : []));
}

/**
 * Return whether a short paste about containers has no log lines, but only the output of a command
 * that somebody ran by hand, probably in a container.
 */
function isRunInContainer({ platform, findings }: InspectedReport): boolean {
  return (
    platform !== undefined && !isSystem(platform) && findings.every(({ level }) => level === null)
  );
}

/** Return whether all logs of a report's product come from containers. */
function runsOnlyInContainers({ product }: InspectedReport, { logs }: GuideParts): boolean {
  const places = logs[product ?? ''] ?? [];
  return places.length > 0 && !places.some(({ os }) => isSystem(os));
}

function isUnknown(part: Inline, values: LogValues): boolean {
  return part.kind === 'value' && values.find(part.of) === null;
}

/** Split prose after the full stops of its text. */
function sentencesIn(prose: readonly Inline[]): Inline[][] {
  const found: Inline[][] = [[]];
  for (const part of prose) {
    const pieces =
      part.kind === 'text'
        ? part.text.split(/(?<=\. |。)/).map((text) => ({ ...part, text }))
        : [part];
    for (const piece of pieces) {
      found.at(-1)?.push(piece);
      if (piece.kind === 'text' && /(?:\. |。)$/.test(piece.text)) found.push([]);
    }
  }
  return found;
}

/**
 * If the cause is open and there are steps that find out which one it is, fold the steps for single
 * causes, which come after them. If an answer is only possible and has many causes, leave out all
 * steps: its follow-up question has to be answered first.
 */
function foldUndecided(
  steps: Block[],
  answer: Answer,
  report: InspectedReport,
  words: GuideParts,
): Block[] {
  const possible = openCauses(answer, words);
  const [first] = steps;
  if (!first || !isStep(first) || !decidesCause(first, answer, words)) {
    const areMany = Math.min(possible.length, steps.length) > MAX_OPEN;
    return answer.confidence === 'possible' && areMany ? [] : steps;
  }
  return steps.map((block) =>
    isStep(block) && isForSome(block.id, possible) && !startsProgram([block], report, words)
      ? { ...block, isFolded: true }
      : block,
  );
}

/** Return whether steps contain one of the product's commands that start the program. */
function startsProgram(
  steps: Block[],
  { product }: InspectedReport,
  { starts }: GuideParts,
): boolean {
  const prose = JSON.stringify(steps);
  return starts[product ?? '']?.commands.some((command) => prose.includes(command)) === true;
}

/**
 * Add the product's step that starts the program, if the program has stopped, or may have given up
 * its start after the log ends, and the steps do not start it. A retired host must not be started
 * again.
 */
function withStart(
  steps: Block[],
  answer: Answer,
  report: InspectedReport,
  words: GuideParts,
): Block[] {
  const isStarting = report.startup === 'under-way';
  const isDue =
    report.status === 'action-needed' &&
    (programState(report) === 'stopped' || isStarting) &&
    report.retired === null;
  if (!isDue || answer !== report.answers[0] || startsProgram(steps, report, words)) return steps;
  const step = startStep(report, words);
  if (!step) return steps;
  const { ifGivenUp } = sentences[words.language].report;
  return [...steps, isStarting ? { ...step, title: ifGivenUp(step.title) } : step];
}

/** Choose the warnings to show: first the warnings whose condition holds, then general ones. */
function foremostWarnings(blocks: Block[]): Block[] {
  const conditional = blocks.filter(({ kind }) => kind === 'warning').slice(0, MAX_WARNINGS);
  const items = blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
  const general = items.slice(0, MAX_WARNINGS - conditional.length);
  return [
    ...conditional,
    ...(general.length > 0 ? [{ kind: 'list' as const, ordered: false, items: general }] : []),
  ];
}

/** List the steps of an answer that apply to this log, in the order in which to take them. */
export function applicableSteps(
  answer: Answer,
  report: InspectedReport,
  words: GuideParts,
): StepBlock[] {
  return applicableParts(answer, report, words)
    .flatMap(({ name, blocks }) => (name === 'Fix' ? blocks : []))
    .filter(isStep);
}

/** Return the cause that the log proves, or null if it leaves the cause open. */
export function provenCause(answer: Answer, words: GuideParts): CauseBlock | null {
  const [only, ...others] = possibleCauses(answer, words);
  return only && others.length === 0 && answer.confidence !== 'possible' ? only : null;
}

/** List the causes of an answer's guide that its evidence proves or leaves possible. */
export function possibleCauses(answer: Answer, words: GuideParts): CauseBlock[] {
  const all = causesOf(answer, words);
  return answer.causes.length === 0 ? all : all.filter(({ id }) => answer.causes.includes(id));
}

/**
 * List the possible causes if the log does not show which one applies. The list is empty if there
 * is only one, or if the log proves all of them.
 */
export function openCauses(answer: Answer, words: GuideParts): CauseBlock[] {
  const possible = possibleCauses(answer, words);
  const isProven = ({ id }: CauseBlock): boolean =>
    answer.causesByFinding.some((causes) => causes.length === 1 && causes[0] === id);
  return possible.length < 2 || possible.every(isProven) ? [] : possible;
}

/**
 * Return whether several causes are possible, and a step finds out which one it is: it fixes none
 * of them, or is the first thing to do for all of them, while other steps are only for some.
 */
export function decidesCause(
  step: StepBlock | undefined,
  answer: Answer,
  words: GuideParts,
): boolean {
  const possible = openCauses(answer, words);
  if (step === undefined || possible.length === 0) return false;
  const isFix = possible.some(({ steps }) => steps?.includes(step.id) === true);
  return (
    !isFix ||
    (!isForSome(step.id, possible) &&
      possible.some(({ steps }) => steps?.some((id) => isForSome(id, possible)) === true))
  );
}

/** Return whether a step fixes some of several causes, but not all. */
function isForSome(step: string, causes: readonly CauseBlock[]): boolean {
  const fixed = causes.filter(({ steps }) => steps?.includes(step) === true);
  return fixed.length > 0 && fixed.length < causes.length;
}

/** List all causes of an answer's guide. */
export function causesOf({ guide }: Answer, words: GuideParts): CauseBlock[] {
  return (words.guides[guide]?.parts ?? []).flatMap(({ blocks }) =>
    blocks.filter((block) => block.kind === 'cause'),
  );
}

/**
 * Choose the steps for the possible causes. Proven causes have their own steps, in their own order.
 * If the cause is open, leave out only the steps for other causes. The steps that no cause lists
 * find out which cause it is.
 */
function stepsFor(answer: Answer, steps: StepBlock[], words: GuideParts): StepBlock[] {
  const possible = possibleCauses(answer, words);
  const listed = possible
    .toSorted((a, b) => answer.causes.indexOf(a.id) - answer.causes.indexOf(b.id))
    .flatMap((cause) => cause.steps ?? []);
  if (openCauses(answer, words).length === 0 && listed.length > 0)
    // A step that several causes list, such as the start, comes where it is listed last.
    return listed
      .filter((id, at) => listed.lastIndexOf(id) === at)
      .flatMap((id) => steps.find((step) => step.id === id) ?? []);
  const wanted = new Set(possible.flatMap((cause) => cause.steps ?? []));
  const unwanted = new Set(
    causesOf(answer, words).flatMap((cause) => (cause.steps ?? []).filter((id) => !wanted.has(id))),
  );
  return steps.filter(({ id }) => !unwanted.has(id));
}

/** Add to a step the findings that prove its causes, unless all findings of the answer do. */
function withFindings(block: Block, answer: Answer, words: GuideParts): Block {
  if (!isStep(block)) return block;
  const ids = causesOf(answer, words).flatMap(({ id, steps }) =>
    steps?.includes(block.id) ? id : [],
  );
  const findings = answer.evidence.filter((_, at) =>
    answer.causesByFinding[at]?.some((cause) => ids.includes(cause)),
  );
  const isPart = findings.length > 0 && findings.length < answer.evidence.length;
  return isPart ? { ...block, findings } : block;
}

/**
 * If the correct form of each faulty line of a configuration is known, show these lines in place of
 * the steps for single causes, and keep the steps that every cause of the guide needs.
 */
function withCorrections(
  steps: StepBlock[],
  answer: Answer,
  report: InspectedReport,
  words: GuideParts,
): StepBlock[] {
  const correction = correctionStep(answer, report, words);
  const causes = causesOf(answer, words);
  const general = steps.filter(({ id }) => causes.every((cause) => cause.steps?.includes(id)));
  return correction ? [correction, ...(general.length > 0 ? general : steps)] : steps;
}

/**
 * If a step is only for a running or only for a stopped program, and the log does not show which of
 * the two it is, say so in the title of the step.
 */
function withUnknownState(block: Block, report: InspectedReport, words: GuideParts): Block {
  if (
    block.kind !== 'step' ||
    block.applies?.program === undefined ||
    programState(report) !== null
  )
    return block;
  const { ifProgram } = sentences[words.language].report;
  return {
    ...block,
    title: ifProgram[block.applies.program](block.title, nameInTextOf(words, report.product)),
  };
}

function isStep(block: Block): block is StepBlock {
  return block.kind === 'step';
}

/** Return whether a block's condition holds, or may hold because the log does not show it. */
function applies(block: Block, answer: Answer, report: InspectedReport): boolean {
  if (!('applies' in block) || block.applies === undefined) return true;
  const { program, fault, values, causes, where, entries, version } = block.applies;
  const state = programState(report);
  const found = findingsOf(report, [...answer.evidence, ...answer.consequences]);
  return (
    (program === undefined || state === null || program === state) &&
    (fault === undefined || fault === (answer.state === 'recovered' ? 'over' : 'ongoing')) &&
    (values === undefined || mayWait(report)) &&
    (causes === undefined ||
      answer.causes.length === 0 ||
      causes.some((cause) => answer.causes.includes(cause))) &&
    (entries === undefined ||
      found.length === 0 ||
      found.some(({ chain }) => chain.some(({ entry }) => entries.includes(entry)))) &&
    (version === undefined || mayBeVersion(report, version)) &&
    !found.some(({ text }) => isOneOf(text, block.applies?.['text-not'] ?? [])) &&
    Object.entries(where ?? {}).every(([hole, accepted]) => {
      const captured = [...capturedIn(found, hole), ...configuredAs(hole, answer, report)];
      return captured.length === 0 || captured.some((value) => isOneOf(value, accepted));
    }) &&
    Object.entries(block.applies['where-not'] ?? {}).every(
      ([hole, refused]) => !capturedIn(found, hole).some((value) => isOneOf(value, refused)),
    )
  );
}

function capturedIn(findings: readonly Finding[], hole: string): string[] {
  return findings.flatMap(({ chain }) => chain.flatMap(({ captures }) => captures[hole] ?? []));
}

/**
 * Return the values for a hole of the guide from the configuration faults that the answer is about:
 * the `key` of each fault, or the `expected` type.
 */
function configuredAs(hole: string, { guide }: Answer, { inspections }: InspectedReport): string[] {
  if (hole !== 'key' && hole !== 'expected') return [];
  return inspections.flatMap((inspection) =>
    inspection.kind === 'config'
      ? inspection.problems.flatMap((problem) => (problem.guide === guide && problem[hole]) || [])
      : [],
  );
}

/** Return whether the log's version, or one that words its messages like this, is in a range. */
function mayBeVersion({ version, wording }: InspectedReport, range: string): boolean {
  const ends = version === null ? [wording.since ?? OLDEST, wording.until ?? NEWEST] : [version];
  return ends.some((end) => isInRange(end, range));
}

/**
 * Return whether values may wait in the program's memory. If the log shows an attempt to start, but
 * no success, the program has not collected any.
 */
function mayWait({ data, version, hosts, startup }: InspectedReport): boolean {
  const hasStarted = startup === null && (version === null || hosts.length > 0);
  return data.state === 'late' || (data.state === 'unknown' && hasStarted);
}
