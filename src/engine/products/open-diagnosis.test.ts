import { describe, expect, it } from 'vitest';
import type { Catalog, CatalogProduct } from '../../model/catalog.ts';
import type { Report } from '../../model/report.ts';
import { answer, lookUp } from '../answers/look-up.ts';
import { encode } from '../lines/bytes.ts';
import { entry, guide, smallCatalog } from '../small-catalog.ts';
import { compile } from './matcher.ts';
import { openDiagnosis } from './open-diagnosis.ts';

const AGENT = smallCatalog([
  guide('agent-refused', [{ chain: ['agent/post-failed', '..'], confidence: 'certain' }]),
]);
const [AGENT_PRODUCT] = AGENT.products as [CatalogProduct];

/** A product with the headers of the agent, but messages of its own. */
const SIDECAR: CatalogProduct = {
  ...AGENT_PRODUCT,
  id: 'sidecar',
  catalogs: ['sidecar', 'network'],
  plain: ['sidecar'],
  programs: ['agentd-sidecar'],
  names: ['agentd-sidecar'],
  helpers: [],
};
/** A product with headers of its own. */
const PROXY: CatalogProduct = {
  ...AGENT_PRODUCT,
  id: 'proxy',
  catalogs: ['proxy', 'network'],
  plain: ['proxy'],
  programs: ['proxyd'],
  names: ['proxyd'],
  helpers: [],
  headers: ['{date} {clock} [{level}] {tag}: '],
  tags: ['core', 'http'],
};
const CATALOG: Catalog = {
  ...AGENT,
  products: [{ ...AGENT_PRODUCT, siblings: { 'agentd-sidecar': 'sidecar' } }, PROXY, SIDECAR],
  entries: [
    ...AGENT.entries,
    entry('proxy/starting', 'proxy {version:word} starting', { role: 'info' }),
    entry('proxy/upstream-failed', 'upstream {name:word} failed: {cause}'),
    entry('sidecar/starting', 'starting agentd-sidecar {version:word}', { role: 'info' }),
    entry('sidecar/pod-unknown', 'failed to find the pod: {cause}'),
    entry('sidecar/stopped', 'the sidecar has stopped', { role: 'info' }),
  ],
};

function diagnose(log: string, catalog = CATALOG, chunk = Infinity): Report {
  const diagnosis = openDiagnosis(compile(catalog));
  const bytes = encode(log);
  for (let at = 0; at < bytes.length; at += chunk) diagnosis.push(bytes.subarray(at, at + chunk));
  return diagnosis.close();
}

const entriesOf = ({ findings }: Report): string[] =>
  findings.flatMap(({ chain }) => chain.map((link) => link.entry));
