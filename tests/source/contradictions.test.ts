/**
 * No report contradicts what its log shows: for all logs of the content, and those of the corpus
 * where it exists. A report shows only the steps and warnings that apply, so what its prose says is
 * said about this log.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildWords } from '../../src/compiler/index.ts';
import type { Answer } from '../../src/model/report.ts';
import type { InspectedReport } from '../../src/model/inspection.ts';
import type { Language } from '../../src/model/languages.ts';
import type { ReportTexts } from '../../src/model/words.ts';
import { agentState, applicableParts, verdict } from '../../src/report/index.ts';
import { layoutBlocks, valuesForAnswer } from '../../src/report/format/index.ts';
import { styleOf } from '../../src/cli/render-blocks.ts';
import { inspectText } from '../inspect-text.ts';
import { content, matcher } from '../whole-content.ts';

/** A fact of a report, and what no sentence may say if it holds. */
interface Contradiction {
  name: string;
  holds(report: InspectedReport): boolean;
  says: Record<Language, RegExp>;
}

const isStopped = (report: InspectedReport): boolean => agentState(report) === 'stopped';

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
    holds: (report) => agentState(report) === 'running',
    says: {
      en: /^\d+\. Start the (?:agent|service)\b(?!.* if )/im,
      ja: /^\d+\. (?:エージェント|サービス)を起動する/m,
    },
  },
  {
    name: 'a log without a fault asks to act',
    holds: ({ status }) => status === 'healthy' || status === 'recovered',
    says: { en: /^Act (?:now|by)/, ja: /^(?:すぐに対応|.*までに対応)/ },
  },
  {
    name: 'the headline of a log without a fault is its stop',
    holds: ({ status }) => status === 'healthy',
    says: { en: /^[^\n]*\n[^\n]*was asked to stop/, ja: /^[^\n]*\n[^\n]*停止の指示/ },
  },
];

const CORPUS = '../shared/corpus';
const logs: [string, string][] = [
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

it.each(['en', 'ja'] as const)('no report contradicts its log, in %s', async (language) => {
  const words = buildWords(content, language);
  const found: string[] = [];
  for (const [file, text] of logs) {
    const report = await inspectText(content, matcher, text);
    const said = visibleText(report, words);
    for (const { name, holds, says } of CONTRADICTIONS) {
      const match = holds(report) ? says[language].exec(said) : null;
      if (match)
        found.push(`${file} (${report.answers[0]?.guide ?? 'none'}): ${name}: "${match[0]}"`);
    }
  }
  expect(found).toEqual([]);
});
