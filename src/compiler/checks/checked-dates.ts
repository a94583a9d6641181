import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/**
 * Check that at most one language of a text has its own `checked`, and only if it was checked
 * before the other.
 */
export function checkDates({ entries, guides }: Content): Problem[] {
  return [...entries, ...guides].flatMap(({ folder, yaml, prose }) => {
    const lagging = [prose.en, prose.ja].filter(({ head }) => head.checked !== undefined);
    if (lagging.length > 1)
      return [
        {
          file: `${folder}/ja.mdx`,
          anchorText: 'checked:',
          found: 'checked in both languages',
          write: 'the later date in the YAML file, and checked only in the language that is behind',
        },
      ];
    return lagging
      .filter(({ head }) => (head.checked?.date ?? '') >= yaml.checked.date)
      .map(({ file, head }) => ({
        file,
        anchorText: 'checked:',
        found: `checked on ${head.checked?.date}, but on ${yaml.checked.date} in the YAML file`,
        write: 'no checked field: this language is not behind the other',
      }));
  });
}
