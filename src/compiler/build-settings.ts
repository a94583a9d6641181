import type { Settings, DetectionHints } from '../intake/index.ts';
import type { Content } from './content.ts';

/** Build settings.json from the content: the settings of the first product's configuration file. */
export function buildSettings({ products: [product] }: Content): Settings {
  if (!product) throw new Error('content/products has no product');
  const { file, settings, problems } = product.settings;
  return {
    file,
    settings: settings.map(
      ({ paths, type, format, required, secret, values, min, max, characters, since, guide }) => ({
        paths,
        type,
        ...(format && { format }),
        ...(required && { required }),
        ...(secret && { secret }),
        ...(values && { values }),
        ...(min !== undefined && { min }),
        ...(max !== undefined && { max }),
        ...(characters !== undefined && { characters }),
        ...(since !== undefined && { since }),
        ...(guide !== undefined && { guide }),
      }),
    ),
    problems: Object.fromEntries(
      Object.entries(problems).map(([code, { effect, guide }]) => [
        code,
        { effect, ...(guide !== undefined && { guide }) },
      ]),
    ) as Settings['problems'],
  };
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
    configtest: product.settings.configtest,
    version: product.yaml.version.printed,
    dfErrors: product.settings['df-errors'],
    probe: product.settings.probe,
    ended: product.settings.ended,
  };
}
