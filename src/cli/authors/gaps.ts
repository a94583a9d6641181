import type { Catalog } from '../../engine/index.ts';
import { terminalText } from '../../i18n/terminal.ts';
import { redact } from '../../redaction/index.ts';
import { escapeLine } from '../../report/format/index.ts';
import { countOf } from '../count-of.ts';
import { diagnoseInParallel } from '../diagnose-folder.ts';
import { jsonLine } from '../json-line.ts';
import { isFolder, listFolder } from '../list-folder.ts';
import { openSiteData } from '../open-site-data.ts';
import { printError } from '../print-error.ts';
import { UsageError } from '../usage-error.ts';
import type { Arguments } from './arguments.ts';
import { GapCollector, type Gaps, type Tally, type TextGap } from './collect-gaps.ts';

/** How many rows of each list are printed, unless `--top` says otherwise. */
const TOP = 20;

/**
 * Read the logs of a folder, and print what the content lacks to explain them: unknown messages and
 * causes, logs without an answer or with only a possible one, and what reports ask for. Private
 * values are replaced. Exits with 0, or with 2 if the folder has no log.
 */
export async function run({ values, positionals }: Arguments): Promise<number> {
  const [folder, ...others] = positionals;
  const top = Number(values['top'] ?? TOP);
  if (folder === undefined || others.length > 0) throw new UsageError('name one folder of logs');
  if (!isFolder(folder)) throw new UsageError(`${folder} is not a folder`);
  if (!Number.isInteger(top) || top < 1) throw new UsageError('--top needs a whole number from 1');
  const ignore = (): undefined => undefined;
  const files = listFolder(folder, terminalText.en, ignore, printError);
  const collector = new GapCollector();
  await diagnoseInParallel(files, { format: 'gaps', language: 'en' }, ({ file, gaps }) => {
    if (gaps.length > 0) collector.addFile(file, gaps);
  });
  const gaps = withoutPrivateValues(collector.collect(), (await openSiteData()).catalog());
  if (gaps.files === 0) {
    printError(`${folder}: ${terminalText.en.emptyFolder}`);
    return 2;
  }
  process.stdout.write(values['json'] ? jsonLine(gaps) : renderGaps(gaps, top));
  return 0;
}

function withoutPrivateValues(gaps: Gaps, catalog: Catalog): Gaps {
  const clean = (list: TextGap[]): TextGap[] => {
    const { redacted } = redact(
      { catalog },
      list.map(({ text }) => text),
    );
    return list.map((gap, index) => ({ ...gap, text: redacted[index] ?? '' }));
  };
  return {
    ...gaps,
    messages: clean(gaps.messages),
    minor: clean(gaps.minor),
    causes: clean(gaps.causes),
  };
}

function renderGaps(gaps: Gaps, top: number): string {
  const { files, reports, answered, possible, unanswered, unrecognized } = gaps;
  const onlyPossible = possible.reduce((sum, tally) => sum + tally.files, 0);
  const texts = (list: TextGap[]): string[] =>
    list.map(
      ({ files: inFiles, count, text, file, line, nearest }) =>
        `${cell(inFiles)}  ${cell(count)}  ${text}\n` +
        `                  ${file}:${line}${nearest === null ? '' : `  similar to ${nearest}`}`,
    );
  const tallies = (list: Tally[]): string[] =>
    list.map(({ name, files: inFiles, file }) => `${cell(inFiles)}  ${name}  ${file}`);
  const sections = [
    section('Unknown messages:  files  lines', texts(gaps.messages), top),
    section('Unknown messages below the level of problems:  files  lines', texts(gaps.minor), top),
    section('Unknown causes after known messages:  files  lines', texts(gaps.causes), top),
    section('No answer', unanswered, top),
    section('Only a possible answer:  files  guide  example', tallies(possible), top),
    section('Information asked for:  files  question  example', tallies(gaps.missing), top),
    section('Not recognized as a log of a product', unrecognized, top),
  ];
  const counts = [
    `${countOf(files, 'file')}, ${countOf(reports, 'report')}: ${answered} answered`,
    `${onlyPossible} with only a possible answer`,
    `${unanswered.length} without an answer`,
    `${unrecognized.length} not recognized`,
    ...(gaps.folded > 0 ? [`${gaps.folded} further unknown texts`] : []),
  ];
  return [...sections.flat(), counts.join(', '), ''].join('\n');
}

function section(title: string, rows: string[], top: number): string[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, top).map((row) => row.split('\n').map(escapeLine).join('\n'));
  const more = rows.length - shown.length;
  return [title, ...shown, ...(more > 0 ? [`    ${more} more; --top N shows N`] : []), ''];
}

function cell(count: number): string {
  return String(count).padStart(7);
}
