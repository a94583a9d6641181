import { pasteBlocks } from '../model/schemas/pastes.ts';
import { configurationInHints, type SettingsYaml } from '../model/schemas/settings.ts';
import type {
  ConfigurationHints,
  DetectionHints,
  Setting,
  Settings,
  SettingsByProduct,
} from '../model/settings.ts';
import type { Content } from './content.ts';
import { pickFields } from './pick-fields.ts';

/** Build settings.json from the content: the settings of each product's configuration. */
export function buildSettings({ products }: Content): SettingsByProduct {
  return Object.fromEntries(
    products.flatMap(({ id, settings }) =>
      settings ? [[id, buildProductSettings(settings)]] : [],
    ),
  );
}

function buildProductSettings(yaml: SettingsYaml): Settings {
  const { file, format, alternatives, problems, settings, environment } = yaml;
  return {
    file,
    format,
    settings: settings.map(withoutText),
    ...(environment && {
      environment: {
        prefix: environment.prefix,
        variables: environment.variables.map(withoutText),
      },
    }),
    alternatives,
    problems,
  };
}

/** Return all settings of a product's configuration: of its file and of its environment. */
export function allSettings({ settings, environment }: SettingsYaml): SettingsYaml['settings'] {
  return [...settings, ...(environment?.variables ?? [])];
}

function withoutText({ about: _about, ...setting }: SettingsYaml['settings'][number]): Setting {
  return setting;
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
  const nested = [...yaml.settings.flatMap(({ paths }) => paths), ...yaml['former-tables']]
    .filter((path) => path.includes('.'))
    .map((path) => path.split('.'));
  return {
    ...pickFields(yaml, configurationInHints),
    ...(yaml.environment && {
      environment: {
        prefix: yaml.environment.prefix,
        names: yaml.environment.variables.flatMap(({ paths }) => paths),
      },
    }),
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
