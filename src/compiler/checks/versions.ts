import { allSettings } from '../build-settings.ts';
import { compareVersions } from '../../engine/answers/version.ts';
import type { Content, Entry } from '../content.ts';
import type { Problem } from '../problem.ts';

/**
 * Check that every version named was released, that ranges and releases are in order, and that no
 * text was checked before the release of its version.
 */
export function checkVersions({ products, entries, guides, tables }: Content): Problem[] {
  const released = new Map(products.flatMap(({ yaml }) => Object.entries(yaml.releases)));
  const problems: Problem[] = [];
  const need = (version: string, file: string, field: string): void => {
    if (!released.has(version))
      problems.push({
        file,
        anchorText: version,
        found: `${field} names version ${version}, which does not exist`,
        write: 'a version listed under releases in product.yaml',
      });
  };
  const inOrder = (
    from: string | undefined,
    to: string | undefined,
    file: string,
    field: string,
  ): void => {
    if (from !== undefined && to !== undefined && compareVersions(from, to) > 0)
      problems.push({
        file,
        anchorText: from,
        found: `${field} from ${from} to ${to}`,
        write: 'the earlier version first',
      });
  };
  const needRange = (range: string, file: string): void => {
    const ends = range.match(/[\d.]+/g) ?? [];
    for (const version of ends) need(version, file, 'affected');
    inOrder(ends[0], ends[1], file, 'affected');
  };
  const needChecked = ({ version, date }: Entry['yaml']['checked'], file: string): void => {
    if (version === undefined) {
      if (released.size > 0)
        problems.push({
          file,
          anchorText: 'checked:',
          found: 'checked without a version',
          write: `version: "${[...released.keys()].at(-1)}", or the version that you checked`,
        });
      return;
    }
    need(version, file, 'checked');
    const since = released.get(version) ?? '';
    if (date < since)
      problems.push({
        file,
        anchorText: date,
        found: `checked on ${date} against ${version}, which was released on ${since}`,
        write: 'the date of the check, or an earlier version',
      });
  };
  for (const { folder, yaml } of [...entries, ...guides])
    needChecked(yaml.checked, `${folder}/${'templates' in yaml ? 'entry' : 'guide'}.yaml`);
  for (const { folder, yaml } of entries) {
    for (const { since, until } of yaml.templates) {
      for (const version of [since, until])
        if (version !== undefined) need(version, `${folder}/entry.yaml`, 'a template');
      inOrder(since, until, `${folder}/entry.yaml`, 'a template');
    }
  }
  for (const { folder, yaml } of guides) {
    const file = `${folder}/guide.yaml`;
    for (const { affected } of yaml.evidence) if (affected !== undefined) needRange(affected, file);
    for (const [index, since] of Object.keys(yaml.changes).entries()) {
      need(since, file, 'changes');
      inOrder(Object.keys(yaml.changes)[index - 1], since, file, 'changes');
    }
  }
  for (const { file, yaml } of tables) needChecked(yaml.checked, file);
  for (const { id, yaml, settings } of products) {
    if (yaml.oldest !== undefined)
      need(yaml.oldest, `content/products/${id}/product.yaml`, 'oldest');
    for (const { since } of settings ? allSettings(settings) : [])
      if (since !== undefined) need(since, `content/products/${id}/config.yaml`, 'since');
    const all = Object.keys(yaml.releases);
    const at = all.findIndex(
      (version, index) => index > 0 && compareVersions(all[index - 1] ?? '', version) > 0,
    );
    if (at > 0)
      problems.push({
        file: `content/products/${id}/product.yaml`,
        anchorText: `"${all[at]}":`,
        isLastOccurrence: true,
        found: `releases: ${all[at]} after ${all[at - 1]}`,
        write: 'the releases in order, the newest last',
      });
  }
  return problems;
}
