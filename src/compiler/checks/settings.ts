import { guidesOfSettings } from '../answering-guides.ts';
import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/** Check that config.yaml names existing guides, and each path once. */
export function checkSettings({ products, guides }: Content): Problem[] {
  return products.flatMap((product) => {
    const file = `content/products/${product.id}/config.yaml`;
    const paths = product.settings.settings.flatMap((setting) => setting.paths);
    return [
      ...[...new Set(guidesOfSettings(product))]
        .filter((guide) => !guides.some(({ slug }) => slug === guide))
        .map((guide) => ({
          file,
          anchorText: guide,
          found: `guide ${guide}, which does not exist`,
          write: 'the folder name of a guide in content/guides',
        })),
      ...paths
        .filter((path, index) => paths.indexOf(path) !== index)
        .map((path) => ({
          file,
          anchorText: path,
          isLastOccurrence: true,
          found: `${path} twice`,
          write: 'each path once',
        })),
    ];
  });
}
