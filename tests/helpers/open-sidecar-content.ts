import type { Content } from '../../src/compiler/index.ts';
import { pasteBlocks } from '../../src/model/schemas/pastes.ts';
import { settingsSchema } from '../../src/model/schemas/settings.ts';
import { openSampleContent } from './open-sample-content.ts';

const about = { en: 'x', ja: 'x' };

/** config.yaml of a product whose configuration is YAML. */
const SETTINGS = settingsSchema.parse({
  file: 'sidecar.yaml',
  format: 'yaml',
  'common-tables': ['probe'],
  settings: [
    { paths: ['apikey'], type: 'string', secret: true, guide: 'key-rejected', about },
    { paths: ['root'], type: 'string', common: true, about },
    { paths: ['roles'], type: 'strings', format: 'role', common: true, about },
    { paths: ['displayName'], type: 'string', common: true, about },
    { paths: ['ignoreContainer'], type: 'pattern', about },
    { paths: ['status'], type: 'string', values: ['working', 'standby'], about },
    {
      paths: ['probe.exec.command', 'plugin.metrics.*.command', 'plugin.checks.*.command'],
      type: 'command',
      required: true,
      about,
    },
    { paths: ['probe.http.path'], type: 'string', required: true, about },
    { paths: ['probe.http.headers'], type: 'tables', about },
    { paths: ['probe.periodSeconds'], type: 'integer', min: 0, about },
    { paths: ['plugin.metrics.*.user', 'plugin.checks.*.user'], type: 'string', about },
    { paths: ['plugin.metrics.*.timeoutSeconds'], type: 'integer', about },
    {
      paths: ['plugin.metrics.*.env.*', 'plugin.checks.*.env.*'],
      type: 'string',
      about,
    },
    { paths: ['plugin.checks.*.memo'], type: 'string', about },
  ],
  environment: {
    prefix: 'SIDECAR_',
    variables: [
      { paths: ['SIDECAR_APIKEY'], type: 'string', secret: true, guide: 'key-rejected', about },
      { paths: ['SIDECAR_PLATFORM'], type: 'string', values: ['ecs', 'kubernetes'], about },
      { paths: ['SIDECAR_ROLES'], type: 'strings', format: 'role', about },
      { paths: ['SIDECAR_IGNORE'], type: 'pattern', about },
      { paths: ['SIDECAR_MINUTES'], type: 'integer', about },
      { paths: ['SIDECAR_NODE'], type: 'string', field: 'status.hostIP', about },
    ],
  },
  alternatives: [['probe.exec', 'probe.http']],
  problems: Object.fromEntries(
    [
      'characters',
      'backslash',
      'syntax',
      'duplicate',
      'type',
      'pattern',
      'value',
      'command-missing',
      'command-type',
      'role',
      'alternatives',
      'section-name',
    ]
      .map((code) => [code, { effect: 'stops' }])
      .concat(
        ['unknown-key', 'wrong-table', 'other-plugins'].map((code) => [
          code,
          { effect: 'changed' },
        ]),
        [['unchecked', { effect: 'note' }]],
      ),
  ),
});

/** Open the small content with a second product, `sidecar`, which has only a configuration. */
export function openSidecarContent(): Content {
  const content = openSampleContent();
  const [product] = content.products;
  if (!product) throw new Error('the small content has no product');
  const yaml = Object.fromEntries(
    Object.entries(product.yaml).filter(([name]) => !(name in pasteBlocks)),
  ) as typeof product.yaml;
  return {
    ...content,
    products: [product, { ...product, id: 'sidecar', yaml, settings: SETTINGS, cases: [] }],
  };
}
