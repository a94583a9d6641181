/**
 * No report, and no reply, contradicts what its log shows: for all logs of the content, and those
 * of the corpus where it exists. A report shows only the steps and warnings that apply, so readers
 * take every sentence as a statement about their log.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Block } from '../../src/model/prose.ts';
import type { Answer } from '../../src/model/report.ts';
import type { InspectedReport } from '../../src/model/inspection.ts';
import type { Language } from '../../src/model/languages.ts';
import type { ReportTexts } from '../../src/model/words.ts';
import { compareVersions } from '../../src/engine/index.ts';
import {
  programState,
  applicableParts,
  applicableSteps,
  customerReply,
  describeAnswer,
  verdict,
} from '../../src/report/index.ts';
import {
  examplesIn,
  fillCommand,
  layoutBlocks,
  listOf,
  logPlatform,
  valuesForAnswer,
} from '../../src/report/format/index.ts';
import { maskReport } from '../../src/redaction/mask-secrets.ts';
import { politeRequest } from '../../src/report/polite-request.ts';
import { styleOf } from '../../src/cli/render-blocks.ts';
import { sample } from '../helpers/sample.ts';
import { content, inspect, words as wordsIn } from '../helpers/whole-content.ts';

/** A fact of a report, and what no sentence may say if it holds. */
interface Contradiction {
  name: string;
  holds(report: InspectedReport): boolean;
  says: Record<Language, RegExp>;
}

/** The entries of each finding that shows the first fault. */
const chainsOf = ({ answers: [first], findings }: InspectedReport): string[][] =>
  (first?.evidence ?? []).map((index) => findings[index]?.chain.map(({ entry }) => entry) ?? []);

const isOfCheck = (entry: string): boolean =>
  /^agent\/check(?:s-retry|s-report|-stderr|-action)/.test(entry);

const isStopped = (report: InspectedReport): boolean => programState(report) === 'stopped';

