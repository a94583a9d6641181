import { styleText } from './style-text.ts';
import { describeProblem, probeSentence } from '../report/index.ts';
import { formatBinaryBytes, formatPercent, escapeReport } from '../report/format/index.ts';
import { sentences, type Sentences } from '../i18n/sentences.ts';
import { joinPieces } from '../i18n/sentence-piece.ts';
import {
  adviseService,
  caretLine,
  correctedLine,
  type DfInspection,
  type Inspection,
  type ServiceInspection,
} from '../intake/index.ts';
import { nameInTextOf } from '../i18n/name-in-text.ts';
import { backendOf, productNames, type NamingWords } from '../i18n/product-names.ts';

/**
 * Format the findings in a configuration file or a command's output for a terminal, without what
 * the headline has already `said`.
 */
export function renderInspection(
  found: Inspection,
  words: NamingWords,
  said: string | null = null,
): string {
  const { language } = words;
  const inspection = escapeReport(found);
  const names = productNames(words, inspection.product);
  const backend = backendOf(names);
  const text = sentences[language].inspect;
  switch (inspection.kind) {
    case 'config':
      return renderConfig(inspection, words);
    case 'probe': {
      const { probe, punctuation } = sentences[language];
      const sentence = probeSentence(inspection, words);
      const lines = [
        ...(sentence === said ? [] : [sentence]),
        ...(inspection.said === null
          ? []
          : [`${probe.said}${punctuation.colon}${inspection.said}`]),
      ];
      return lines.length === 0 ? '' : [styleText('bold', probe.title), ...lines].join('\n');
    }
    case 'configtest':
      return [
        styleText('bold', text.configtest.title),
        inspection.passed ? text.configtest.passed : text.configtest.failed,
        text.configtest.checks,
      ].join('\n');
    case 'service':
      return renderService(inspection, text, nameInTextOf(words, inspection.product));
    case 'df':
      return renderDisk(inspection, text, backend);
  }
}

function renderConfig(
  { problems, whole, plugins, file, product }: Extract<Inspection, { kind: 'config' }>,
  words: NamingWords,
): string {
  const {
    inspect: text,
    punctuation: { colon },
  } = sentences[words.language];
  const { configuration = '', check } = productNames(words, product);
  const nameInText = nameInTextOf(words, product);
  const lines = [styleText('bold', text.config.title(file ?? configuration))];
  for (const problem of problems) {
    const color = problem.effect === 'stops' ? 'red' : 'yellow';
    const effect = styleText(color, text.config.effect[problem.effect](nameInText));
    const gutter = String(problem.line).padStart(5);
    lines.push(
      `- ${effect}${colon}${joinPieces(describeProblem(problem, words, product))}`,
      `${styleText('dim', `${gutter} |`)} ${problem.excerpt}`,
      `      ${styleText('dim', '|')} ${styleText('red', caretLine(problem))}`,
    );
    if (problem.write !== null)
      lines.push(`      ${text.config.write}${colon}${styleText('cyan', correctedLine(problem))}`);
  }
  if (problems.length === 0)
    lines.push(whole ? text.config.good(plugins) : text.config.unsure(check, nameInText));
  else if (!whole) lines.push(styleText('dim', text.config.cut));
  lines.push(styleText('dim', text.config.checksOnly));
  return lines.join('\n');
}

function renderService(
  inspection: ServiceInspection,
  { service: text }: Sentences['inspect'],
  nameInText: string,
): string {
  const lines = [styleText('bold', text.title(inspection.unit)), text.now(inspection)];
  for (const { about, command } of adviseService(inspection))
    lines.push(
      text[about](nameInText),
      ...(command === null ? [] : [`  ${styleText('cyan', command)}`]),
    );
  return lines.join('\n');
}

function renderDisk(
  { filesystems, errors, unit }: DfInspection,
  { disk: text }: Sentences['inspect'],
  backend: string,
): string {
  const lines = [styleText('bold', text.title(backend))];
  if (errors.length > 0)
    lines.push(text.errors, ...errors.slice(0, 5).map((error) => `  ${styleText('red', error)}`));
  if (unit === 'other') return [...lines, text.human(backend)].join('\n');
  for (const { device, mount, size, used, posted } of filesystems) {
    const note = posted ? '' : `  ${styleText('dim', text.notPosted)}`;
    lines.push(`  ${figures(size, used, size)}  ${device}  ${mount}${note}`);
  }
  const [fullest] = filesystems
    .filter(({ posted, size }) => posted && size > 0)
    .sort((a, b) => b.used / b.size - a.used / a.size);
  if (fullest) lines.push(text.fullest(fullest.device, formatPercent(fullest.used, fullest.size)));
  return [...lines, text.size, text.only].join('\n');
}

/** Format a size and a share, padded to columns. */
const figures = (bytes: number, part: number, whole: number): string =>
  `${formatBinaryBytes(bytes).padStart(11)}  ${formatPercent(part, whole).padStart(7)}`;
