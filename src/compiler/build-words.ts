import { allBlocks, messageTitle, platformsOf } from '../report/format/index.ts';
import { answeringGuides, isShownInReports } from './answering-guides.ts';
import { buildFollowUp } from './build-follow-up.ts';
import { buildHeadingWords } from './build-heading-words.ts';
import { buildCodes } from './build-codes.ts';
import { allSettings } from './build-settings.ts';
import type { Content, Entry, Guide, Product } from './content.ts';
import { guidesOf } from './guides-of.ts';
import { inLanguage } from './in-language.ts';
import type { Language } from '../model/languages.ts';
import { OSES, type Block, type Part, type PartName } from '../model/prose.ts';
import type { GuideYaml } from '../model/schemas/guide.ts';
import type { ProductYaml } from '../model/schemas/product.ts';
import { MAX_OPEN } from '../report/applicable-parts.ts';
import { platform } from '../model/schemas/fields.ts';
import { thesaurusInSearch } from '../model/schemas/thesaurus.ts';
import type {
  EntryText,
  GuideText,
  ProductNames,
  RareTexts,
  ReportTexts,
  Symptoms,
  Titles,
} from '../model/words.ts';

/** Collect the prose of the content by id, in one language, for reports and for the terminal. */
export function buildWords(content: Content, language: Language): ReportTexts {
  return {
    schema: 1,
    language,
    names: buildNames(content, language),
    entries: entryWords(content, language),
    guides: Object.fromEntries(
      content.guides.map(({ slug, prose, yaml }) => [
        slug,
        {
          ...prose[language].head,
          changes: inLanguage(yaml.changes, language),
          effect: yaml.effect,
          get parts() {
            return prose[language].parts;
          },
        },
      ]),
    ),
    diagrams: Object.fromEntries(
      content.diagrams.map(({ slug, yaml }) => [slug, yaml.text[language]]),
    ),
    ...(content.site.guides.collect && { collect: content.site.guides.collect }),
    logs: Object.fromEntries(
      content.products.map(({ id, yaml }) => [id, inLanguage(yaml.logs, language)]),
    ),
    missing: Object.fromEntries(
      content.products.map(({ id, yaml }) => [
        id,
        Object.fromEntries(
          [
            ...Object.entries(yaml.missing),
            ...content.guides.flatMap((guide) =>
              guide.yaml.decides ? [[`guide:${guide.slug}`, guide.yaml.decides] as const] : [],
            ),
          ].map(([key, ask]) => [key, buildFollowUp(ask, language)]),
        ),
      ]),
    ),
    results: Object.fromEntries(
      content.entries.flatMap(({ id, yaml: { result } }) => (result ? [[id, result]] : [])),
    ),
    platforms: Object.fromEntries(content.products.map(({ id, yaml }) => [id, yaml.platforms])),
    starts: Object.fromEntries(
      content.products.flatMap(({ id, yaml }) => (yaml.start ? [[id, yaml.start]] : [])),
    ),
    alertMinutes: Object.fromEntries(
      content.products.flatMap(({ id, yaml: { delivery } }) =>
        delivery ? [[id, delivery['alert-minutes']]] : [],
      ),
    ),
    collectWhileStarting: content.products.flatMap(({ id, yaml: { delivery } }) =>
      delivery?.['while-starting'] ? id : [],
    ),
    settings: Object.fromEntries(
      content.products.map(({ id, settings }) => [
        id,
        Object.fromEntries(
          (settings ? allSettings(settings) : []).flatMap(({ paths, about }) =>
            paths.map((path) => [path, about[language]]),
          ),
        ),
      ]),
    ),
    values: Object.fromEntries(
      Object.entries(content.commands.types).map(
        ([name, { takes: _takes, refuses: _refuses, ...type }]) => [name, type],
      ),
    ),
    releases: Object.fromEntries(content.products.map(({ id, yaml }) => [id, releasesInUse(yaml)])),
  };
}

/** Return the release dates of the versions that readers may still run, the oldest first. */
export function releasesInUse({ releases, oldest }: ProductYaml): Record<string, string> {
  const all = Object.entries(releases);
  const first = all.findIndex(([version]) => version === (oldest ?? version));
  return Object.fromEntries(all.slice(first));
}

/** Collect the names of the products by id, in one language. */
export function buildNames({ products }: Content, language: Language): ReportTexts['names'] {
  return Object.fromEntries(products.map((product) => [product.id, namesOf(product, language)]));
}

