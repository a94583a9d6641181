import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Catalog, CatalogEntry, CatalogProduct, Level } from '../../engine/index.ts';

/** One of the benchmark's rules: a Go format string taken apart. */
export interface PerfRule {
  id: string;
  level: Level;
  tag: string;
  fmt: string;
  parts: ({ lit: string } | { hole: 's' | 'd' | 'q' | 'v' })[];
}

/** What can nest in a rule's cause hole besides the network's errors: a program that cannot be run, a TOML file that cannot be read. */
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

/** Read the benchmark's rules from the folder that holds `rules.json.gz`; the first 200 are the real agent's. */
export function readPerfRules(folder: string): PerfRule[] {
  return JSON.parse(
    gunzipSync(readFileSync(join(folder, 'rules.json.gz'))).toString('utf8'),
  ) as PerfRule[];
}

/** Make a catalog of the benchmark's rules, one entry a rule, with the causes and the product of the real catalog. */
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
    products: real.products.map((product) => withMilestones(product, rules)),
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

/** `%q` prints its own quotes. `%s` and `%v` print anything: at the end of a message that is why it happened. */
function holeOf(verb: 's' | 'd' | 'q' | 'v', index: number, count: number): string {
  if (verb === 'q') return `"{h${index}:quoted}"`;
  if (verb === 'd') return `{h${index}:int}`;
  return index === count - 1 ? '{cause}' : `{h${index}:text}`;
}

const idOf = (rule: string): string => `agent/${rule.toLowerCase()}`;

function withMilestones(product: CatalogProduct, rules: readonly PerfRule[]): CatalogProduct {
  const at = (fmt: string): string =>
    idOf(rules.find((rule) => rule.fmt.startsWith(fmt))?.id ?? '');
  const starting = at('Starting mackerel-agent');
  return {
    ...product,
    milestones: {
      starting,
      started: at('Start: apibase'),
      stopping: [at("Received signal '%v'")],
      restarting: [at('mackerel-agent abnormally finished')],
    },
    version: { entry: starting, hole: 'h1' },
  };
}
