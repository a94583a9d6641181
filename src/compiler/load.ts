import type { z } from 'zod';
import { caseSchema } from '../model/schemas/case.ts';
import { catalogSchema } from '../model/schemas/catalog.ts';
import { commandsSchema } from '../model/schemas/commands.ts';
import { diagramSchema } from '../model/schemas/diagram.ts';
import { elsewhereSchema } from '../model/schemas/elsewhere.ts';
import { entrySchema } from '../model/schemas/entry.ts';
import { catalogName } from '../model/schemas/fields.ts';
import { formatSchema } from '../model/schemas/format.ts';
import { glossarySchema } from '../model/schemas/glossary.ts';
import { guideSchema, type GuideYaml } from '../model/schemas/guide.ts';
import { logFormat, presetSchema, type LogFormat } from '../model/schemas/log-format.ts';
import type { Message } from '../model/schemas/message.ts';
import { pageSchema } from '../model/schemas/page.ts';
import { productSchema, type ProductYaml } from '../model/schemas/product.ts';
import { reviewSchema } from '../model/schemas/review.ts';
import { settingsSchema } from '../model/schemas/settings.ts';
import { siteSchema } from '../model/schemas/site.ts';
import { entryProse, guideProse, type GuideProse } from '../model/schemas/prose.ts';
import { tableSchema } from '../model/schemas/table.ts';
import { thesaurusSchema } from '../model/schemas/thesaurus.ts';
import {
  type CatalogFolder,
  type Content,
  type Entry,
  type Excerpt,
  type Guide,
  type Product,
  type Prose,
  type Site,
  type SitePage,
  type Table,
  type YamlFile,
} from './content.ts';
import { withRealNames } from './content-folder.ts';
import { Files } from './files.ts';
import { parseLine, parseProse, splitFrontMatter } from './parse-prose.ts';
import { MANUAL, PACKAGE } from './package-folder.ts';
import { ContentError, type Problem } from './problem.ts';
import { LANGUAGES, nameLanguage, type Language } from '../model/languages.ts';
import type { Block, Inline, Part } from '../model/prose.ts';
import { readMessages } from './read-messages.ts';
import { readYaml, type ParsedTexts } from './read-yaml.ts';

/** How each part of the content is read. */
const PARTS: { [Part in keyof Content]: (reader: Reader) => Content[Part] | undefined } = {
  site: (reader) => reader.readSite(),
  catalogs: (reader) =>
    reader.files
      .listFolders('content/catalogs', catalogName)
      .flatMap((name) => reader.readCatalog(name) ?? []),
  formats: (reader) => reader.readShared(formatSchema, 'content/formats'),
  presets: (reader) => reader.readPresets(),
  products: (reader) =>
    reader.files.listFolders('content/products').flatMap((id) => reader.readProduct(id) ?? []),
  entries: (reader) =>
    reader.files
      .listFolders('content/catalogs', catalogName)
      .flatMap((catalog) =>
        reader.files
          .listFolders(`content/catalogs/${catalog}`)
          .flatMap((slug) => reader.readEntry(catalog, slug) ?? []),
      ),
  guides: (reader) =>
    reader.files.listFolders('content/guides').flatMap((slug) => reader.readGuide(slug) ?? []),
  diagrams: (reader) => reader.readYamls(diagramSchema, 'content/diagrams'),
  tables: (reader) =>
    (reader.files.exists('content/tables')
      ? reader.files.listFolders('content/tables')
      : []
    ).flatMap((slug) => reader.readTable(slug) ?? []),
  pages: (reader) =>
    reader
      .readYamls(pageSchema, 'content/pages')
      .map((page) => reader.readSections(page))
      .sort((a, b) => a.yaml.order - b.yaml.order),
  elsewhere: (reader) =>
    reader
      .readYamls(elsewhereSchema, 'content/elsewhere')
      .map(({ slug, yaml }) => ({ slug, ...yaml })),
  glossary: (reader) =>
    reader.files.exists('content/glossary.yaml')
      ? (reader.readYaml(glossarySchema, 'content/glossary.yaml') ?? [])
      : [],
  commands: (reader) =>
    (reader.files.exists('content/commands.yaml')
      ? reader.readYaml(commandsSchema, 'content/commands.yaml')
      : undefined) ?? { reading: [], 'end-of-options': [], never: [], types: {} },
  thesaurus: (reader) =>
    reader
      .readYamls(thesaurusSchema, 'content/thesaurus')
      .map(({ file, yaml }) => ({ file, ...yaml })),
  review: (reader) =>
    reader.files.exists('content/review.yaml')
      ? (reader.readYaml(reviewSchema, 'content/review.yaml') ?? {})
      : {},
};

