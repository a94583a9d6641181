import { describe, expect, it } from 'vitest';
import { inspectText } from '../../tests/helpers/inspect-text.ts';
import { openSidecarContent } from '../../tests/helpers/open-sidecar-content.ts';
import { buildCatalog, buildDetectionHints } from '../compiler/index.ts';
import { compile } from '../engine/index.ts';
import { detectKind } from './detect-kind.ts';
import { CONFIG, DF, LOG_START } from '../../tests/helpers/test-pastes.ts';

const content = openSidecarContent();
const hints = buildDetectionHints(content);
const sidecar = hints.filter(({ product }) => product === 'sidecar');
const YAML =
  'apikey: k\nroles:\n  - a:b\nplugin:\n  checks:\n    web:\n      command: check-http\n';

const detect = (text: string, products = hints, file: string | null = null): string => {
  const { kind, hints: found } = detectKind(text, products, file);
  return [kind, found?.product].flatMap((part) => part ?? []).join(' ');
};

describe('the product of a paste', () => {
  it.each([
    ['config mackerel-agent', CONFIG],
    ['config sidecar', YAML],
    ['config sidecar', 'plugin:\n  metrics:\n    a:\n      command: x\nroot: /x\n'],
    ['config sidecar', '---\nignoreContainer: x\nroot: /x\n'],
    ['config sidecar', '# plugin:\n#   metrics:\n#     a:\n'],
    ['config sidecar', 'plugin:\n  checkes:\n    web: check-http\n'],
    // One key may be of another program, or a sentence.
    ['log', 'apikey: k\n'],
    ['log', 'roles:\n  - a:b\nroot: /x\n'],
    ['log', 'probe:\n  http:\n    path: /\nroot: /x\n'],
    ['log', 'plugin:\n  checks: on\n'],
    ['log', 'plugin:\n  jenkins:\n    a: 1\n'],
    ['log', 'plugin:\n  jenkins:\n    a: 1\nroot: /x\n'],
    ['log', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: x\n'],
    ['log', 'apikey: where do I write it?\nI do not know.\nPlease help me.\nThanks.\n'],
    ['df mackerel-agent', DF],
    ['log', LOG_START],
  ])('%s: %j', (found, text) => expect(detect(text)).toBe(found));

  it('is found by the name of the file if the text can be from that file', () => {
    expect(detect('apikey: k\n', hints, 'sidecar.yaml')).toBe('config sidecar');
    expect(detect('apikey: k\n', hints, 'pod: conf/sidecar.yaml')).toBe('config sidecar');
    expect(detect('root = "/x"\n', hints, 'C:\\conf\\mackerel-agent.conf')).toBe(
      'config mackerel-agent',
    );
    expect(detect(LOG_START, hints, 'sidecar.yaml')).toBe('log');
  });

  it('is not found if no product can read the paste', () => {
    for (const text of [
      CONFIG,
      DF,
      '{"name":"my-org"}\n200\n',
      'SUCCESS (/etc/mackerel-agent/mackerel-agent.conf)\n',
      '● mackerel-agent.service - x\n   Loaded: loaded\n   Active: failed\n',
    ]) {
      expect(detect(text, sidecar)).toBe('log');
      expect(detect(text, [])).toBe('log');
    }
  });
});

describe('a YAML configuration', () => {
  const matcher = compile(buildCatalog(content));
  const inspect = (text: string) => inspectText(content, matcher, text);

  it('is checked for the product that it belongs to', async () => {
    expect(await inspect(YAML)).toMatchObject({
      kind: 'config',
      product: 'sidecar',
      status: 'healthy',
      inspections: [{ kind: 'config', product: 'sidecar', problems: [], plugins: { checks: 1 } }],
    });
  });

  it('is found above and below a log', async () => {
    const wrong = YAML.replace('command', 'comand');
    for (const [text, line] of [
      [wrong + LOG_START, 7],
      [LOG_START + wrong, 9],
    ] as const)
      expect(await inspect(text)).toMatchObject({
        kind: 'log',
        product: 'mackerel-agent',
        inspections: [
          {
            product: 'sidecar',
            problems: [{ code: 'unknown-key', effect: 'stops', line }],
          },
        ],
      });
  });

  it('has its secrets masked in the log', async () => {
    const key = '4bQ8e2TzPpLxVnKJr7YwUcMhDsGfAa19';
    const report = await inspect(YAML.replace('apikey: k', `Apikey: ${key}\napikey: ${key}`));
    expect(JSON.stringify(report)).not.toContain(key);
  });
});
