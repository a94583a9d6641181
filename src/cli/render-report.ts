import { styleText } from 'node:util';
import type { Words } from '../catalog/index.ts';
import type { InspectedReport } from '../inspect/index.ts';
import { visible } from '../display/index.ts';
import { type Answer, type Finding, type Report } from '../engine/index.ts';
import { reportText, type ReportText } from '../i18n/report.ts';
import { statusText } from '../i18n/status-text.ts';
import { verdictFacts } from '../i18n/verdict-facts.ts';
import { renderBlocks } from './render-blocks.ts';

/** Put a report into text for a terminal: the verdict, the first answer in full, the rest in a line each. */
export function renderReport(file: string, report: InspectedReport, words: Words, missing: { what: string; command: string }[], inspections: string[]): string {
  const text = reportText[words.language];
  const [first, ...others] = report.answers;
  const sections = [
    verdict(file, report, words, text),
    ...inspections,
    ...(first ? [answer(first, report, words, text)] : []),
    ...(others.length > 0 ? [`${styleText('bold', text.others)}\n${others.map((other) => oneLine(other, report, words, text)).join('\n')}`] : []),
    ...(report.unknown.length > 0 ? [unknownLines(report, text)] : []),
    ...(missing.length > 0 ? [`${styleText('bold', report.status === 'healthy' ? text.stillNoData : text.missing)}\n${missing.map(({ what, command }) => `- ${what}\n    ${styleText('cyan', command)}`).join('\n')}`] : []),
  ];
  return `${sections.join('\n\n')}\n\n`;
}

function verdict(file: string, report: InspectedReport, words: Words, text: ReportText): string {
  const color = report.status === 'action-needed' ? 'red' : report.status === 'unrecognised' ? 'yellow' : 'green';
  const [first] = report.answers;
  const guide = first && words.guides[first.guide];
  const status = statusText(report, words.language);
  const lines = [`${styleText('bold', file)}  ${styleText([color, 'bold'], status)}`];
  if (guide) lines.push(styleText('bold', guide.title), guide.summary);
  lines.push(...verdictFacts(report, words, (time) => time));
  if (report.version !== null) lines.push(text.version(report.version, words.releases[report.product ?? '']?.[report.version] ?? null));
  if (report.status === 'unrecognised' && report.kind === 'log') lines.push(text.unrecognisedHint);
  if (report.status === 'healthy' && report.kind === 'log') lines.push(text.thisLogOnly(report.span.to));
  if (report.lines.problem > 0) lines.push(styleText('dim', text.explained(report.lines.explained, report.lines.problem)));
  return lines.join('\n');
}

function answer(first: Answer, report: Report, words: Words, text: ReportText): string {
  const evidence = first.evidence.flatMap((index) => report.findings[index] ?? []);
  const why = evidence.length === 0 ? [] : [styleText('bold', text.why), `${text.confidence[first.confidence]} (${text.state[first.state]})`, ...(first.fixedIn === null ? [] : [text.fixed(first.fixedIn, report.version)]), ...evidence.map((finding) => evidenceLine(finding, text))];
  const consequences = first.consequences.flatMap((index) => report.findings[index] ?? []);
  if (consequences.length > 0) why.push(text.consequences, ...consequences.map((finding) => evidenceLine(finding, text)));
  const parts = (words.guides[first.guide]?.parts ?? [])
    .filter(({ name }) => name !== 'Signs' && name !== 'Send')
    .map(({ name, blocks }) => `${styleText('bold', text.parts[name])}\n${renderBlocks(blocks, words, evidence)}`);
  return [...(why.length > 0 ? [why.join('\n')] : []), ...parts].join('\n\n');
}

function evidenceLine({ chain, rest, count, lines }: Finding, text: ReportText): string {
  const pieces = chain.map((link) => visible(link.text.replace(/\s*\n\s*/g, ' '))).filter((piece) => piece !== '');
  const tail = rest === null ? [] : [`"${visible(rest)}"`];
  const place = lines.length > 0 ? `${text.lines(lines.slice(0, 3).join(', '))}, ` : '';
  return `  ${[...pieces, ...tail].join(' → ')}  ${styleText('dim', `(${place}${text.times(count)})`)}`;
}

function oneLine(other: Answer, { version }: Report, words: Words, text: ReportText): string {
  const fixed = other.fixedIn === null ? '' : `\n    ${text.fixed(other.fixedIn, version)}`;
  return `- ${words.guides[other.guide]?.title ?? other.guide} (${other.guide}; ${text.state[other.state]})${fixed}`;
}

function unknownLines({ unknown, folded }: Report, text: ReportText): string {
  const shown = unknown.slice(0, 5).flatMap(({ template, count, line, nearest }) => [
    `- ${visible(template)}  ${styleText('dim', `(${text.lines(String(line))}, ${text.times(count)})`)}`,
    ...(nearest ? [`  ${visible(text.nearest(nearest.entry, nearest.differs))}`] : []),
  ]);
  const more = unknown.length > 5 ? [text.more(unknown.length - 5)] : [];
  const rest = folded.records + folded.unknown;
  return [styleText('bold', text.unknown), text.unknownHint, ...shown, ...more, ...(rest > 0 ? [text.folded(rest)] : [])].join('\n');
}
