import { z } from 'zod';
import { bothLanguages } from './fields.ts';

/** catalog.yaml: what the messages of a catalog have in common. */
export const catalogSchema = z.strictObject({
  /** Who prints them or what they are about, in one to five words. */
  title: bothLanguages,
  /** The same in one sentence. */
  about: bothLanguages,
});

export type CatalogYaml = z.infer<typeof catalogSchema>;