function namesOf({ yaml, settings }: Product, language: Language): ProductNames {
  const { title, programs, backend } = yaml;
  return {
    program: title,
    nameInText: yaml['name-in-text']?.[language] ?? title,
    programs,
    ...(backend && { backend: backend.name }),
    ...(settings && { configuration: settings.file }),
    ...(settings?.check && { check: settings.check.command }),
    ...(yaml['log-line'] !== undefined && { line: yaml['log-line'] }),
  };
}

/** The parts of a guide that only its page shows, not a report. */
const PAGE_ONLY_PARTS: readonly PartName[] = ['Signs', 'Send'];

/**
 * Build words/<lang>.json from the content: the prose of reports, without the parts that only pages
 * and the terminal show, and without the texts of `buildRareTexts`. Guides are grouped by category,
 * because they share words and the compression window of gzip is only 32 KB.
 */
export function buildReportWords(content: Content, language: Language): ReportTexts {
  const words = buildWords(content, language);
  const answering = answeringGuides(content);
  const isShown = isShownInReports(content);
  const guides = inCategories(content.guides).map((guide): [string, GuideText] => {
    const { slug, prose, yaml } = guide;
    if (answering.has(slug) && !yaml.rare) return [slug, guideInReport(guide, language, isShown)];
    const { title, summary, past } = prose[language].head;
    return [
      slug,
      {
        title,
        summary: '',
        symptoms: [],
        changes: {},
        effect: yaml.effect,
        parts: [],
        // Shown until the texts are loaded, and as the headline of a report on a resolved fault.
        ...(yaml.rare && { summary, isRare: true, ...(past !== undefined && { past }) }),
      },
    ];
  });
  const isRare = leadsToRareOnly(content);
  return {
    ...words,
    entries: Object.fromEntries(
      Object.entries(words.entries).map(([id, text]) => [
        id,
        isRare(id) ? RARE_ENTRY : withoutTitle(text),
      ]),
    ),
    guides: Object.fromEntries(guides),
    diagrams: diagramsIn(guides, words),
    missing: followUpsIn(words, (key) => !isOfRareGuide(key, content)),
  };
}

/** Return the follow-ups of each product whose keys fulfill a condition. */
function followUpsIn(
  { missing }: ReportTexts,
  has: (key: string) => boolean,
): ReportTexts['missing'] {
  return Object.fromEntries(
    Object.entries(missing).map(([product, asks]) => [
      product,
      Object.fromEntries(Object.entries(asks).filter(([key]) => has(key))),
    ]),
  );
}

/** Return whether a follow-up confirms a rare guide. */
function isOfRareGuide(key: string, { guides }: Content): boolean {
  return guides.some(({ slug, yaml }) => yaml.rare && key === `guide:${slug}`);
}

/** An entry whose texts are loaded later. Until then, it says as little as a vague entry. */
const RARE_ENTRY: EntryText = { title: '', summary: '', vague: true, isRare: true };

/** Leave out the title of an entry, which the catalog contains. */
function withoutTitle(text: EntryText): EntryText {
  return { ...text, title: '' };
}

/**
 * Build words/<lang>/rare-texts.<hash>.json: the prose of rare guides in reports, what confirms
 * them, and the entries that lead to no other guides.
 */
export function buildRareTexts(content: Content, language: Language): RareTexts {
  const words = buildWords(content, language);
  const answering = answeringGuides(content);
  const isShown = isShownInReports(content);
  const guides = inCategories(content.guides)
    .filter(({ slug, yaml }) => yaml.rare && answering.has(slug))
    .map((guide): [string, GuideText] => [guide.slug, guideInReport(guide, language, isShown)]);
  const isRare = leadsToRareOnly(content);
  const entries = Object.entries(words.entries).filter(([id]) => isRare(id));
  return {
    entries: Object.fromEntries(entries.map(([id, text]) => [id, withoutTitle(text)])),
    guides: Object.fromEntries(guides),
    diagrams: diagramsIn(guides, words),
    missing: followUpsIn(words, (key) => isOfRareGuide(key, content)),
  };
}

/** Return whether an entry leads to guides, and to rare ones only. */
function leadsToRareOnly(content: Content): (entryId: string) => boolean {
  const rare = new Set(content.guides.flatMap(({ slug, yaml }) => (yaml.rare ? slug : [])));
  return (entryId) => {
    const guides = guidesOf(content, entryId);
    return guides.length > 0 && guides.every((slug) => rare.has(slug));
  };
}

