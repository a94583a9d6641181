import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';
import { TAKEN } from './ids.ts';

/** Every table has a place and columns of its own, and every row an anchor of its own, a text in every column, and a group where the table has groups. */
export function checkTables({ tables }: Content): Problem[] {
  return tables.flatMap(({ slug, file, yaml: { order, rows, columns, groups } }) => {
    const ids = rows.map(({ id }) => id);
    const known = columns.map(({ id }) => id);
    const column = known.find((id, index) => known.indexOf(id) !== index);
    if (column !== undefined)
      return [
        { file, found: `a second column ${column}`, write: 'an id of its own for each column' },
      ];
    const other = tables.find((table) => table.yaml.order === order);
    const taken =
      other && other.slug !== slug
        ? [
            {
              file,
              near: 'order:',
              found: `order ${order}, which ${other.slug} has as well`,
              write: `a free number: ${Math.max(...tables.map((table) => table.yaml.order)) + 1}, or another order for both`,
            },
          ]
        : [];
    const empty = groups
      .filter(({ id }) => !rows.some(({ group }) => group === id))
      .map(({ id }) => ({
        file,
        near: `id: ${id}`,
        found: `a group ${id} without rows`,
        write: 'a row in it, or no group',
      }));
    return [
      ...taken,
      ...empty,
      ...rows.flatMap(({ id, group, cells, entries }, index) => {
        const problems: Problem[] = [];
        const complain = (found: string, write: string): unknown =>
          problems.push({ file, found: `row ${id}: ${found}`, write });
        if (TAKEN.includes(id))
          complain('an anchor that the page itself has', 'an id that is not taken on this page');
        if (ids.indexOf(id) !== index)
          complain('a second row of that id', 'an id of its own, permanent');
        for (const column of Object.keys(cells))
          if (!known.includes(column))
            complain(`a cell ${column}, which is no column`, `one of ${known.join(', ')}`);
        for (const { id: column, from } of columns)
          if (!(column in cells) && !(from === 'summary' && entries.length > 0))
            complain(
              `no cell ${column}`,
              `${column}: { en: …, ja: … }${from === 'summary' ? ', or an entry whose summary says it' : ''}`,
            );
        if (groups.length > 0 && !groups.some((known) => known.id === group))
          complain(
            `group ${group ?? 'none'}`,
            `one of ${groups.map((known) => known.id).join(', ')}`,
          );
        if (groups.length === 0 && group !== undefined)
          complain(
            `group ${group}, but the table has no groups`,
            'groups beside rows, or no group',
          );
        return problems;
      }),
    ];
  });
}
