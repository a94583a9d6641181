import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Catalog, CatalogEntry, CatalogProduct } from '../../src/engine/index.ts';
import type { Level } from '../../src/model/levels.ts';

/** A rule of the benchmark: a parsed Go format string. */
export interface PerfRule {
  id: string;
  level: Level;
  tag: string;
  fmt: string;
  parts: ({ lit: string } | { hole: 's' | 'd' | 'q' | 'v' })[];
}

/** Causes that can nest in a rule's cause hole, besides network errors: exec and TOML errors. */
const CAUSES = [
  ...[
    'exec-format',
    'exit-code',
    'fork-exec',
    'no-such-file',
    'permission-denied',
    'program-not-found',
    'cannot-fork',
    'cannot-allocate',
  ].map((slug) => `os/${slug}`),
  ...['toml-error', 'duplicate-key', 'incompatible-types', 'invalid-escape', 'invalid-utf8'].map(
    (slug) => `config/${slug}`,
  ),
];
const CAUSE_COUNT = 40;

/** Read the rules from `rules.json.gz` in a folder; the first 200 are those of the real agent. */
export function readPerfRules(folder: string): PerfRule[] {
  return JSON.parse(
    gunzipSync(readFileSync(join(folder, 'rules.json.gz'))).toString('utf8'),
  ) as PerfRule[];
}

/**
 * Build a catalog with an entry per rule, and the causes and the first product of the real catalog.
 */
export function makePerfCatalog(rules: readonly PerfRule[], real: Catalog): Catalog {
  const nested = real.entries.filter(
    ({ id, nested }) => CAUSES.includes(id) || (nested && id.startsWith('network/')),
  );
  const causes = nested
    .sort((a, b) => CAUSES.indexOf(b.id) - CAUSES.indexOf(a.id))
    .slice(0, CAUSE_COUNT);
  return {
    schema: 1,
    version: real.version,
    formats: real.formats,
    products: real.products.slice(0, 1).map((product) => withMilestones(product, rules)),
    entries: [...rules.map(makeEntry), ...causes],
    guides: [],
  };
}

function makeEntry({ id, level, tag, parts }: PerfRule): CatalogEntry {
  const text = parts
    .map((part, index) =>
      'lit' in part ? part.lit.replaceAll('{', '{{') : holeOf(part.hole, index, parts.length),
    )
    .join('');
  return {
    id: idOf(id),
    messages: [],
    role: level === 'DEBUG' || level === 'INFO' ? 'info' : 'cause',
    templates: [{ text, level, tag }],
  };
}

/** `%q` prints its own quotes. `%s` and `%v` print anything; at the end of a message, the cause. */
function holeOf(verb: 's' | 'd' | 'q' | 'v', index: number, count: number): string {
  if (verb === 'q') return `"{h${index}:quoted}"`;
  if (verb === 'd') return `{h${index}:int}`;
  return index === count - 1 ? '{cause}' : `{h${index}:text}`;
}

const idOf = (rule: string): string => `agent/${rule.toLowerCase()}`;

function withMilestones(product: CatalogProduct, rules: readonly PerfRule[]): CatalogProduct {
  const idByFormat = (fmt: string): string =>
    idOf(rules.find((rule) => rule.fmt.startsWith(fmt))?.id ?? '');
  const starting = idByFormat('Starting mackerel-agent');
  return {
    ...product,
    milestones: {
      trying: [],
      starting,
      started: idByFormat('Start: apibase'),
      stopping: [idByFormat("Received signal '%v'")],
      restarting: [idByFormat('mackerel-agent abnormally finished')],
    },
    version: { entry: starting, hole: 'h1' },
  };
}
