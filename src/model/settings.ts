import type { settingsInHints, SettingsYaml } from './schemas/settings.ts';

/** settings.json: the settings of a product's configuration file and the effect of each fault. */
export interface Settings extends Pick<SettingsYaml, 'file' | 'problems'> {
  settings: Setting[];
}

export type Setting = Omit<SettingsYaml['settings'][number], 'about'>;

/** How to recognize pasted input of a product; small enough to ship with the catalog. */
export interface DetectionHints extends Pick<SettingsYaml, keyof typeof settingsInHints> {
  product: string;
  programs: string[];
  /** Top-level keys of the configuration file. */
  settings: string[];
  /** Top-level tables of the configuration file. */
  tables: string[];
  /** Id of the entry for the program's version output. */
  version: string | undefined;
}