const CONTRADICTIONS: Contradiction[] = [
  {
    name: 'a stopped agent is told to be left running, or to retry',
    holds: isStopped,
    says: {
      en: /\bdo not restart\b(?! [^.]* (?:before|until))|leave (?:it|the agent) (?:alone|running)|(?:retries|tries again|sends? (?:it|them|what it kept)) by itself|\bkeeps? trying\b/i,
      ja: /(?<!直すまで[^。]*)再起動しないで|再起動は控え|動かしたまま|自動で再試行|再試行を続け|そのまま待/,
    },
  },
  {
    name: 'a stopped agent is told to reload',
    holds: isStopped,
    says: { en: /^ +(?:sudo )?systemctl reload/m, ja: /^ +(?:sudo )?systemctl reload/m },
  },
  {
    name: 'lost values are said to be safe',
    holds: ({ data }) => data.state === 'lost',
    says: {
      en: /\bnothing (?:is|was|will be) lost\b|\bno (?:values|data) (?:are|were|is|was) lost\b|(?<!\bif the agent kept running, [^.]*)\b(?:gap|hole)\b[^.]* (?:fills|closes)\b/i,
      ja: /失われません|失われていません|失われることはありません|(?<!動き続けていれば[^。]*)自動で埋ま/,
    },
  },
  {
    name: 'a running agent is told to be started',
    holds: (report) => programState(report) === 'running',
    says: {
      en: /^\d+\. Start the (?:agent|service)\b(?!.* if )/im,
      ja: /^\d+\. (?:エージェント|サービス)を起動する/m,
    },
  },
  {
    name: 'an agent that did not start is said to have stopped',
    holds: ({ startup }) => startup === 'failed',
    says: { en: /\bagent has stopped\b/, ja: /エージェントは停止しています/ },
  },
  {
    name: 'an agent that ended itself is said to have been stopped, or to have no fault',
    holds: ({ exitedBy, status }) => exitedBy !== null && status !== 'recovered',
    says: {
      en: /\bagent stopped[^;(]*; no start follows|\bnothing is wrong\b/i,
      ja: /^(?!.*動いていた).*停止しており|異常はありません/m,
    },
  },
  {
    name: 'an agent that has not started yet is said to hold values',
    holds: ({ startup }) => startup === 'under-way',
    says: {
      en: /(?<!\bwhile posting fails: |\bif )\b(?:the|kept|loses the) values (?:in memory|would be lost)\b|(?<!\bif )\bvalues that wait in memory are lost\b/i,
      ja: /(?<!失敗している間は[^。]*。[^。]*)(?:メモリの|保持している)値[がは]失われます/,
    },
  },
  {
    name: 'a fault of checks alone is judged by a graph',
    holds: (report) => chainsOf(report).every(([first]) => isOfCheck(first ?? '')),
    says: { en: /\bgraphs? (?:begins?|moves?)\b/, ja: /グラフ(?:が始ま|が更新され)/ },
  },
  {
    name: 'a setting is recommended that the version does not have',
    holds: ({ version }) => version !== null && compareVersions(version, '0.49.0') < 0,
    says: {
      en: /\b(?:timeout_seconds|disable_http_keep_alive) = /,
      ja: /(?:timeout_seconds|disable_http_keep_alive) = /,
    },
  },
  {
    name: 'a log without a fault asks to act',
    holds: ({ status }) => status === 'healthy' || status === 'recovered',
    says: { en: /^Act (?:now|by)/, ja: /^(?:すぐに対応|.*までに対応)/ },
  },
  {
    name: 'a fault that costs no values asks to act now',
    holds: ({ answers: [first], data, exited }) =>
      first?.isMinor === true &&
      !exited &&
      [data, data.checks].every(({ state }) => state !== 'late' && state !== 'lost'),
    says: { en: /^Act (?:now|by)/, ja: /^(?:すぐに対応|.*までに対応)/ },
  },
  {
    name: 'one of several open faults is said to be the only one',
    holds: ({ answers, findings }) =>
      answers.filter(
        ({ state, evidence }) =>
          state === 'ongoing' && evidence.some((index) => findings[index]?.role !== 'harmless'),
      ).length > 1,
    says: {
      en: /all (?:else|others|metrics) (?:is|are) sent\./,
      ja: /(?:ほかの値は|メトリックはすべて)送信されています。/,
    },
  },
  {
    name: 'values are said to wait and not to be collected',
    holds: ({ data }) => data.state === 'late',
    says: { en: /collects no values/, ja: /値は収集されません/ },
  },
  {
    name: 'an agent that did not start is said to keep running',
    holds: ({ startup }) => startup === 'failed',
    says: {
      en: /\bagent (?:goes on|keeps running|continues)\b/,
      ja: /エージェント(?:は動き続け|の動作は続き)/,
    },
  },
  {
    name: 'a start that the log does not show is said to be under way',
    holds: ({ startup }) => startup === null,
    says: { en: /The log ends before (?!that)/, ja: /起動が終わる前に、ログが終わって/ },
  },
  {
    name: 'proven causes are said to be open',
    holds: ({ answers: [first] }) =>
      first !== undefined &&
      first.causesByFinding.length > 0 &&
      first.causesByFinding.every((causes) => causes.length === 1),
    says: { en: /^Possible causes:/m, ja: /^考えられる原因：/m },
  },
  {
    name: 'the headline of a log without a fault is its stop',
    holds: ({ status }) => status === 'healthy',
    says: {
      en: /^[^\n]*\n[^\n]*(?:stop signal|no start follows)/,
      ja: /^[^\n]*\n[^\n]*(?:停止の指示|停止しており)/,
    },
  },
];

const CORPUS = '../shared/corpus';
const allLogs: [string, string][] = [
  ...content.guides.flatMap(({ cases }) =>
    cases.map(({ file, text }): [string, string] => [file, text]),
  ),
  ...content.products.flatMap(({ cases }) =>
    cases.map(({ log }): [string, string] => [log.file, log.text]),
  ),
  ...(existsSync(CORPUS) ? readdirSync(CORPUS) : [])
    .filter((name) => name.endsWith('.log'))
    .map((name): [string, string] => [name, readFileSync(join(CORPUS, name), 'utf8')]),
];

/** Each language reads half of the logs: their texts say the same. */
const logsFor = (language: Language): [string, string][] =>
  sample(allLogs, 2, language === 'ja' ? 1 : 0);

/** What a report says at first sight: its verdict, and the first answer's steps and warnings. */
function visibleText(report: InspectedReport, words: ReportTexts): string {
  const said = verdict(report, words);
  const [first] = report.answers;
  const isOpen = first !== undefined && report.status === 'action-needed';
  const parts = isOpen ? applicableParts(first, report, words) : [];
  return [
    said.urgency ?? '',
    said.sentence,
    said.cause ?? '',
    said.summary ?? '',
    ...said.facts,
    ...parts.map(({ blocks }) =>
      layoutBlocks(
        blocks,
        words,
        valuesForAnswer(first as Answer, report, words.values),
        styleOf(words.language),
      ),
    ),
  ].join('\n');
}

it.each(['en', 'ja'] as const)(
  'no report or reply contradicts its log, in %s',
  async (language) => {
    const words = wordsIn[language];
    const found: string[] = [];
    for (const [file, text] of logsFor(language)) {
      const report = await inspect(text);
      const reply = customerReply(maskReport(report), words, (path) => path);
      for (const said of [visibleText(report, words), reply])
        for (const { name, holds, says } of CONTRADICTIONS) {
          const match = holds(report) ? says[language].exec(said) : null;
          if (match)
            found.push(`${file} (${report.answers[0]?.guide ?? 'none'}): ${name}: "${match[0]}"`);
        }
    }
    expect(found).toEqual([]);
  },
);

const isPrintedOnWindowsOnly = (entry: string): boolean =>
  content.entries.find(({ id }) => id === entry)?.yaml.platforms.join() === 'windows';

/** Paths and commands of other systems than Linux. */
const OTHER_SYSTEMS = /C:\\Program Files|\$\(brew --prefix\)|\bbrew services\b|\bnet start\b/;
/** A cause that ends in text of another program is quoted below the headline, not in it. */
const FOREIGN_END = /[:：][^:：]+$/;

it.each(['en', 'ja'] as const)(
  'each report says what its log decides, and only for its system, in %s',
  async (language) => {
    const words = wordsIn[language];
    const found: string[] = [];
    for (const [file, text] of logsFor(language)) {
      const report = await inspect(text);
      const [first] = report.answers;
      if (!first || report.status !== 'action-needed' || first.confidence === 'possible') continue;
      const said = verdict(report, words);
      const title = words.guides[first.guide]?.title;
      if (said.sentence === title && said.cause !== null && !FOREIGN_END.test(said.cause))
        found.push(`${file}: the headline is the guide's title, not the cause "${said.cause}"`);
      const { open } = describeAnswer(first, report, words);
      const [step] = applicableSteps(first, report, words);
      const tells = { en: 'Step 1 tells which.', ja: '手順1で切り分けられます。' }[language];
      if (open && said.summary?.endsWith(tells) && !JSON.stringify(step).includes('"list"'))
        found.push(`${file}: step 1 (${step?.id ?? 'none'}) does not say what its results mean`);
      const isOfWindows = chainsOf(report).some((chain) => chain.some(isPrintedOnWindowsOnly));
      if (logPlatform(report, words) !== 'windows' && !isOfWindows) {
        const shown = layoutBlocks(
          applicableParts(first, report, words).flatMap(({ blocks }) => blocks),
          words,
          valuesForAnswer(first, report, words.values),
          styleOf(language, 'linux'),
        );
        const other = OTHER_SYSTEMS.exec(shown);
        if (other) found.push(`${file} (${first.guide}): "${other[0]}" is for another system`);
      }
    }
    expect(found).toEqual([]);
  },
);

/** List the commands of a step: on Windows those for Windows, where there are any. */
const commandsOf = (
  blocks: readonly Block[],
  onWindows: boolean,
): Extract<Block, { kind: 'command' }>[] => {
  const hasOwn = blocks.some((block) => block.kind === 'platform' && block.os === 'windows');
  return blocks.flatMap((block) => {
    if (block.kind === 'command') return block;
    if (block.kind !== 'platform') return [];
    const isShown = block.os === 'windows' || !onWindows || !hasOwn;
    return isShown ? commandsOf(block.children, onWindows) : [];
  });
};

/** List the values that a log's messages have. */
const capturedIn = ({ findings }: InspectedReport): string[] =>
  findings.flatMap(({ chain }) => chain.flatMap(({ captures }) => Object.values(captures).flat()));

it.each(['en', 'ja'] as const)(
  'no step shows only an example where the log has the value, in %s',
  async (language) => {
    const words = wordsIn[language];
    const found = new Set<string>();
    for (const [file, text] of logsFor(language)) {
      const report = await inspect(text);
      const [first] = report.answers;
      if (!first || report.status !== 'action-needed') continue;
      const values = valuesForAnswer(first, report, words.values);
      const captured = capturedIn(report);
      for (const step of applicableSteps(first, report, words)) {
        const own = logPlatform(report, words) === 'windows' ? 'windows' : 'linux';
        const shown = layoutBlocks([step], words, values, styleOf(language, own));
        const at = `${file} (${first.guide}, ${step.id})`;
        for (const command of commandsOf(step.children, own === 'windows')) {
          const examples = examplesIn(fillCommand(command, values));
          if (examples.length === 0) continue;
          for (const [index, holes] of listOf(command.of).entries()) {
            // A value is the name of a pod or the ID of a task, so one of these keeps its example.
            if (['pod-name', 'task-id'].includes(listOf(command.fits)[index] ?? '')) continue;
            const value = values.find(holes);
            if (value !== null && !shown.includes(value)) found.add(`${at}: ${holes} is ${value}`);
          }
          for (const example of examples)
            if (captured.includes(example) && !shown.replace(example, '').includes(example))
              found.add(`${at}: the log has ${example}, which is only an example`);
        }
      }
    }
    expect([...found]).toEqual([]);
  },
);

it('makes a polite request of every Japanese title of a step', () => {
  const titles = content.guides.flatMap(({ prose }) =>
    prose.ja.parts.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'step' ? [block.title] : [])),
    ),
  );
  expect(titles.filter((title) => politeRequest(title) === title)).toEqual([]);
});
