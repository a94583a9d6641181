import type { z } from 'zod';
import type { Elsewhere } from '../schemas/elsewhere.ts';
import type { EntryYaml } from '../schemas/entry.ts';
import type { GuideYaml } from '../schemas/guide.ts';
import type { ProductYaml } from '../schemas/product.ts';
import type { entryProse, guideProse } from '../schemas/prose.ts';
import type { ThesaurusYaml } from '../schemas/thesaurus.ts';
import type { Language, Part } from './prose.ts';

/** A log excerpt beside the content: its path below the project's root, its name without the extension. */
export interface Excerpt {
  file: string;
  name: string;
  text: string;
}

export interface Prose<Head> {
  file: string;
  head: Head;
  parts: Part[];
}

export interface Entry {
  id: string;
  catalog: string;
  slug: string;
  folder: string;
  yaml: EntryYaml;
  prose: Record<Language, Prose<z.infer<typeof entryProse>>>;
  samples: Excerpt[];
  lookalikes: Excerpt[];
}

export interface Guide {
  slug: string;
  folder: string;
  yaml: GuideYaml;
  prose: Record<Language, Prose<z.infer<typeof guideProse>>>;
  cases: Excerpt[];
}

export interface Product {
  id: string;
  yaml: ProductYaml;
}

export interface ElsewhereTopic extends Elsewhere {
  slug: string;
}

export interface ThesaurusFile extends ThesaurusYaml {
  file: string;
}

/** All that content/ holds, in the order of the folders. */
export interface Content {
  products: Product[];
  entries: Entry[];
  guides: Guide[];
  elsewhere: ElsewhereTopic[];
  thesaurus: ThesaurusFile[];
}

export const LANGUAGES: readonly Language[] = ['en', 'ja'];
