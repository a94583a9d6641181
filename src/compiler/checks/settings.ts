import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';
import { allSettings } from '../build-settings.ts';

/** Check that config.yaml names each path once. */
export function checkSettings({ products }: Content): Problem[] {
  return products.flatMap(({ id, settings }) => {
    const paths = settings ? allSettings(settings).flatMap((setting) => setting.paths) : [];
    return paths
      .filter((path, index) => paths.indexOf(path) !== index)
      .map((path) => ({
        file: `content/products/${id}/config.yaml`,
        anchorText: path,
        isLastOccurrence: true,
        found: `${path} twice`,
        write: 'each path once',
      }));
  });
}
