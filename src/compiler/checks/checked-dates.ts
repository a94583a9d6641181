import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/** How many milliseconds an author's date may be ahead of UTC. */
const MAX_AHEAD = 14 * 3600 * 1000;

/** Check that no date is in the future. */
export function checkDates({ entries, guides, tables, products }: Content): Problem[] {
  const today = new Date(Date.now() + MAX_AHEAD).toISOString().slice(0, 10);
  const dates = [
    ...entries.map(({ folder, yaml }) => [`${folder}/entry.yaml`, yaml.checked.date]),
    ...guides.map(({ folder, yaml }) => [`${folder}/guide.yaml`, yaml.checked.date]),
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
