import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/**
 * Check that every table has a unique order and unique columns, and every row a cell in every
 * column, and a group if the table has groups.
 */
export function checkTables({ tables }: Content): Problem[] {
  return tables.flatMap(({ slug, file, yaml: { order, rows, columns, groups } }) => {
    const known = columns.map(({ id }) => id);
    const column = known.find((id, index) => known.indexOf(id) !== index);
    if (column !== undefined)
      return [{ file, found: `a second column ${column}`, write: 'a unique id for each column' }];
    const other = tables.find((table) => table.yaml.order === order);
    const free = Math.max(...tables.map((table) => table.yaml.order)) + 1;
    const taken =
      other && other.slug !== slug
        ? [
            {
              file,
              anchorText: 'order:',
              found: `order ${order}, which ${other.slug} has as well`,
              write: `a free number: ${free}, or a new order for both`,
            },
          ]
        : [];
    const empty = groups
      .filter(({ id }) => !rows.some(({ group }) => group === id))
      .map(({ id }) => ({
        file,
        anchorText: `id: ${id}`,
        found: `a group ${id} without rows`,
        write: 'a row in it, or no group',
      }));
    return [
      ...taken,
      ...empty,
      ...rows.flatMap(({ id, group, cells, entries }) => {
        const problems: Problem[] = [];
        const complain = (found: string, write: string): unknown =>
          problems.push({ file, found: `row ${id}: ${found}`, write });
        for (const column of Object.keys(cells))
          if (!known.includes(column))
            complain(`a cell ${column}, which is no column`, `one of ${known.join(', ')}`);
        for (const { id: column, from } of columns)
          if (!(column in cells) && !(from === 'summary' && entries.length > 0)) {
            const choice = from === 'summary' ? ', or an entry, whose summary is then shown' : '';
            complain(`no cell ${column}`, `${column}: { en: …, ja: … }${choice}`);
          }
        if (groups.length > 0 && !groups.some((known) => known.id === group))
          complain(
            `group ${group ?? 'none'}`,
            `one of ${groups.map((known) => known.id).join(', ')}`,
          );
        if (groups.length === 0 && group !== undefined)
          complain(
            `group ${group}, but the table has no groups`,
            'groups next to rows, or no group',
          );
        return problems;
      }),
    ];
  });
}
