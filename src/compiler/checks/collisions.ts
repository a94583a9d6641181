import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/** A template that was read before, and its entry. */
interface Owner {
  id: string;
  catalog: string;
  isNested: boolean;
  tag: string | undefined;
}

/**
 * Check that no two templates of a product have the same text, level and tag: they would be
 * indistinguishable in its log. Nested texts may be the same in two catalogs, because the hole
 * around a text decides which one is meant.
 */
export function checkCollisions({ entries, products }: Content): Problem[] {
  const readersOf = (catalog: string) =>
    products.filter(({ yaml }) => yaml.catalogs.includes(catalog));
  const areApart = (one: string, two: string): boolean => {
    const [readers, others] = [readersOf(one), readersOf(two)];
    return (
      readers.length > 0 && others.length > 0 && !readers.some((reader) => others.includes(reader))
    );
  };
  const owners = new Map<string, Owner[]>();
  const problems: Problem[] = [];
  for (const { id, catalog, folder, yaml } of entries) {
    for (const { text, level, tag } of yaml.templates) {
      // A bare {cause} only matches known entries, and takes precedence over a hole for any text.
      const key = [text === '{cause}' ? text : text.replace(/\{[^}]*\}/g, '{}').trim(), level].join(
        '\u0000',
      );
      const own = { id, catalog, isNested: yaml.nested === true, tag };
      const others = owners.get(key) ?? [];
      const other = others.find(
        (candidate) => !areApart(candidate.catalog, catalog) && areEqual(candidate, own),
      );
      if (other) {
        const isShadowed = other.isNested !== own.isNested;
        const where = other.id === id ? 'is listed here twice' : `${other.id} has as well`;
        const nested = other.isNested ? other.id : id;
        problems.push({
          file: `${folder}/entry.yaml`,
          anchorText: text,
          isLastOccurrence: true,
          found: `the template "${text}", which ${where}${
            isShadowed ? `; ${nested} has it as a nested text, so one hides the other` : ''
          }`,
          write: isShadowed
            ? `one entry per text: it matches on a line of its own too if ${nested} is not nested`
            : 'one entry per text, or a level and a tag that distinguish them',
        });
      }
      owners.set(key, [...others, own]);
    }
  }
  return problems;
}

/**
 * Return whether two templates of the same text and level match the same messages. A template
 * without a tag matches any tag.
 */
function areEqual(one: Owner, two: Owner): boolean {
  if (one.isNested && two.isNested && one.catalog !== two.catalog) return false;
  return one.tag === two.tag || one.tag === undefined || two.tag === undefined;
}
