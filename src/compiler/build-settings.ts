import { settingsInHints, type SettingsYaml } from '../model/schemas/settings.ts';
import type { Settings, DetectionHints } from '../model/settings.ts';
import type { Content } from './content.ts';
import { pickFields } from './pick-fields.ts';

/** The settings of a site whose products have no configuration file. */
const NO_SETTINGS = {
  file: '',
  settings: [],
  problems: {},
  configtest: [],
  'df-errors': '',
  probe: {},
  ended: {},
} as unknown as SettingsYaml;

/** Build settings.json from the content: the settings of the first product's configuration file. */
export function buildSettings({ products: [product] }: Content): Settings {
  const { file, settings, problems } = product?.settings ?? NO_SETTINGS;
  return { file, settings: settings.map(({ about: _about, ...setting }) => setting), problems };
}

/**
 * Build the hints by which a product's configuration, service and command output are recognized.
 */
export function buildDetectionHints({ products: [product] }: Content): DetectionHints {
  if (!product) throw new Error('content/products has no product');
  const hints = product.settings ?? NO_SETTINGS;
  const allPaths = hints.settings.flatMap(({ paths }) => paths);
  return {
    product: product.id,
    programs: product.yaml.programs,
    settings: allPaths.filter((path) => !path.includes('.')),
    tables: [
      ...new Set(
        allPaths.filter((path) => path.includes('.')).map((path) => path.split('.')[0] ?? ''),
      ),
    ],
    version: product.yaml.version?.printed,
    ...pickFields(hints, settingsInHints),
  };
}
