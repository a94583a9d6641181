import type { z } from 'zod';
import type { CaseYaml } from './schemas/case.ts';
import type { CommandsYaml } from './schemas/commands.ts';
import type { DiagramYaml } from './schemas/diagram.ts';
import type { Elsewhere } from './schemas/elsewhere.ts';
import type { EntryYaml } from './schemas/entry.ts';
import type { Term } from './schemas/glossary.ts';
import type { GuideYaml } from './schemas/guide.ts';
import type { Message } from './schemas/message.ts';
import type { ProductYaml } from './schemas/product.ts';
import type { SettingsYaml } from './schemas/settings.ts';
import type { entryProse, guideProse } from './schemas/prose.ts';
import type { TableYaml } from './schemas/table.ts';
import type { ThesaurusYaml } from './schemas/thesaurus.ts';
import type { Inline, Language, Part } from '../model/prose.ts';

/**
 * A log file in the content: its path below the project's root, and its name without the extension.
 */
export interface Excerpt {
  file: string;
  name: string;
  text: string;
}

export interface Prose<Head> {
  file: string;
  head: Head;
  readonly parts: Part[];
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

export type GuideFrontMatter = z.infer<typeof guideProse>;

export interface Guide {
  slug: string;
  folder: string;
  yaml: GuideYaml;
  prose: Record<Language, Prose<GuideFrontMatter>>;
  /** What the reader sees if another guide applies instead. */
  tellsApart: { guide: string; words: Record<Language, Inline[]> }[];
  cases: Excerpt[];
}

export interface Product {
  id: string;
  yaml: ProductYaml;
  settings: SettingsYaml;
  /** Whole logs with their expected results. */
  cases: { log: Excerpt; file: string; yaml: CaseYaml }[];
  /** The messages that the program can print, from messages.tsv. */
  messages: Message[];
}

export interface Diagram {
  slug: string;
  file: string;
  yaml: DiagramYaml;
}

export interface ElsewhereTopic extends Elsewhere {
  slug: string;
}

/** A row of a table; a column without a cell is missing in `cells`. */
export interface TableRow extends Omit<TableYaml['rows'][number], 'cells'> {
  cells: Record<string, Record<Language, Inline[]>>;
}

export interface Table {
  slug: string;
  file: string;
  yaml: TableYaml;
  rows: TableRow[];
}

export interface ThesaurusFile extends ThesaurusYaml {
  file: string;
}

/** All content, in the order of its folders. */
export interface Content {
  products: Product[];
  entries: Entry[];
  guides: Guide[];
  diagrams: Diagram[];
  tables: Table[];
  elsewhere: ElsewhereTopic[];
  glossary: Term[];
  commands: CommandsYaml;
  thesaurus: ThesaurusFile[];
}

export const LANGUAGES: readonly Language[] = ['en', 'ja'];
