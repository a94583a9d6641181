import { pasteBlocks } from '../model/schemas/pastes.ts';
import { configurationInHints, type SettingsYaml } from '../model/schemas/settings.ts';
import type { ConfigurationHints, DetectionHints, SettingsByProduct } from '../model/settings.ts';
import type { Content } from './content.ts';
import { pickFields } from './pick-fields.ts';

/** Build settings.json from the content: the settings of each product's configuration file. */
export function buildSettings({ products }: Content): SettingsByProduct {
  return Object.fromEntries(
    products.flatMap(({ id, settings: yaml }) => {
      if (!yaml) return [];
      const { settings, file, format, alternatives, problems } = yaml;
      return [
        [
          id,
          {
            file,
            format,
            alternatives,
            settings: settings.map(({ about: _about, ...setting }) => setting),
            problems,
          },
        ],
      ];
    }),
  );
}

/**
 * Build the hints by which the configuration, the service and the command output of each product
 * are recognized.
 */
export function buildDetectionHints({ products }: Content): DetectionHints[] {
  return products.map(({ id, yaml, settings }) => ({
    product: id,
    programs: yaml.programs,
    version: yaml.version?.printed,
    ...pickFields(yaml, pasteBlocks),
    ...(settings && { configuration: configurationHints(settings) }),
  }));
}

function configurationHints(yaml: SettingsYaml): ConfigurationHints {
  const top = yaml.settings.flatMap(({ paths, common = false }) =>
    paths.filter((path) => !path.includes('.')).map((path) => ({ path, common })),
  );
  const nested = yaml.settings
    .flatMap(({ paths }) => paths)
    .filter((path) => path.includes('.'))
    .map((path) => path.split('.'));
  return {
    ...pickFields(yaml, configurationInHints),
    keys: top.filter(({ common }) => !common).map(({ path }) => path),
    common: top.filter(({ common }) => common).map(({ path }) => path),
    tables: Object.fromEntries(
      nested.map(([table = '']) => [
        table,
        [...new Set(nested.flatMap(([name, key = '']) => (name === table ? key : [])))].filter(
          (key) => key !== '*',
        ),
      ]),
    ),
  };
}
