import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/** config.yaml names guides that exist, and each path once. */
export function checkSettings({ products, guides }: Content): Problem[] {
  return products.flatMap(({ id, settings: { settings, problems, 'df-errors': dfErrors, probe } }) => {
    const file = `content/products/${id}/config.yaml`;
    const named = [...settings.flatMap(({ guide }) => guide ?? []), ...Object.values(problems).flatMap(({ guide }) => guide ?? []), dfErrors, ...Object.values(probe)];
    const paths = settings.flatMap((setting) => setting.paths);
    return [
      ...[...new Set(named)].filter((guide) => !guides.some(({ slug }) => slug === guide)).map((guide) => ({ file, found: `guide ${guide}, which does not exist`, write: 'the folder name of a guide in content/guides' })),
      ...paths.filter((path, index) => paths.indexOf(path) !== index).map((path) => ({ file, found: `${path} twice`, write: 'each path once' })),
    ];
  });
}
