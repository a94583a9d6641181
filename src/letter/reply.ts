import type { PartName } from '../catalog/prose.ts';
import type { Words } from '../catalog/words.ts';
import { fillable, findingsOf, layoutBlocks, logPlatform, readableTime, visible, type TextStyle } from '../display/index.ts';
import { eachText, spanOf, type Answer, type Finding } from '../engine/index.ts';
import { sentences } from '../i18n/sentences.ts';
import type { LetterText } from '../i18n/letter.ts';
import { verdictFacts } from '../i18n/verdict-facts.ts';
import { maskSecrets, type InspectedReport } from '../inspect/index.ts';
import { commandsFor } from './commands-for.ts';
import { verdict } from './verdict.ts';

const SHOWN_FINDINGS = 3;
const HEADS = { en: (title: string) => `${title}\n${'-'.repeat(title.length)}`, ja: (title: string) => `■ ${title}` };

/**
 * Write what the other side answers a customer about the log that they sent, as plain text in the language of the words: what happened,
 * the steps of the first guide with their values, how to see that it worked, what is still needed. `link` makes the address of a page
 * below the language's root, such as `guides/dns/#ask`.
 */
export function reply(shown: InspectedReport, words: Words, link: (path: string) => string): string {
  // A letter is kept and passed on: what the log gave away does not go on with it.
  const report = eachText(shown, maskSecrets) as InspectedReport;
  const text = sentences[words.language].letter.reply;
  const head = HEADS[words.language];
  const [first, ...others] = report.answers;
  const needed = report.status === 'action-needed';
  const parts = first && needed ? guideParts(first, report, words, link) : {};
  const section = (title: string, body: string | undefined): string[] => (body === undefined || body === '' ? [] : [`${head(title)}\n${body}`]);
  return `${[
    text.greeting,
    ...(report.status === 'unrecognised' ? [] : opening(report, words, text)),
    ...(first ? section(text.happened[first.confidence], happened(first, report, words)) : []),
    ...section(text.toDo, parts.Fix),
    ...section(text.verify, parts.Verify),
    ...section(text.dont, parts.Dont),
    ...(others.length === 0 ? [] : [`${text.others}\n${others.map(({ guide }) => `- ${words.guides[guide]?.title ?? guide}\n  ${link(`guides/${guide}/`)}`).join('\n')}`]),
    ...(report.status !== 'unrecognised' ? [] : [report.sibling === null ? `${text.unrecognised}\n\n${logCommands(words)}` : text.sibling(report.sibling)]),
    ...section(report.status === 'healthy' ? sentences[words.language].report.stillNoData : text.need, needs(report, words)),
    ...section(text.stillThere, parts.Send),
    ...(first ? [`${text.read}${sentences[words.language].letter.colon}${link(`guides/${first.guide}/`)}`] : []),
    text.closing,
  ].join('\n\n')}\n`;
}

function opening(report: InspectedReport, words: Words, text: LetterText['reply']): string[] {
  const { status, answers, unknown } = report;
  // With an answer they stand under it.
  const facts = answers.length > 0 ? [] : verdictFacts(report, words, readableTime);
  return [
    ...(status === 'healthy' ? [text.healthy] : status === 'recovered' ? [text.recovered] : []),
    ...(status !== 'action-needed' || answers.length > 0 ? [] : unknown.length > 0 ? [text.unanswered] : [verdict(report, words).sentence]),
    ...(facts.length > 0 ? [facts.map((fact) => `- ${fact}`).join('\n')] : []),
  ];
}

function happened(answer: Answer, report: InspectedReport, words: Words): string {
  const text = sentences[words.language].letter.reply;
  const say = sentences[words.language].report;
  const guide = words.guides[answer.guide];
  const evidence = findingsOf(report, answer.evidence);
  const since = spanOf(evidence).from;
  const facts = [
    // Of what is over the summary says when it was.
    ...(since === null || report.status === 'recovered' ? [] : [text.since(readableTime(since))]),
    ...verdictFacts(report, words, readableTime),
    ...(answer.fixedIn === null ? [] : [say.fixed(answer.fixedIn, report.version)]),
  ];
  const lines = evidence.slice(0, SHOWN_FINDINGS).map((finding) => `    ${say.lines(finding.lines.slice(0, 1).join())}${sentences[words.language].letter.colon}${quote(finding)}`);
  const { sentence, summary } = verdict(report, words);
  return [
    ...(report.status === 'recovered' ? [sentence, ...(summary === null ? [] : [summary])] : [guide?.title ?? answer.guide, ...(guide ? [guide.summary] : [])]),
    ...facts.map((fact) => `- ${fact}`),
    ...(lines.length === 0 ? [] : ['', text.evidence, ...lines]),
  ].join('\n');
}

/** What a finding says, in the program's own words. */
function quote({ chain, rest }: Finding): string {
  const pieces = [...chain.map(({ text }) => text), ...(rest === null ? [] : [rest])].filter((piece) => piece !== '');
  return maskSecrets(visible(pieces.join(' → ').replace(/\s*\n\s*/g, ' ')));
}

function guideParts({ guide, evidence, consequences }: Answer, report: InspectedReport, words: Words, link: (path: string) => string): Partial<Record<PartName, string>> {
  const findings = fillable(findingsOf(report, [...evidence, ...consequences]), report);
  const style = styleOf(guide, words, link);
  return Object.fromEntries((words.guides[guide]?.parts ?? []).map(({ name, blocks }) => [name, layoutBlocks(blocks, words, findings, style)]));
}

function styleOf(guide: string, { language }: Words, link: (path: string) => string): TextStyle {
  const quoted = (line: string): string => (line === '' ? '' : `  ${line}`);
  return {
    between: '\n\n',
    strong: (text) => text,
    code: (text) => `\`${text}\``,
    command: quoted,
    excerpt: quoted,
    platform: (os) => `[${sentences[language].analyzer.platform[os]}]`,
    link: (text, href) => `${text}${language === 'ja' ? '' : ' '}<${href}>`,
    guide: (title, slug) => (language === 'ja' ? `「${title}」<${link(`guides/${slug}/`)}>` : `"${title}" <${link(`guides/${slug}/`)}>`),
    step: (number, title, id) => `${number}. ${title}\n   ${link(`guides/${guide}/#${id}`)}\n`,
  };
}

function needs(report: InspectedReport, words: Words): string {
  const { platform } = sentences[words.language].analyzer;
  const asks = report.missing.flatMap((key) => words.missing[report.product ?? '']?.[key] ?? []);
  return asks.map((ask) => {
    const commands = commandsFor(ask, logPlatform(report));
    const named = commands.map(([os, command]) => `${commands.length > 1 ? `  ${platform[os]}\n` : ''}${command.replace(/^/gm, '    ')}`);
    return [`- ${ask.what}`, ...named, ...(ask.reads === undefined ? [] : [`  ${ask.reads}`])].join('\n\n');
  }).join('\n\n');
}

function logCommands(words: Words): string {
  return Object.values(words.logs).flat().map(({ label, command }) => `- ${label}\n\n    ${command}`).join('\n\n');
}
