import { settingsInHints } from '../model/schemas/settings.ts';
import type { Settings, DetectionHints } from '../model/settings.ts';
import type { Content } from './content.ts';
import { pickFields } from './pick-fields.ts';

/** Build settings.json from the content: the settings of the first product's configuration file. */
export function buildSettings({ products: [product] }: Content): Settings {
  if (!product) throw new Error('content/products has no product');
  const { file, settings, problems } = product.settings;
  return { file, settings: settings.map(({ about: _about, ...setting }) => setting), problems };
}

/**
 * Build the hints by which a product's configuration, service and command output are recognized.
 */
export function buildDetectionHints({ products: [product] }: Content): DetectionHints {
  if (!product) throw new Error('content/products has no product');
  const allPaths = product.settings.settings.flatMap(({ paths }) => paths);
  return {
    product: product.id,
    programs: product.yaml.programs,
    settings: allPaths.filter((path) => !path.includes('.')),
    tables: [
      ...new Set(
        allPaths.filter((path) => path.includes('.')).map((path) => path.split('.')[0] ?? ''),
      ),
    ],
    version: product.yaml.version.printed,
    ...pickFields(product.settings, settingsInHints),
  };
}
