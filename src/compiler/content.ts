import type { CaseYaml } from '../model/schemas/case.ts';
import type { CatalogYaml } from '../model/schemas/catalog.ts';
import type { CommandsYaml } from '../model/schemas/commands.ts';
import type { DiagramYaml } from '../model/schemas/diagram.ts';
import type { Elsewhere } from '../model/schemas/elsewhere.ts';
import type { EntryYaml } from '../model/schemas/entry.ts';
import type { FormatYaml } from '../model/schemas/format.ts';
import type { Term } from '../model/schemas/glossary.ts';
import type { GuideYaml } from '../model/schemas/guide.ts';
import type { LogFormat } from '../model/schemas/log-format.ts';
import type { Message } from '../model/schemas/message.ts';
import type { PageYaml } from '../model/schemas/page.ts';
import type { ProductYaml } from '../model/schemas/product.ts';
import type { ReviewYaml } from '../model/schemas/review.ts';
import type { SettingsYaml } from '../model/schemas/settings.ts';
import type { SiteYaml } from '../model/schemas/site.ts';
import type { EntryProse, GuideProse } from '../model/schemas/prose.ts';
import type { TableYaml } from '../model/schemas/table.ts';
import type { ThesaurusYaml } from '../model/schemas/thesaurus.ts';
import type { Language } from '../model/languages.ts';
import type { Inline, Part } from '../model/prose.ts';

/**
 * A log file in the content: its path below the project's root, and its name without the extension.
 */
export interface Excerpt {
  file: string;
  name: string;
  text: string;
}

/** The text of a page in one language; a page has one in each of the site's languages. */
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
  prose: Record<Language, Prose<EntryProse>>;
  samples: Excerpt[];
  lookalikes: Excerpt[];
}

export interface Guide {
  slug: string;
  folder: string;
  yaml: GuideYaml;
  prose: Record<Language, Prose<GuideProse>>;
  /** What the reader sees if another guide applies instead. */
  tellsApart: { guide: string; words: Record<Language, Inline[]> }[];
  cases: Excerpt[];
}

export interface Product {
  id: string;
  yaml: ProductYaml;
  /** config.yaml; null if the product has no configuration file that can be checked. */
  settings: SettingsYaml | null;
  /** Whole logs with their expected results. */
  cases: { log: Excerpt; file: string; yaml: CaseYaml }[];
  /** The messages that the program can print, from messages.tsv. */
  messages: Message[];
}

/** A YAML file of a folder of such files, by its name without the extension. */
export interface YamlFile<Yaml> {
  slug: string;
  file: string;
  yaml: Yaml;
}

export type Diagram = YamlFile<DiagramYaml>;

export interface ElsewhereTopic extends Elsewhere {
  slug: string;
}

/** A row of a table; a column without a cell is missing in `cells`. */
export interface TableRow extends Omit<TableYaml['rows'][number], 'cells'> {
  cells: Record<string, Record<Language, Inline[]>>;
}

export interface Table extends YamlFile<TableYaml> {
  rows: TableRow[];
}

/** A page about the site itself, with its paragraphs and steps. */
export interface SitePage extends YamlFile<PageYaml> {
  sections: {
    id: string;
    title: Record<Language, string>;
    text: Record<Language, Inline[]>[];
    steps: Record<Language, Inline[]>[];
  }[];
}

export interface ThesaurusFile extends ThesaurusYaml {
  file: string;
}

/** site.yaml, with the text of the stylesheet and the logo that it names, or empty text. */
export interface Site extends SiteYaml {
  css: string;
  logo: string;
}

/** The words about a catalog; its messages are entries. */
export interface CatalogFolder extends CatalogYaml {
  name: string;
}

/** All content, in the order of its folders. */
export interface Content {
  site: Site;
  catalogs: CatalogFolder[];
  formats: YamlFile<FormatYaml>[];
  presets: YamlFile<LogFormat>[];
  products: Product[];
  entries: Entry[];
  guides: Guide[];
  diagrams: Diagram[];
  tables: Table[];
  pages: SitePage[];
  elsewhere: ElsewhereTopic[];
  glossary: Term[];
  commands: CommandsYaml;
  thesaurus: ThesaurusFile[];
  /** Who has read which text of each page; empty without review.yaml. */
  review: ReviewYaml;
}