const clock = (at: number): string =>
  `${String(Math.floor(at / 3600)).padStart(2, '0')}:${String(Math.floor(at / 60) % 60).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
/** Return a log that is longer than the first bytes, by which a product is chosen. */
const longLog = (start: string[], line: string): string =>
  [...start, ...Array.from({ length: 1_000 }, (_, at) => `2026/01/02 ${clock(at)} ${line}`)].join(
    '\n',
  );

const AGENT_LOG = [
  '2026/01/02 00:00:00 INFO <main> Starting agent version:1.2.3',
  '2026/01/02 00:00:01 WARNING <main> post failed: dial 192.0.2.1:443: connection refused',
];
const PROXY_LOG = [
  '2026/01/02 00:00:00 [INFO] core: proxy 2.0 starting',
  '2026/01/02 00:00:01 [ERROR] http: upstream a failed: dial 192.0.2.1:443: connection refused',
];
const SIDECAR_LOG = [
  '2026/01/02 00:00:00 INFO <main> starting agentd-sidecar 3.0',
  '2026/01/02 00:00:01 WARNING <main> failed to find the pod: dial 192.0.2.1:443: connection refused',
];

describe('a log of one product', () => {
  it.each([
    ['agent', AGENT_LOG, ['agent/starting', 'agent/post-failed', 'network/refused']],
    ['proxy', PROXY_LOG, ['proxy/starting', 'proxy/upstream-failed', 'network/refused']],
    ['sidecar', SIDECAR_LOG, ['sidecar/starting', 'sidecar/pod-unknown', 'network/refused']],
  ])('is read as that of %s', (product, log, entries) => {
    const whole = diagnose(log.join('\n'));
    expect(whole.product).toBe(product);
    expect(entriesOf(whole)).toEqual(entries);
    const [, last = ''] = log;
    expect(diagnose(last).product, 'its last line alone').toBe(product);
    expect(diagnose(last.slice(20)).product, 'its last line without the time').toBe(product);
    const long = longLog(log, last.slice(20));
    expect(diagnose(long).product, 'a long log').toBe(product);
    expect(diagnose(long, CATALOG, 777), 'a long log in chunks').toEqual(diagnose(long));
  });
  it('is read as by a site with this product only', () => {
    for (const [index, log] of [AGENT_LOG, PROXY_LOG, SIDECAR_LOG].entries()) {
      const alone = { ...CATALOG, products: CATALOG.products.slice(index, index + 1) };
      const text = longLog(log, log[1]?.slice(20) ?? '');
      expect(diagnose(text)).toEqual(diagnose(text, alone));
    }
  });
  it('may begin with lines of other programs', () => {
    const others = Array.from({ length: 2_000 }, (_, at) => `web01 sshd: session ${at} opened`);
    for (const log of [AGENT_LOG, PROXY_LOG, SIDECAR_LOG])
      expect(diagnose([...others, ...log].join('\n'))).toMatchObject({
        product: diagnose(log.join('\n')).product,
        lines: { total: 2_002 },
      });
  });
});

describe('a log of no product', () => {
  it('is not recognized', () => {
    expect(diagnose('a line of text')).toMatchObject({ product: null, status: 'unrecognised' });
    expect(diagnose('')).toMatchObject({ product: null, status: 'unrecognised' });
    expect(diagnose('a', { ...CATALOG, products: [] }).product).toBe(null);
  });
});

describe('a single line', () => {
  it('is answered as a line of the product that knows it', () => {
    const matcher = compile(CATALOG);
    const text = 'failed to find the pod: dial 192.0.2.1:443: connection refused';
    expect(lookUp(matcher, text)?.entries).toEqual(['network/refused', 'sidecar/pod-unknown']);
    expect(answer(matcher, `ERROR <main> ${text}`)?.entries).toEqual([
      'network/refused',
      'sidecar/pod-unknown',
    ]);
  });
});

describe('a product with 40 catalogs', () => {
  const names = Array.from({ length: 40 }, (_, index) => `catalog-${index}`);
  const catalog = (holes: (name: string) => string[]): Catalog => ({
    ...AGENT,
    products: [{ ...AGENT_PRODUCT, catalogs: ['agent', ...names], plain: ['agent', ...names] }],
    entries: [
      ...AGENT.entries,
      ...names.map((name) =>
        entry(`${name}/failed`, `${name} failed: {cause}`, {
          holes: { cause: { catalogs: holes(name) } },
        }),
      ),
      ...names.map((name) =>
        entry(`${name}/cause`, `${name} is broken`, { nested: true, role: 'cause' }),
      ),
    ],
  });

  it('is read like any other', () => {
    const log = names
      .map((name) => `2026/01/02 00:00:00 ERROR <main> ${name} failed: ${name} is broken`)
      .join('\n');
    const report = diagnose(
      log,
      catalog(() => names),
    );
    expect(report.findings).toHaveLength(40);
    expect(report.findings.filter(({ rest }) => rest !== null)).toEqual([]);
  });
  it('may not distinguish more than 32 of them', () => {
    expect(() =>
      diagnose(
        'a',
        catalog((name) => [name]),
      ),
    ).toThrow(/^agent: .* distinguish 41 catalogs of this product, but at most 32/);
  });
});
