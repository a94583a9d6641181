import type { z } from 'zod';
import type { CaseYaml } from '../schemas/case.ts';
import type { CommandsYaml } from '../schemas/commands.ts';
import type { DiagramYaml } from '../schemas/diagram.ts';
import type { Elsewhere } from '../schemas/elsewhere.ts';
import type { EntryYaml } from '../schemas/entry.ts';
import type { Term } from '../schemas/glossary.ts';
import type { GuideYaml } from '../schemas/guide.ts';
import type { Message } from '../schemas/message.ts';
import type { ProductYaml } from '../schemas/product.ts';
import type { SettingsYaml } from '../schemas/settings.ts';
import type { entryProse, guideProse } from '../schemas/prose.ts';
import type { TableYaml } from '../schemas/table.ts';
import type { ThesaurusYaml } from '../schemas/thesaurus.ts';
import type { Inline, Language, Part } from './prose.ts';

/** A log excerpt beside the content: its path below the project's root, its name without the extension. */
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

/** `told`: the summary with its cases in braces, as a report reads it. */
export type GuideHead = z.infer<typeof guideProse> & { told: string };

export interface Guide {
  slug: string;
  folder: string;
  yaml: GuideYaml;
  prose: Record<Language, Prose<GuideHead>>;
  /** What the reader sees if it is another guide's fault. */
  tellsApart: { guide: string; words: Record<Language, Inline[]> }[];
  cases: Excerpt[];
}

export interface Product {
  id: string;
  yaml: ProductYaml;
  settings: SettingsYaml;
  /** Whole logs with what must come out of them. */
  cases: { log: Excerpt; file: string; yaml: CaseYaml }[];
  /** What the program can print, after messages.tsv. */
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

/** A row of a table, with the text of each column that has one. */
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

/** All that content/ holds, in the order of the folders. */
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