/**
 * Read content/ below `root`, each part on first access. Invalid parts are left out and reported in
 * `problems`, unknown files in `unread`. To find them, all parts are read.
 */
export function readContent(
  root: string,
  parsed?: ParsedTexts,
): {
  content: Content;
  /** Whether all YAML files fit the schemas. */
  isValidYaml: boolean;
  problems: Problem[];
  unread: Problem[];
} {
  const reader = new Reader(root, parsed);
  const content = lazyContent((read) => read(reader));
  return {
    content,
    get isValidYaml() {
      Object.values(content);
      return reader.problems.length === 0;
    },
    // Problems of the prose are found by parsing all of it, which not every command needs.
    get problems() {
      Object.values(content);
      return [...reader.problems, ...reader.bodies.flatMap(problemsOf)];
    },
    get unread() {
      Object.values(content);
      return reader.files.reportUnread();
    },
  };
}

/** Create content whose parts are read on first access. */
function lazyContent(readPart: (read: (reader: Reader) => unknown) => unknown): Content {
  const content = {} as Content;
  for (const [part, read] of Object.entries(PARTS)) {
    let known: { value: unknown } | undefined;
    Object.defineProperty(content, part, {
      enumerable: true,
      get: () => (known ??= { value: readPart(read) }).value,
    });
  }
  return content;
}

/** Read content/ below `root`. @throws ContentError with all schema violations */
export function loadContent(root: string = process.cwd()): Content {
  const { content, problems } = readContent(root);
  if (problems.length > 0) throw new ContentError(withRealNames(root, problems));
  return content;
}

/**
 * Open content/ below `root` lazily: each part, and the prose of each page, is read on first
 * access, which throws a ContentError if it is invalid.
 *
 * @param parsed the texts that were parsed before, to open edited content faster
 */
export function openContentLazily(
  root: string = process.cwd(),
  parsed: ParsedTexts = new WeakMap(),
): Content {
  return lazyContent((read) => readOrThrow(root, parsed, read));
}

function readOrThrow(
  root: string,
  parsed: ParsedTexts,
  read: (reader: Reader) => unknown,
): unknown {
  const reader = new Reader(root, parsed);
  const value = read(reader);
  if (reader.problems.length > 0) throw new ContentError(withRealNames(root, reader.problems));
  return value;
}

/** Parses the body of a page on the first call. @throws ContentError */
type Body = () => Part[];

