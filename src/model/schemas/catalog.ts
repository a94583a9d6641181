import { z } from 'zod';
import { texts } from './fields.ts';

/** catalog.yaml: what the messages of a catalog have in common. */
export const catalogSchema = z.strictObject({
  /** Who prints them or what they are about, in one to five words. */
  title: texts,
  /** The same in one sentence. */
  about: texts,
});

export type CatalogYaml = z.infer<typeof catalogSchema>;