function inCategories(guides: Guide[]): Guide[] {
  return [...guides].sort((a, b) =>
    a.yaml.category < b.yaml.category
      ? -1
      : a.yaml.category > b.yaml.category
        ? 1
        : a.yaml.order - b.yaml.order,
  );
}

/** Return the texts of a guide that a report can show. */
function guideInReport(
  guide: Guide,
  language: Language,
  isShown: ReturnType<typeof isShownInReports>,
): GuideText {
  const { prose, yaml } = guide;
  const { head, parts } = prose[language];
  return {
    ...head,
    symptoms: [],
    summary: hasFewCauses(parts) ? '' : head.summary,
    changes: inLanguage(yaml.changes, language),
    effect: yaml.effect,
    parts: parts.flatMap((part) => partInReport(part, yaml, isShown(guide))),
  };
}

/** Return the text alternatives of the diagrams in guides. */
function diagramsIn(
  guides: [string, GuideText][],
  { diagrams }: ReportTexts,
): ReportTexts['diagrams'] {
  const drawn = new Set(
    guides
      .flatMap(([, { parts }]) => allBlocks(parts))
      .flatMap((block) => (block.kind === 'diagram' ? [block.of] : [])),
  );
  return Object.fromEntries(Object.entries(diagrams).filter(([slug]) => drawn.has(slug)));
}

/** Return whether a report can list all causes of a guide, which it shows instead of a summary. */
function hasFewCauses(parts: Part[]): boolean {
  const causes = parts.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'cause'));
  return causes.length > 0 && causes.length <= MAX_OPEN;
}

/**
 * Reduce a part to the content that a report can show. A cause keeps its title and verdict, but
 * only if some evidence leaves the cause possible.
 */
function partInReport(
  { name, blocks }: Part,
  { evidence }: GuideYaml,
  isShown: (block: Block) => boolean,
): Part[] {
  if (PAGE_ONLY_PARTS.includes(name)) return [];
  const named = new Set(evidence.flatMap(({ cause }) => cause ?? []));
  const isListed = blocks.length <= MAX_OPEN && evidence.some(({ cause }) => cause === undefined);
  const shown = blocks.filter(isShown).map((block): Block => {
    if (block.kind !== 'cause') return block;
    const { kind, id, steps } = block;
    return isListed || named.has(id)
      ? { ...block, children: [] }
      : { kind, id, title: '', ...(steps && { steps }), children: [] };
  });
  return [{ name, blocks: shown }];
}

/** Build words/<lang>/titles.json from the content: the parts of pages that the search shows. */
export function buildTitles(content: Content, language: Language): Titles {
  return {
    language,
    entries: Object.fromEntries(
      content.entries.map((entry) => [
        entry.id,
        titleRow(entry, guidesOf(content, entry.id), language),
      ]),
    ),
    guides: Object.fromEntries(
      content.guides.map(({ slug, prose }) => [
        slug,
        {
          title: prose[language].head.title,
          summary: prose[language].head.summary,
          platforms: platformsOf(prose[language].parts),
        },
      ]),
    ),
    tables: Object.fromEntries(
      content.tables.map(({ slug, yaml }) => [
        slug,
        inLanguage({ title: yaml.title, summary: yaml.summary }, language),
      ]),
    ),
    catalogs: catalogTitles(content, language),
    products: productsInTitles(content),
    popular: [
      ...new Set([
        ...content.site.home.symptoms.flatMap(({ guide }) => (guide ? [`guide:${guide}`] : [])),
        ...content.site.examples.map(({ guide }) => `guide:${guide}`),
      ]),
    ],
    ...(content.site.guides.collect && { collect: content.site.guides.collect }),
  };
}

function productsInTitles(content: Content): Titles['products'] {
  const products = content.products.length > 1 ? content.products : [];
  return Object.fromEntries(
    products.map((product) => [
      product.id,
      {
        title: product.yaml.title,
        catalogs: [...ownCatalogs(content, product)],
        guides: pagesOf(content, product).pages.flatMap((page) =>
          page.startsWith('guide:') ? page.slice('guide:'.length) : [],
        ),
      },
    ]),
  );
}

function catalogTitles({ catalogs }: Content, language: Language): Record<string, string> {
  return Object.fromEntries(catalogs.map(({ name, title }) => [name, title[language]]));
}

/**
 * Build words/<lang>/symptoms.json from the content: search phrases, those of the given language
 * first.
 */
