/** A figure and its goal. `value` is null if it could not be measured; `note` then says why. */
export interface Row {
  figure: string;
  value: string | null;
  goal?: string;
  note?: string;
}

/** Render the rows as a Markdown table. */
export function renderTable(rows: readonly Row[]): string {
  const cells = rows.map(({ figure, value, goal = '', note = '' }) => [
    figure,
    value ?? 'skipped',
    goal,
    note,
  ]);
  return [['figure', 'measured', 'goal', 'note'], ['---', '---', '---', '---'], ...cells]
    .map((row) => `| ${row.join(' | ')} |\n`)
    .join('');
}
