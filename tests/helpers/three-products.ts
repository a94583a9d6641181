import type { Catalog, CatalogProduct } from '../../src/model/catalog.ts';
import { entry, guide, smallCatalog } from './small-catalog.ts';

const [SMALL] = smallCatalog([]).products as [CatalogProduct];

/** A product with the messages of the small catalog. */
export const AGENT: CatalogProduct = {
  ...SMALL,
  siblings: { sidecard: 'sidecar', litelogd: 'litelogd' },
  tags: ['main'],
};

/** A product with the same headers, but messages of its own. */
const SIDECAR: CatalogProduct = {
  ...AGENT,
  id: 'sidecar',
  catalogs: ['sidecar', 'network'],
  plain: ['sidecar'],
  programs: ['sidecard'],
  names: ['sidecard'],
  siblings: {},
  helpers: [],
};

/** A product with headers of its own. */
const PROXY: CatalogProduct = {
  ...AGENT,
  id: 'proxy',
  catalogs: ['proxy', 'network'],
  plain: ['proxy'],
  programs: ['proxyd'],
  names: ['proxyd'],
  siblings: {},
  helpers: [],
  headers: ['{date} {clock} [{level}] {tag}: '],
  tags: ['core', 'http'],
};

/** The catalog of a site with three products. */
export const THREE_PRODUCTS: Catalog = {
  ...smallCatalog(
    [guide('refused', [{ chain: ['..', 'network/refused'], confidence: 'certain' }])],
    [
      entry('proxy/starting', 'proxy {version:word} starting', { role: 'info' }),
      entry('proxy/upstream-failed', 'upstream {name:word} failed: {cause}'),
      entry('sidecar/starting', 'starting sidecard {version:word}', { role: 'info' }),
      entry('sidecar/pod-unknown', 'failed to find the pod: {cause}'),
      entry('sidecar/stopped', 'the sidecar has stopped', { role: 'info' }),
    ],
  ),
  formats: {
    'json-fields': ['log', 'MESSAGE'],
    'json-programs': ['SYSLOG_IDENTIFIER', 'container_name'],
    'json-sources': ['pod_name', 'host'],
    writers: [],
    accounts: [],
    software: [],
    envelopes: [
      { text: '{month} {day} {clock} {host:word} {program}[{pid:int}]: ' },
      { text: '{month} {day} {clock} {host:word} {program}: ' },
      { text: '{container:column}| ' },
      { text: '[pod/{pod:word}/{container:word}] ' },
    ],
  },
  products: [AGENT, PROXY, SIDECAR],
};

export const AGENT_LOG = [
  '2026/01/02 00:00:00 INFO <main> Starting agent version:1.2.3',
  '2026/01/02 00:00:01 WARNING <main> post failed: dial 192.0.2.1:443: connection refused',
];
export const PROXY_LOG = [
  '2026/01/02 00:00:00 [INFO] core: proxy 2.0 starting',
  '2026/01/02 00:00:01 [ERROR] http: upstream a failed: dial 192.0.2.1:443: connection refused',
];
export const SIDECAR_LOG = [
  '2026/01/02 00:00:00 INFO <main> starting sidecard 3.0',
  '2026/01/02 00:00:01 WARNING <main> failed to find the pod: dial 192.0.2.1:443: connection refused',
];