function problemsOf(body: Body): Problem[] {
  try {
    body();
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
}

function bodyOf(file: string, text: string): Body {
  let parts: Part[] | undefined;
  return () => {
    if (parts) return parts;
    const problems: Problem[] = [];
    const read = parseProse(text, file, problems);
    if (problems.length > 0) throw new ContentError(problems);
    return (parts = read);
  };
}

class Reader {
  readonly files: Files;
  readonly problems: Problem[];
  /** The site's languages, the default first; all, if site.yaml is broken. */
  readonly languages: readonly Language[];
  readonly bodies: Body[] = [];
  readonly #parsed: ParsedTexts;
  #presets: Content['presets'] | undefined;
  constructor(root: string, parsed: ParsedTexts = new WeakMap()) {
    this.files = new Files(root);
    this.#parsed = parsed;
    this.problems = this.files.problems;
    const site = new Files(root).readText('content/site.yaml', '') ?? '';
    this.languages = readYaml(siteSchema, site, '', [], { parsed })?.languages ?? LANGUAGES;
  }

  readYaml<Schema extends z.ZodType>(
    schema: Schema,
    file: string,
    write = `the file; ${MANUAL} describes its fields`,
  ): z.output<Schema> | undefined {
    const text = this.files.readText(file, write);
    const { languages } = this;
    return text === undefined
      ? undefined
      : readYaml(schema, text, file, this.problems, { languages, parsed: this.#parsed });
  }

  /** Read the YAML files of a folder. */
  readYamls<Schema extends z.ZodType>(
    schema: Schema,
    folder: string,
  ): YamlFile<z.output<Schema>>[] {
    return this.files.listSlugs(folder).flatMap((slug) => {
      const file = `${folder}/${slug}.yaml`;
      const yaml = this.readYaml(schema, file);
      return yaml === undefined ? [] : [{ slug, file, yaml }];
    });
  }

  /**
   * Read the YAML files of a folder that every site has: its own files, and those of this package,
   * except where the site has a file of the same name.
   */
  readShared<Schema extends z.ZodType>(
    schema: Schema,
    folder: string,
  ): YamlFile<z.output<Schema>>[] {
    const own = this.readYamls(schema, folder);
    const names = new Set(own.map(({ slug }) => slug));
    const shared = new Reader(PACKAGE, this.#parsed).readYamls(schema, folder);
    return [...own, ...shared.filter(({ slug }) => !names.has(slug))].sort((a, b) =>
      a.slug < b.slug ? -1 : 1,
    );
  }

  readProse<Schema extends z.ZodType>(
    schema: Schema,
    folder: string,
  ): Record<Language, Prose<z.output<Schema>>> | undefined {
    const found: Partial<Record<Language, Prose<z.output<Schema>>>> = {};
    for (const language of this.languages) {
      const file = `${folder}/${language}.mdx`;
      const source = this.files.readText(
        file,
        `the ${nameLanguage(language)} text: every page exists in every language of the site`,
      );
      if (source === undefined) continue;
      const { head, body } = splitFrontMatter(source);
      if (head === undefined) {
        this.problems.push({
          file,
          line: 1,
          found: 'no front matter',
          write:
            `--- on the first line, then the fields that ${MANUAL} lists, ` +
            'then another line of ---',
        });
        continue;
      }
      const parsed = readYaml(schema, head, file, this.problems, {
        lineOffset: 1,
        parsed: this.#parsed,
      });
      const parts = bodyOf(file, body);
      this.bodies.push(parts);
      if (parsed !== undefined)
        found[language] = {
          file,
          head: parsed,
          get parts() {
            return parts();
          },
        };
    }
    // Other sites that share the page may have more languages.
    for (const language of LANGUAGES) this.files.ignore(`${folder}/${language}.mdx`);
    return this.languages.every((language) => found[language])
      ? (found as Record<Language, Prose<z.output<Schema>>>)
      : undefined;
  }

  readExcerpts(folder: string): Excerpt[] {
    return this.files.listFiles(folder, '.log').flatMap((name) => {
      const file = `${folder}/${name}`;
      const text = this.files.readVerbatim(file, 'a log');
      return text === undefined ? [] : [{ file, name: name.slice(0, -'.log'.length), text }];
    });
  }

  readCases(folder: string): Product['cases'] {
    return this.readExcerpts(folder).flatMap((log) => {
      const file = `${folder}/${log.name}.yaml`;
      const yaml = this.readYaml(caseSchema, file);
      return yaml ? [{ log, file, yaml }] : [];
    });
  }

  readSite(): Site | undefined {
    const yaml = this.readYaml(siteSchema, 'content/site.yaml', 'run npx shindan new site .');
    const read = (name: string | undefined, what: string): string | undefined =>
      name === undefined
        ? ''
        : this.files.readText(`content/${name}`, `${what} that theme in content/site.yaml names`);
    const css = read(yaml?.theme.stylesheet, 'the stylesheet');
    const logo = read(yaml?.theme.logo, 'the logo');
    return yaml && css !== undefined && logo !== undefined ? { ...yaml, css, logo } : undefined;
  }

  readCatalog(name: string): CatalogFolder | undefined {
    const yaml = this.readYaml(
      catalogSchema,
      `content/catalogs/${name}/catalog.yaml`,
      'the file, with title (one to five words) and about (one sentence) in each language',
    );
    return yaml && { name, ...yaml };
  }

  readPresets(): Content['presets'] {
    return (this.#presets ??= this.readShared(presetSchema, 'content/presets'));
  }

  readProduct(id: string): Product | undefined {
    const yaml = this.readYaml(productSchema, `content/products/${id}/product.yaml`);
    const config = `content/products/${id}/config.yaml`;
    const settings = this.files.exists(config) ? this.readYaml(settingsSchema, config) : null;
    const cases = this.readCases(`content/products/${id}/cases`);
    const messages = this.readMessages(`content/products/${id}/messages.tsv`);
    return yaml && settings !== undefined && messages
      ? { id, yaml: this.#withDefaults(id, yaml), settings, messages, cases }
      : undefined;
  }

  /** Fill in the fields whose defaults depend on other fields or on a preset. */
  #withDefaults(id: string, yaml: ProductYaml): ProductYaml {
    const { programs, plain, catalogs } = yaml;
    const preset = this.readPresets().find(({ slug }) => slug === yaml.preset);
    return {
      ...(preset ? withPreset(yaml, preset.yaml) : yaml),
      programs: programs.length > 0 ? programs : [id],
      plain: plain.length > 0 ? plain : catalogs,
    };
  }

  readMessages(file: string): Message[] | undefined {
    if (!this.files.exists(file)) return [];
    const text = this.files.readText(file, 'a text file');
    return text === undefined ? undefined : readMessages(text, file, this.problems);
  }

  readTable(slug: string): Table | undefined {
    const file = `content/tables/${slug}/table.yaml`;
    const yaml = this.readYaml(tableSchema, file);
    if (!yaml) return undefined;
    const read = (text: string, place: string): Inline[] =>
      parseLine(text, place, file, this.problems);
    const rows = yaml.rows.map((row) => ({
      ...row,
      cells: Object.fromEntries(
        Object.entries(row.cells).map(([column, cell]) => [
          column,
          mapTexts(cell, (text, language) => read(text, `${row.id}, ${column}, ${language}`)),
        ]),
      ),
    }));
    return { slug, file, yaml, rows };
  }

  /** Parse the paragraphs and steps of a page about the site. */
  readSections({ slug, file, yaml }: Omit<SitePage, 'sections'>): SitePage {
    const sections = yaml.sections.map(({ id, title, ...lists }) => {
      const read = (list: 'text' | 'steps'): Record<Language, Inline[]>[] =>
        lists[list].map((item, index) =>
          mapTexts(item, (text, language) =>
            parseLine(text, `${id}, ${list} ${index + 1}, ${language}`, file, this.problems),
          ),
        );
      return { id, title, text: read('text'), steps: read('steps') };
    });
    return { slug, file, yaml, sections };
  }

  readEntry(catalog: string, slug: string): Entry | undefined {
    const folder = `content/catalogs/${catalog}/${slug}`;
    const yaml = this.readYaml(entrySchema, `${folder}/entry.yaml`);
    const prose = this.readProse(entryProse, folder);
    const [samples, lookalikes] = [
      this.readExcerpts(`${folder}/samples`),
      this.readExcerpts(`${folder}/lookalikes`),
    ];
    return (
      yaml &&
      prose && { id: `${catalog}/${slug}`, catalog, slug, folder, yaml, prose, samples, lookalikes }
    );
  }

  readGuide(slug: string): Guide | undefined {
    const folder = `content/guides/${slug}`;
    const yaml = this.readYaml(guideSchema, `${folder}/guide.yaml`);
    const prose = this.readProse(guideProse, folder);
    const cases = this.readExcerpts(`${folder}/cases`);
    if (!yaml || !prose) return undefined;
    const read = (text: string, place: string): Inline[] =>
      parseLine(text, place, `${folder}/guide.yaml`, this.problems);
    const tellsApart = yaml['tells-apart'].map(({ guide, ...words }) => ({
      guide,
      words: mapTexts(words, (text, language) => read(text, `tells-apart ${guide}, ${language}`)),
    }));
    return {
      slug,
      folder,
      yaml,
      prose: mapTexts(prose, (text) => withConditions(text, yaml)),
      tellsApart,
      cases,
    };
  }
}

/** Fill in the fields of a log format that a product leaves out. */
function withPreset(yaml: ProductYaml, preset: LogFormat): ProductYaml {
  const isSet = (name: string): boolean => {
    const value: unknown = yaml[name as keyof LogFormat];
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  };
  const missing = Object.keys(logFormat).filter((name) => name in preset && !isSet(name));
  return {
    ...yaml,
    ...Object.fromEntries(missing.map((name) => [name, preset[name as keyof LogFormat]])),
  };
}

/** Apply a function to the value of each language. */
function mapTexts<From, To>(
  record: Record<Language, From>,
  change: (value: From, language: Language) => To,
): Record<Language, To> {
  return Object.fromEntries(
    Object.entries(record).map(([code, value]) => [code, change(value, code as Language)]),
  ) as Record<Language, To>;
}

/** Attach the steps and conditions in a guide's YAML file to the blocks with their ids. */
function withConditions(
  prose: Prose<GuideProse>,
  { causes, applies }: GuideYaml,
): Prose<GuideProse> {
  const attach = (block: Block): Block => {
    if (block.kind === 'cause') {
      const steps = causes[block.id];
      return steps === undefined ? block : { ...block, steps };
    }
    if (block.kind === 'platform') return { ...block, children: block.children.map(attach) };
    if (!('id' in block)) return block;
    const condition = applies[block.id];
    return {
      ...block,
      ...(condition !== undefined && { applies: condition }),
      children: block.children.map(attach),
    };
  };
  let parts: Part[] | undefined;
  return {
    file: prose.file,
    head: prose.head,
    get parts() {
      return (parts ??= prose.parts.map(({ name, blocks }) => ({
        name,
        blocks: blocks.map(attach),
      })));
    },
  };
}
