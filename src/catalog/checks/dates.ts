import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/** A text whose own `checked` differs from the YAML file's lags behind the other language, and only one of the two does. */
export function checkDates({ entries, guides }: Content): Problem[] {
  return [...entries, ...guides].flatMap(({ folder, yaml, prose }) => {
    const lagging = [prose.en, prose.ja].filter(({ head }) => head.checked !== undefined);
    if (lagging.length > 1)
      return [
        {
          file: `${folder}/ja.mdx`,
          near: 'checked:',
          found: 'checked in both languages',
          write:
            'the later one in the YAML file, and checked only in the language that lags behind',
        },
      ];
    return lagging
      .filter(({ head }) => (head.checked?.date ?? '') >= yaml.checked.date)
      .map(({ file, head }) => ({
        file,
        near: 'checked:',
        found: `checked on ${head.checked?.date}, in the YAML file on ${yaml.checked.date}`,
        write: 'no checked, as this language is not behind the other',
      }));
  });
}
