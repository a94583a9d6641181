import { describe, expect, it } from 'vitest';
import { inspectText } from '../../tests/helpers/inspect-text.ts';
import { openSidecarContent } from '../../tests/helpers/open-sidecar-content.ts';
import { processorTime } from '../../tests/helpers/processor-time.ts';
import { buildCatalog, buildDetectionHints } from '../compiler/index.ts';
import { compile } from '../engine/index.ts';
import { detectKind } from './detect-kind.ts';
import { findVariables } from './read-environment.ts';
import { LOG_START } from '../../tests/helpers/test-pastes.ts';

const content = openSidecarContent();
const hints = buildDetectionHints(content);
const matcher = compile(buildCatalog(content));
const KEY = '4bQ8e2TzPpLxVnKJr7YwUcMhDsGfAa19';

/** The variables as `line:column NAME=value`. */
const variables = (text: string): string[] =>
  findVariables(text.split('\n'), 'SIDECAR_').map(
    ({ name, place, value }) =>
      `${value?.place.line ?? place.line}:${value?.place.column ?? place.column} ${name}=${value?.text ?? '?'}`,
  );

describe('variables of the environment', () => {
  it.each<[string, string, string[]]>([
    [
      'docker run',
      `docker run -d -e SIDECAR_PLATFORM=ecs --env "SIDECAR_ROLES=a:b, c:d" \\\n  -e SIDECAR_IGNORE='^x y$' --env=SIDECAR_MINUTES=5 -e SIDECAR_APIKEY image\n`,
      [
        '1:35 SIDECAR_PLATFORM=ecs',
        '1:60 SIDECAR_ROLES=a:b, c:d',
        '2:22 SIDECAR_IGNORE=^x y$',
        '2:51 SIDECAR_MINUTES=5',
        '2:56 SIDECAR_APIKEY=?',
      ],
    ],
    [
      'a task definition on one line',
      '"environment": [{ "name": "SIDECAR_PLATFORM", "value": "ecs" }, {"value":"a:b","name":"SIDECAR_ROLES"}], "secrets": [{"name":"SIDECAR_APIKEY","valueFrom":"arn"}]',
      ['1:57 SIDECAR_PLATFORM=ecs', '1:75 SIDECAR_ROLES=a:b', '1:127 SIDECAR_APIKEY=?'],
    ],
    [
      'a task definition on several lines',
      '{\n  "name": "SIDECAR_PLATFORM",\n  "value": "ecs"\n},\n{\n  "value": "5",\n  "name": "SIDECAR_MINUTES"\n}',
      ['3:13 SIDECAR_PLATFORM=ecs', '6:13 SIDECAR_MINUTES=5'],
    ],
    [
      'a manifest',
      'env:\n  - name: SIDECAR_PLATFORM\n    value: kubernetes # x\n  - name: SIDECAR_MINUTES\n    value: "5"\n  - name: SIDECAR_APIKEY\n    valueFrom:\n      secretKeyRef: { name: x, key: y }\n',
      ['3:12 SIDECAR_PLATFORM=kubernetes', '5:13 SIDECAR_MINUTES=5', '6:11 SIDECAR_APIKEY=?'],
    ],
    [
      'the output of kubectl describe',
      "      SIDECAR_APIKEY:    <set to the key 'key' in secret 'shop'>  Optional: false\n      SIDECAR_NAMESPACE:  shop (v1:metadata.namespace)\n      SIDECAR_NODE:        (v1:status.hostIP)\n",
      ['1:7 SIDECAR_APIKEY=?', '2:27 SIDECAR_NAMESPACE=shop', '3:7 SIDECAR_NODE=?'],
    ],
    [
      'a Compose file',
      'environment:\n  - SIDECAR_PLATFORM=ecs\n  SIDECAR_ROLES: "a:b"\n',
      ['2:22 SIDECAR_PLATFORM=ecs', '3:19 SIDECAR_ROLES=a:b'],
    ],
    [
      'a file of variables',
      'SIDECAR_PLATFORM=ecs\nexport SIDECAR_IGNORE="a=b"\nOTHER=1\n',
      ['1:18 SIDECAR_PLATFORM=ecs', '2:24 SIDECAR_IGNORE=a=b'],
    ],
  ])('are found in %s', (_name, text, found) => expect(variables(text)).toEqual(found));

  it.each([
    ['config', 'docker run -e SIDECAR_PLATFORM=ecs -e SIDECAR_APIKEY=x image\n'],
    ['log', 'docker run -e SIDECAR_PLATFORM=ecs image\n'],
    ['log', 'export OTHER_PLATFORM=ecs\nexport OTHER_APIKEY=x\n'],
    ['log', `${LOG_START}SIDECAR_PLATFORM=ecs\nSIDECAR_APIKEY=x\n`],
  ])('are detected as a %s: %j', (kind, text) => expect(detectKind(text, hints).kind).toBe(kind));

  it.each([
    [
      'status.podIP',
      'env:\n- name: SIDECAR_PLATFORM\n  value: ecs\n- name: SIDECAR_NODE\n  valueFrom:\n    fieldRef:\n      apiVersion: v1\n      fieldPath: status.podIP\n',
    ],
    [
      'spec.nodeName',
      '- name: SIDECAR_PLATFORM\n  value: ecs\n- name: SIDECAR_NODE\n  valueFrom: { fieldRef: { fieldPath: spec.nodeName } }\n',
    ],
    [
      'status.podIP',
      '    Environment:\n      SIDECAR_PLATFORM:  ecs\n      SIDECAR_NODE:       (v1:status.podIP)\n',
    ],
  ])('are reported if they take the wrong field of a pod: %s', async (found, text) => {
    const read = async (paste: string) =>
      (await inspectText(content, matcher, paste)).inspections.flatMap((one) =>
        one.kind === 'config' ? one.problems : [],
      );
    expect(await read(text)).toMatchObject([{ code: 'value', found, expected: 'status.hostIP' }]);
    expect(await read(text.replace(found, 'status.hostIP'))).toEqual([]);
  });

  it('are checked, and their secrets are masked', async () => {
    const report = await inspectText(
      content,
      matcher,
      `env:\n- name: SIDECAR_APIKEY\n  value: ${KEY}\n- name: SIDECAR_PLATFORM\n  value: kubernets\n- name: SIDECAR_ROLES\n  value: "a:b,c"\n- name: SIDECAR_IGNORE\n  value: "*x*"\n- name: SIDECAR_MINUTES\n  value: 5m\n- name: SIDECAR_PLATFROM\n  value: x\n`,
    );
    expect(report).toMatchObject({ kind: 'config', product: 'sidecar', status: 'action-needed' });
    expect(JSON.stringify(report)).not.toContain(KEY);
    expect(
      report.inspections.flatMap((inspection) =>
        inspection.kind === 'config'
          ? inspection.problems.map(({ line, code, found, expected, write }) =>
              [line, code, found, expected, write?.trim()].join(' '),
            )
          : [],
      ),
    ).toEqual([
      '5 value kubernets ecs, kubernetes ',
      '7 role c  ',
      '9 pattern *x*  ',
      '11 type text integer ',
      '12 unknown-key SIDECAR_PLATFROM SIDECAR_PLATFORM - name: SIDECAR_PLATFORM',
    ]);
  });

  it('are found in linear time', () => {
    for (const part of [
      'SIDECAR_PLATFORM=',
      ' -e SIDECAR_PLATFORM="',
      '-e ',
      '"name": "SIDECAR_PLATFORM" ',
      '{"name": "SIDECAR_A", ',
      '- name: SIDECAR_PLATFORM\n',
    ])
      expect(
        processorTime(() => detectKind(part.repeat(Math.floor((1 << 18) / part.length)), hints)),
      ).toBeLessThan(5_000);
  });
});
