import { buildSettings, type Content } from '../../src/compiler/index.ts';
import type { Settings } from '../../src/intake/index.ts';

/** Return the settings of a product's configuration file. */
export function settingsOf(content: Content, product = 'mackerel-agent'): Settings {
  const settings = buildSettings(content)[product];
  if (!settings) throw new Error(`content/products/${product}/config.yaml does not exist`);
  return settings;
}
