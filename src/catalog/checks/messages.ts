import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/** Every message id is covered by one entry only. */
export function checkMessages({ entries }: Content): Problem[] {
  const owner = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { id, folder, yaml } of entries) {
    for (const message of new Set(yaml.templates.flatMap(({ messages }) => messages))) {
      const other = owner.get(message);
      if (other !== undefined) problems.push({ file: `${folder}/entry.yaml`, found: `message ${message}, which ${other} has as well`, write: 'each message id in one entry' });
      owner.set(message, id);
    }
  }
  return problems;
}
