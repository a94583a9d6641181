import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/**
 * Check that no two templates have the same text, level and tag, nor the same text nested in the
 * same place: they would be indistinguishable in a log.
 */
export function checkCollisions({ entries }: Content): Problem[] {
  const owners = new Map<string, { id: string; tag: string | undefined }[]>();
  const problems: Problem[] = [];
  for (const { id, folder, yaml } of entries) {
    for (const { text, level, tag } of yaml.templates) {
      // Two catalogs may have the same nested message: the hole around it decides which one is
      // meant.
      const catalog = yaml.nested ? id.slice(0, id.indexOf('/')) : '';
      // A bare {cause} only matches known entries, and takes precedence over any text there.
      const key = [
        catalog,
        text === '{cause}' ? text : text.replace(/\{[^}]*\}/g, '{}').trim(),
        level,
      ].join('\u0000');
      const others = owners.get(key) ?? [];
      // A template with a level takes precedence over one without. A tag does not: a template
      // without one matches any tag.
      const other = others.find(
        (candidate) => candidate.tag === tag || candidate.tag === undefined || tag === undefined,
      );
      if (other) {
        const where = other.id === id ? 'is listed here twice' : `${other.id} has as well`;
        problems.push({
          file: `${folder}/entry.yaml`,
          anchorText: text,
          isLastOccurrence: true,
          found: `the template "${text}", which ${where}`,
          write: 'one entry per text, or a level and a tag that distinguish them',
        });
      }
      owners.set(key, [...others, { id, tag }]);
    }
  }
  return problems;
}
