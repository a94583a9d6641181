import type { Content } from '../content.ts';
import { coverageOf } from '../coverage.ts';
import type { Problem } from '../problem.ts';

/** Check that every message id in an entry is listed in messages.tsv and used by no other entry. */
export function checkMessages(content: Content): Problem[] {
  const { duplicates, unknown } = coverageOf(content);
  return [
    ...duplicates.flatMap(({ message, entries: [first, ...others] }) =>
      others.map(({ folder }) => ({
        file: `${folder}/entry.yaml`,
        anchorText: message,
        found: `message ${message}, which ${first?.id} has as well`,
        write: 'each message id in one entry',
      })),
    ),
    ...unknown.map(({ message, entry }) => ({
      file: `${entry.folder}/entry.yaml`,
      anchorText: message,
      found: `message ${message}, which does not exist`,
      write: `an id from content/products/*/messages.tsv, or a line for it there`,
    })),
  ];
}
