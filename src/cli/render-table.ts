import { styleText } from './style-text.ts';
import type { ReportTexts } from '../model/words.ts';
import { sentences } from '../i18n/sentences.ts';
import { isWide, type InspectedReport } from '../intake/index.ts';
import { escapeLine, formatTime } from '../report/format/index.ts';
import { hasSeveralPrograms, sourceRows, type SourceRow } from '../report/index.ts';

/** A row of the table of a folder. */
export interface FileRow extends SourceRow {
  file: string;
}

/** Format the table on top of the reports on a log's sources and programs. */
export function renderSources(
  file: string,
  reports: readonly InspectedReport[],
  omitted: number,
  words: ReportTexts,
): string {
  const { title, columns, omitted: left } = sentences[words.language].report.sources;
  const arePrograms = hasSeveralPrograms(reports);
  const lines = alignColumns([
    [
      arePrograms ? columns.program : columns.source,
      ...[columns.status, columns.answer, columns.since],
    ],
    ...sourceRows(reports).map(({ name, guide, ...row }) => {
      const answer = guide === null ? '' : (words.guides[guide]?.title ?? guide);
      return [name, ...cellsOf({ ...row, answer }, words)];
    }),
  ]);
  return [
    styleText('dim', escapeLine(file)),
    styleText('bold', title(reports.length + omitted, arePrograms)),
    ...lines,
    ...(omitted > 0 ? [left(omitted)] : []),
    '\n',
  ].join('\n');
}

/** Format the table of a folder: one line for each file and source, then the total. */
export function renderFolder(rows: readonly FileRow[], words: ReportTexts): string {
  const { total, status: statuses } = sentences[words.language].report.sources;
  const lines = alignColumns(
    rows.map(({ file, name, guide, ...row }) => [
      file,
      name,
      ...cellsOf({ ...row, answer: guide ?? '' }, words),
    ]),
  );
  const counts = Object.entries(statuses).flatMap<[string, number]>(([status, name]) => {
    const count = rows.filter((row) => row.status === status).length;
    return count === 0 ? [] : [[name, count]];
  });
  const files = new Set(rows.map(({ file }) => file)).size;
  return [...lines, total(files, rows.length, counts), ''].join('\n');
}

function cellsOf(
  { status, answer, since }: Pick<SourceRow, 'status' | 'since'> & { answer: string },
  words: ReportTexts,
): string[] {
  return [
    sentences[words.language].report.sources.status[status],
    answer,
    since === null ? '' : formatTime(since),
  ];
}

/** Pad the cells of each column to the same width, and leave out columns that are empty. */
function alignColumns(rows: readonly string[][]): string[] {
  const cells = rows.map((row) => row.map(escapeLine));
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((row) => widthOf(row[column] ?? ''))),
  );
  return cells.map((row) =>
    row
      .flatMap((cell, column) => {
        const width = widths[column] ?? 0;
        return width === 0 ? [] : [cell + ' '.repeat(width - widthOf(cell))];
      })
      .join('  ')
      .trimEnd(),
  );
}

/** Return the columns that a text takes in a terminal. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (isWide(character) ? 2 : 1), 0);
}
