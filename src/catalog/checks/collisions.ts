import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/** No two entries have the same text for the same level and tag: the reader of a log could not tell them apart. */
export function checkCollisions({ entries }: Content): Problem[] {
  const owner = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { id, folder, yaml } of entries) {
    for (const { text, level, tag } of yaml.templates) {
      const key = [text.replace(/\{[^}]*\}/g, '{}').trim(), level, tag].join('\u0000');
      const other = owner.get(key);
      if (other !== undefined) problems.push({ file: `${folder}/entry.yaml`, found: `the template "${text}", which ${other === id ? 'stands here twice' : `${other} has as well`}`, write: 'one entry for one text, or a level and a tag that tell them apart' });
      owner.set(key, id);
    }
  }
  return problems;
}