export function buildSymptoms(content: Content, language: Language): Symptoms {
  const others = content.site.languages.filter((other) => other !== language);
  return {
    guides: Object.fromEntries(
      content.guides.map(({ slug, prose }) => [
        slug,
        [
          ...new Set([
            ...prose[language].head.symptoms,
            ...others.flatMap((other) => [prose[other].head.title, ...prose[other].head.symptoms]),
          ]),
        ],
      ]),
    ),
    headings: buildHeadingWords(content, language),
    elsewhere: inLanguage(content.elsewhere, language),
    thesaurus: mergeThesaurus(content),
    connectionGuides: content.guides.flatMap(({ slug, yaml }) =>
      yaml.category === 'network' ? [slug] : [],
    ),
    products:
      content.products.length > 1 ? content.products.map((one) => pagesOf(content, one)) : [],
    codes: buildCodes(content),
  };
}

/** Return the words that name a product, and the pages about it alone, as ids of the search. */
function pagesOf(content: Content, product: Product): Symptoms['products'][number] {
  const { entries, guides, products } = content;
  const own = ownCatalogs(content, product);
  const others = new Set(products.flatMap((other) => [...ownCatalogs(content, other)]));
  for (const catalog of own) others.delete(catalog);
  const isAboutIt = ({ products: named, evidence }: GuideYaml): boolean => {
    if (named) return named.every((id) => id === product.id);
    const catalogs = evidence.flatMap(({ chain }) => chain.map((id) => id.split('/')[0] ?? ''));
    return (
      catalogs.some((catalog) => own.has(catalog)) &&
      !catalogs.some((catalog) => others.has(catalog))
    );
  };
  const { title, programs, 'asked-as': askedAs } = product.yaml;
  return {
    words: [title, ...programs, ...askedAs],
    pages: [
      ...guides.flatMap(({ slug, yaml }) => (isAboutIt(yaml) ? [`guide:${slug}`] : [])),
      ...entries.flatMap(({ id, catalog }) => (own.has(catalog) ? [`entry:${id}`] : [])),
    ],
  };
}

/** Return the catalogs of a product that no other product has. */
function ownCatalogs({ products }: Content, { id, yaml }: Product): Set<string> {
  const shared = new Set(products.flatMap((other) => (other.id === id ? [] : other.yaml.catalogs)));
  return new Set(yaml.catalogs.filter((catalog) => !shared.has(catalog)));
}

/** Merge the thesaurus files; several may list slips of the same word. */
function mergeThesaurus({ thesaurus }: Content): Symptoms['thesaurus'] {
  const merged = Object.entries(thesaurusInSearch).map(([name, field]) => {
    const values = thesaurus.map((file) => file[name as keyof typeof thesaurusInSearch]);
    const isList = Array.isArray(field.parse(undefined));
    return [name, isList ? values.flat() : mergeLists(values as Lists[])];
  });
  return Object.fromEntries(merged) as Symptoms['thesaurus'];
}

type Lists = Record<string, string[]>;

function mergeLists(records: Lists[]): Lists {
  const merged = new Map<string, string[]>();
  for (const [word, list] of records.flatMap(Object.entries<string[]>))
    merged.set(word, [...(merged.get(word) ?? []), ...list]);
  return Object.fromEntries(merged);
}

function entryWords(content: Content, language: Language): Record<string, EntryText> {
  return Object.fromEntries(content.entries.map((entry) => [entry.id, wordsOf(entry, language)]));
}

function wordsOf(entry: Entry, language: Language): EntryText {
  const { summary, verdict } = entry.prose[language].head;
  const [only, ...others] = entry.yaml.platforms;
  const platform = others.length === 0 && OSES.find((os) => os === only);
  return {
    title: titleOf(entry),
    summary,
    ...(verdict !== undefined && { verdict }),
    ...(entry.yaml.vague && { vague: true }),
    ...(entry.yaml.act === 'wait' && { canWait: true as const }),
    ...(platform && { platform }),
  };
}

const MAX_GUIDES = 3;

function titleRow(entry: Entry, guides: string[], language: Language): Titles['entries'][string] {
  const { level, platforms } = entry.yaml;
  return {
    title: titleOf(entry),
    summary: entry.prose[language].head.summary,
    ...(level && { level }),
    ...(platforms.length < platform.options.length && { platforms }),
    ...(guides.length > 0 && { guides: guides.slice(0, MAX_GUIDES) }),
  };
}

/** Return the title of an entry: its current wording, for readers. */
export function titleOf(entry: Entry): string {
  return messageTitle(entry.yaml.templates[0]?.text ?? '');
}
