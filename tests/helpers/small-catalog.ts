import type { Catalog, CatalogEntry, CatalogGuide } from '../../src/model/catalog.ts';
import type { Reading, Report } from '../../src/model/report.ts';
import { compile } from '../../src/engine/products/matcher.ts';
import { compileProduct, type ProductMatcher } from '../../src/engine/templates/matcher.ts';
import { openDiagnosis } from '../../src/engine/products/open-diagnosis.ts';

/** Create an entry for a test: a consequence with one wording. */
export function entry(id: string, text: string, more: Partial<CatalogEntry> = {}): CatalogEntry {
  return { id, messages: [], role: 'consequence', templates: [{ text }], ...more };
}

/** Create a guide for a test. */
export function guide(
  id: string,
  evidence: CatalogGuide['evidence'],
  more: Partial<CatalogGuide> = {},
): CatalogGuide {
  return { id, effect: 'degrades', evidence, 'explains-away': [], order: 1, ...more };
}

const ENTRIES: CatalogEntry[] = [
  entry('agent/starting', 'Starting agent version:{version:word}', { role: 'info' }),
  entry('agent/started', 'Started agent', {
    role: 'info',
    templates: [{ text: 'Started agent' }, { text: 'Started agent on {id:word}' }],
  }),
  entry('agent/stopping', 'Stopping agent', { role: 'info' }),
  entry('agent/start-failed', 'start failed: {cause}', {
    ends: 'program',
  }),
  entry('agent/post-failed', 'post failed: {cause}', {
    repeats: 60,
    'holds-back': 'metrics',
    'over-after': ['agent/posted'],
  }),
  entry('agent/posted', 'posted', { role: 'info' }),
  entry('agent/checks-failed', 'checks failed: {cause}', {
    repeats: 30,
    'holds-back': 'checks',
    'drops-refused': true,
  }),
  entry('agent/gave-up', 'gave up', { drops: 'metrics' }),
  entry('agent/child-ended', 'child ended', { 'over-after': ['agent/started'] }),
  entry('agent/restarting', 'restarting', { 'over-after': ['agent/started'] }),
  entry('agent/running', 'already running', { ends: 'program', 'another-runs': true }),
  entry('agent/hiccup', 'hiccup: {cause}', { momentary: true }),
  entry('agent/updated', 'updated', { 'ends-with': 'agent/stopping' }),
  entry('agent/retired', 'retired {id:word}', { role: 'info' }),
  entry('agent/idle', 'idle', { role: 'info' }),
  entry('network/refused', 'dial {addr}: connection refused', { role: 'cause' }),
  entry('network/expired', 'certificate expired: current time {now:word} is after {limit:word}', {
    role: 'cause',
  }),
  entry('api/error', 'answer: {cause}', { status: 'any', holes: { cause: { catalogs: ['api'] } } }),
  entry('api/error-old', 'status: {status:int}', { role: 'cause' }),
  entry('api/forbidden', '403 Forbidden', { role: 'cause', status: 403 }),
  entry('api/unavailable', '503 Service Unavailable', { role: 'cause', status: 503 }),
];

/** Create the catalog of a small agent with the given guides and further entries. */
export function smallCatalog(guides: CatalogGuide[], entries: CatalogEntry[] = []): Catalog {
  const all = [...ENTRIES, ...entries];
  return {
    schema: 1,
    version: 'test',
    formats: {
      envelopes: [],
      'json-fields': [],
      'json-programs': [],
      'json-sources': [],
      writers: [],
      accounts: [],
      software: [],
    },
    products: [
      {
        id: 'agent',
        catalogs: catalogsOf(all),
        plain: ['agent'],
        foreign: [],
        common: [],
        'not-logged': [],
        programs: ['agentd'],
        helpers: ['agentd-setup'],
        names: ['agentd'],
        siblings: {},
        tags: [],
        'own-values': [],
        problem: 'WARNING',
        headers: ['{date} {clock} {level} <{tag}> ', '{date} {clock} {level} '],
        milestones: {
          starting: 'agent/starting',
          trying: [],
          started: 'agent/started',
          stopping: ['agent/stopping'],
          restarting: ['agent/restarting'],
        },
        version: { entry: 'agent/starting', hole: 'version' },
        host: { entry: 'agent/started', id: 'id', name: 'name' },
        retired: { entry: 'agent/retired', id: 'id' },
        delivery: {
          'queue-hours': 6,
          'try-seconds': 30,
          'drain-share': 0.25,
          'alert-minutes': 20,
        },
        continues: [],
        asks: { 'start-of-log': [], version: [], 'log-zone': [] },
      },
    ],
    entries: all,
    guides,
  };
}

function catalogsOf(entries: readonly CatalogEntry[]): string[] {
  return [...new Set(entries.map(({ id }) => id.slice(0, id.indexOf('/'))))];
}

/** Compile the first product of a catalog. */
export function compileFirst(catalog: Catalog): ProductMatcher {
  const [product] = catalog.products;
  if (!product) throw new Error('the catalog has no product');
  return compileProduct(catalog, product);
}

/**
 * Diagnose lines of a log. `03:05:00 WARNING post failed: x` gets a date and a tag; a line without
 * a time stays as it is.
 */
export function diagnose(catalog: Catalog, lines: string[], reading?: Reading): Report {
  const diagnosis = openDiagnosis(compile(catalog), reading);
  diagnosis.push(
    new TextEncoder().encode(
      lines
        .map((line) =>
          line.replace(
            /^(?:(\d\d) )?(\d\d:\d\d:\d\d) ([A-Z]+) /,
            (_, day = '02', clock, level) => `2026/01/${day} ${clock} ${level} <main> `,
          ),
        )
        .join('\n'),
    ),
  );
  return diagnosis.close();
}
