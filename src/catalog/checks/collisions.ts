import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/** No two templates have the same text for lines of the same level and tag, nor for the same place in another message: the reader of a log could not tell them apart. */
export function checkCollisions({ entries }: Content): Problem[] {
  const owners = new Map<string, { id: string; tag: string | undefined }[]>();
  const problems: Problem[] = [];
  for (const { id, folder, yaml } of entries) {
    for (const { text, level, tag } of yaml.templates) {
      // Which of two catalogs is meant says the hole that a message nests in.
      const catalog = yaml.nested ? id.slice(0, id.indexOf('/')) : '';
      // A cause alone takes only what an entry knows, and wins there over any text.
      const key = [
        catalog,
        text === '{cause}' ? text : text.replace(/\{[^}]*\}/g, '{}').trim(),
        level,
      ].join('\u0000');
      const others = owners.get(key) ?? [];
      // A level beside the text wins over none. A tag does not: a template without one fits a line with any.
      const other = others.find(
        (candidate) => candidate.tag === tag || candidate.tag === undefined || tag === undefined,
      );
      if (other)
        problems.push({
          file: `${folder}/entry.yaml`,
          near: text,
          again: true,
          found: `the template "${text}", which ${other.id === id ? 'stands here twice' : `${other.id} has as well`}`,
          write: 'one entry for one text, or a level and a tag that tell them apart',
        });
      owners.set(key, [...others, { id, tag }]);
    }
  }
  return problems;
}
