import type { pasteBlocks } from './schemas/pastes.ts';
import type { ProductYaml } from './schemas/product.ts';
import type { configurationInHints, SettingsYaml } from './schemas/settings.ts';

/** settings.json: by product, the settings of its configuration file. */
export type SettingsByProduct = Record<string, Settings>;

/** The settings of a product's configuration file and the effect of each fault. */
export interface Settings extends Pick<SettingsYaml, 'file' | 'alternatives' | 'problems'> {
  format: SettingsYaml['format'] | 'environment';
  settings: Setting[];
  environment?: { prefix: string; variables: Setting[] };
}

export type Setting = Omit<SettingsYaml['settings'][number], 'about'>;

/**
 * How to recognize input about a product other than its log; small enough to ship with the catalog.
 * Each kind of input needs its block of product.yaml or is not recognized.
 */
export interface DetectionHints extends Pick<ProductYaml, keyof typeof pasteBlocks> {
  product: string;
  /** The names of its service. */
  programs: string[];
  configuration?: ConfigurationHints;
  /** Id of the entry for the program's version output. */
  version: string | undefined;
}

export interface ConfigurationHints extends Pick<SettingsYaml, keyof typeof configurationInHints> {
  /** Its top-level keys that configurations of other programs rarely have. */
  keys: string[];
  /** Its other top-level keys. */
  common: string[];
  /** The names of its environment variables, and the prefix that all of them have. */
  environment?: { prefix: string; names: string[] };
  /** By top-level table, the names that may be in it; empty if the user chooses them. */
  tables: Record<string, string[]>;
}
