import { z } from 'zod';
import { pasteBlocks } from '../model/schemas/pastes.ts';
import { settingsSchema } from '../model/schemas/settings.ts';
import type { Content, Product } from './content.ts';
import { referencesIn } from './walk-schema.ts';

/**
 * Return the guides that a report can show in full: those with evidence, and those for faults in a
 * configuration, in df output or in a curl request.
 */
export function guidesShownInFull({ guides, products }: Content): Set<string> {
  return new Set([
    ...guides.filter(({ yaml }) => yaml.evidence.length > 0 && !yaml.brief).map(({ slug }) => slug),
    ...products.flatMap(guidesOfPastes),
  ]);
}

/** Return the guides that a product names for pasted input other than its log. */
function guidesOfPastes({ yaml, settings }: Product): string[] {
  return [
    ...referencesIn(settingsSchema, settings),
    ...referencesIn(z.object(pasteBlocks), yaml),
  ].map(({ name }) => name);
}
