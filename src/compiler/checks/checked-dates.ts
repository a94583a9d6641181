import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';
import { translations } from '../translations.ts';

/** How many milliseconds an author's date may be ahead of UTC. */
const MAX_AHEAD = 14 * 3600 * 1000;

/**
 * Check that no date is in the future, and that a text in one language has its own `checked` only
 * if it was checked earlier than the text in another language.
 */
export function checkDates(content: Content): Problem[] {
  return [...checkFuture(content), ...checkLanguages(content)];
}

function checkFuture({ entries, guides, tables, products }: Content): Problem[] {
  const today = new Date(Date.now() + MAX_AHEAD).toISOString().slice(0, 10);
  const dates = [
    ...entries.map(({ folder, yaml }) => [`${folder}/entry.yaml`, yaml.checked.date]),
    ...guides.map(({ folder, yaml }) => [`${folder}/guide.yaml`, yaml.checked.date]),
    ...[...entries, ...guides].flatMap(({ prose }) =>
      translations(prose).map(({ file, head }) => [file, head.checked?.date ?? '']),
    ),
    ...tables.map(({ file, yaml }) => [file, yaml.checked.date]),
    ...products.flatMap(({ id, yaml }) =>
      Object.values(yaml.releases).map((date) => [`content/products/${id}/product.yaml`, date]),
    ),
  ] as [string, string][];
  return dates
    .filter(([, date]) => date > today)
    .map(([file, date]) => ({
      file,
      anchorText: date,
      found: `the date ${date}, which is in the future`,
      write: `the day of the check or the release, at the latest ${today}`,
    }));
}

function checkLanguages({ entries, guides }: Content): Problem[] {
  return [...entries, ...guides].flatMap(({ yaml, prose }) => {
    const texts = translations(prose);
    const lagging = texts.filter(({ head }) => head.checked !== undefined);
    if (lagging.length === texts.length)
      return [
        {
          file: (texts.at(-1) ?? texts[0]).file,
          anchorText: 'checked:',
          found: 'checked in every language',
          write: 'the later date in the YAML file, and checked only in the language that is behind',
        },
      ];
    return lagging
      .filter(({ head }) => (head.checked?.date ?? '') >= yaml.checked.date)
      .map(({ file, head }) => ({
        file,
        anchorText: 'checked:',
        found: `checked on ${head.checked?.date}, but on ${yaml.checked.date} in the YAML file`,
        write: 'no checked field: this language is not behind',
      }));
  });
}
