import { createHash } from 'node:crypto';
import type {
  Catalog,
  CatalogEntry,
  CatalogEvidence,
  CatalogGuide,
  CatalogHole,
  CatalogProduct,
  CatalogTemplate,
} from '../model/catalog.ts';
import { CATEGORIES, type GuideYaml } from './schemas/guide.ts';
import type { Content, Entry, Guide, Product } from './content.ts';

/** Tie-breaker between answers: the general guides of start-here come last. */
const ORDER = [...CATEGORIES.filter((category) => category !== 'start-here'), 'start-here'];

/** Build catalog.json from the content: everything that the engine needs, without prose. */
export function buildCatalog(content: Content): Catalog {
  const known = {
    entries: content.entries.map(buildEntry),
    guides: content.guides.map(buildGuide),
    products: content.products.map(buildProduct),
  };
  return { schema: 1, version: versionOf(known), ...known };
}

/** Hash the content, so that sites with equal content have equal versions. */
function versionOf(known: Omit<Catalog, 'schema' | 'version'>): string {
  return createHash('sha256').update(JSON.stringify(known)).digest('hex').slice(0, 10);
}

function buildProduct({ id, yaml }: Product): CatalogProduct {
  const {
    plain,
    foreign,
    common,
    programs,
    helpers,
    writers,
    names,
    siblings,
    tags,
    problem,
    headers,
    envelopes,
    milestones,
    version,
    host,
    retired,
    crash,
    missing,
  } = yaml;
  const asks = Object.fromEntries(
    Object.entries(missing).flatMap(([key, { after }]) => (after.length > 0 ? [[key, after]] : [])),
  );
  return {
    id,
    plain,
    foreign,
    common,
    programs,
    helpers,
    writers,
    names,
    siblings,
    tags,
    ownValues: yaml['own-values'],
    problem,
    headers,
    jsonFields: yaml['json-fields'],
    jsonPrograms: yaml['json-programs'],
    envelopes: envelopes.map(({ text, csv }) => ({ text, ...(csv && { csv }) })),
    milestones,
    version,
    host,
    retired,
    crash,
    queueHours: yaml['queue-hours'],
    trySeconds: yaml['try-seconds'],
    drainShare: yaml['drain-share'],
    alertMinutes: yaml['alert-minutes'],
    asks,
  };
}

function buildEntry({ id, yaml }: Entry): CatalogEntry {
  const all = [...new Set(yaml.templates.flatMap((template) => template.messages))];
  const templates = yaml.templates.map((template): CatalogTemplate => {
    const {
      text,
      level,
      tag,
      messages: [message],
      since,
      until,
    } = template;
    return {
      ...(message !== undefined && { message: all.indexOf(message) }),
      text,
      ...(level && { level }),
      ...(tag !== undefined && { tag }),
      ...(since && { since }),
      ...(until && { until }),
    };
  });
  const holes = Object.entries(yaml.holes).map(([name, hole]): [string, CatalogHole] => [
    name,
    {
      ...(hole.key && { key: true as const }),
      ...(hole.quoted && { quoted: true as const }),
      ...(hole.catalogs && { catalogs: hole.catalogs }),
      ...(hole.moment && { moment: true as const }),
    },
  ]);
  return {
    id,
    role: yaml.role,
    templates,
    ...(holes.length > 0 && { holes: Object.fromEntries(holes) }),
    ...(yaml.nested && { nested: true as const }),
    ...(yaml.common && { common: true as const }),
    ...(yaml.ends && { ends: yaml.ends }),
    ...(yaml.repeats && { repeats: seconds(yaml.repeats) }),
    ...(yaml['over-after'].length > 0 && { overAfter: yaml['over-after'] }),
    ...(yaml['holds-back'] && { holdsBack: yaml['holds-back'] }),
    ...(yaml['drops-refused'] !== undefined && { dropsRefused: yaml['drops-refused'] }),
    ...(yaml.drops && { drops: yaml.drops }),
    ...(yaml.status !== undefined && { status: yaml.status }),
    ...(yaml.momentary && { momentary: true as const }),
    ...(yaml.leaves !== undefined && { leaves: yaml.leaves }),
    ...(yaml['at-start'] && { atStart: true as const }),
    ...(yaml['another-runs'] && { anotherRuns: true as const }),
    ...(yaml['ends-with'] !== undefined && { endsWith: yaml['ends-with'] }),
    ...(yaml['told-by'] !== undefined && { toldBy: yaml['told-by'] }),
    // All entries have `messages`; as the last key it compresses best.
    messages: all,
  };
}

function buildGuide({ slug, yaml }: Guide): CatalogGuide {
  return {
    id: slug,
    effect: yaml.effect,
    evidence: yaml.evidence.map((evidence): CatalogEvidence =>
      buildEvidence(evidence, yaml.versions?.affected),
    ),
    ...(yaml['explains-away'].length > 0 && { explainsAway: yaml['explains-away'] }),
    ...(yaml['contradicted-by'].length > 0 && {
      contradictedBy: yaml['contradicted-by'].map(({ entry }) => entry),
    }),
    ...(yaml.decides && { decides: true as const }),
    order: ORDER.indexOf(yaml.category) * 100 + yaml.order,
  };
}

function buildEvidence(
  evidence: GuideYaml['evidence'][number],
  affectedByGuide: string | undefined,
): CatalogEvidence {
  const affected = evidence.versions?.affected ?? affectedByGuide;
  return {
    chain: evidence.chain,
    ...(evidence.where && { where: evidence.where }),
    ...(evidence['where-not'] && { whereNot: evidence['where-not'] }),
    ...(evidence.except.length > 0 && { except: evidence.except }),
    ...(evidence.without !== undefined &&
      evidence.within !== undefined && {
        without: evidence.without,
        within: seconds(evidence.within),
      }),
    ...(evidence.then !== undefined && { then: evidence.then }),
    ...(evidence.again !== undefined && { again: evidence.again }),
    ...(evidence.beside !== undefined && { beside: evidence.beside }),
    ...(affected !== undefined && { affected }),
    ...(evidence.cause !== undefined && { causes: [evidence.cause].flat() }),
    confidence: evidence.confidence,
  };
}

const UNITS: Record<string, number> = { s: 1, m: 60, h: 3600 };

function seconds(duration: string): number {
  return Number(duration.slice(0, -1)) * (UNITS[duration.slice(-1)] ?? 1);
}
