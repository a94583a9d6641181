import type { Content } from '../content.ts';
import { holesOf } from '../holes-of.ts';
import type { Problem } from '../problem.ts';

/**
 * Check that the holes named by a guide's evidence or by a product exist in the entry that they
 * name.
 */
export function checkHoles({ entries, guides, products }: Content): Problem[] {
  const holes = new Map(entries.map((entry) => [entry.id, holesOf(entry)]));
  const problems: Problem[] = [];
  const need = (id: string | undefined, hole: string, file: string, field: string): void => {
    const known = id === undefined ? undefined : holes.get(id);
    if (known && !known.includes(hole))
      problems.push({
        file,
        anchorText: hole,
        found: `${field} names the hole ${hole}, which ${id} does not have`,
        write: known.join(', ') || `no ${field}: the entry has no holes`,
      });
  };
  for (const { folder, yaml } of guides) {
    for (const { chain, where, 'where-not': whereNot, unless } of yaml.evidence) {
      const last = chain.findLast((id) => id !== '..');
      for (const hole of Object.keys(where ?? {}))
        need(last, hole, `${folder}/guide.yaml`, 'where');
      for (const hole of Object.keys(whereNot ?? {}))
        need(last, hole, `${folder}/guide.yaml`, 'where-not');
      for (const [entry, values] of Object.entries(unless ?? {}))
        for (const hole of Object.keys(values)) need(entry, hole, `${folder}/guide.yaml`, 'unless');
    }
  }
  for (const {
    id,
    yaml: { version, host, retired },
  } of products) {
    const file = `content/products/${id}/product.yaml`;
    if (version)
      for (const entry of [version.entry, version.printed])
        need(entry, version.hole, file, 'version.hole');
    if (host)
      for (const field of ['id', 'name'] as const)
        need(host.entry, host[field], file, `host.${field}`);
    if (retired) need(retired.entry, retired.id, file, 'retired.id');
  }
  return problems;
}
