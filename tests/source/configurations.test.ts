import { expect, it } from 'vitest';
import { inspectText } from '../helpers/inspect-text.ts';
import { content, matcher } from '../helpers/whole-content.ts';

const KEY = '4bQ8e2TzPpLxVnKJr7YwUcMhDsGfAa19';

const CONTAINER = `apikey: ${KEY}
root: /var/tmp/agent
roles:
  - Shop:web
displayName: shop
ignoreContainer: '^(envoy|mackerel-container-agent)$'
hostStatusOnStart: working
hostIdStore: memory
readinessProbe:
  http:
    path: /healthy
    port: 8080
    headers:
      - name: Host
        value: shop.example.com
  initialDelaySeconds: 10
plugin:
  metrics:
    redis:
      command: mackerel-plugin-redis -host cache
      timeoutSeconds: 20
      env:
        PORT: 6379
  checks:
    http:
      command: [check-http, -u, 'http://localhost:8080/']
      user: nobody
      memo: The shop answers.
`;
const DOCKER = `docker run -e MACKEREL_CONTAINER_PLATFORM=none -e MACKEREL_APIKEY=${KEY} -e MACKEREL_ROLES=Shop:web,Shop:db mackerel/mackerel-container-agent\n`;
const MANIFEST = `    env:
      - name: MACKEREL_CONTAINER_PLATFORM
        value: kubernetes
      - name: MACKEREL_APIKEY
        valueFrom:
          secretKeyRef: { name: mackerel, key: apikey }
      - name: MACKEREL_KUBERNETES_KUBELET_READ_ONLY_PORT
        value: "0"
`;

it.each([
  ['mackerel-container-agent', CONTAINER],
  ['mackerel-container-agent', DOCKER],
  ['mackerel-container-agent', MANIFEST],
  ['mackerel-agent', `apikey = "${KEY}"\nroles = ["Shop:web"]\n`],
])('%s accepts a valid configuration', async (product, text) => {
  const report = await inspectText(content, matcher, text);
  expect(report).toMatchObject({ kind: 'config', product, status: 'healthy' });
  expect(report.inspections).toMatchObject([{ problems: [], whole: true }]);
});

it.each([
  ['container-config', CONTAINER.replace('  - Shop:web', '\t- Shop:web')],
  ['container-config', CONTAINER.replace('working', 'online')],
  ['container-config', CONTAINER.replace('20', '20s')],
  ['container-config', CONTAINER.replace('  http:\n', '  tcp: { port: 80 }\n  http:\n')],
  ['container-config-ignored', CONTAINER.replace('displayName', 'display_name')],
  ['container-key', CONTAINER.replace('Shop:web', 'web')],
  ['container-start', DOCKER.replace('=none', '=k8s')],
  [
    'container-start',
    `${MANIFEST}      - name: MACKEREL_KUBERNETES_KUBELET_HOST\n        valueFrom: { fieldRef: { fieldPath: status.podIP } }\n`,
  ],
])('a wrong configuration leads to %s', async (guide, text) => {
  const { answers, status } = await inspectText(content, matcher, text);
  expect(answers[0]).toMatchObject({ guide, confidence: 'certain' });
  expect(status).toBe('action-needed');
});

it('shows the steps for a platform that does not exist, without guessing which is meant', async () => {
  const report = await inspectText(content, matcher, DOCKER.replace('=none', '=ecs-anywhere-v3'));
  expect(report.answers[0]).toMatchObject({ guide: 'container-start', causes: ['platform'] });
  expect(report.inspections).toMatchObject([{ problems: [{ write: null, probable: null }] }]);
});

it.each([
  ['yaml', CONTAINER.replace('  - Shop:web', '\t- Shop:web')],
  ['type', CONTAINER.replace('20', '20s')],
  ['value', CONTAINER.replace('working', 'online')],
  ['twice', `${CONTAINER}plugin:\n  checks:\n    web:\n      command: check-http\n`],
  ['probe', CONTAINER.replace('  http:\n', '  tcp: { port: 80 }\n  http:\n')],
])('finds the cause of a container agent that stops: %s', async (cause, text) => {
  const { answers } = await inspectText(content, matcher, text);
  expect(answers[0]).toMatchObject({ guide: 'container-config', causes: [cause] });
});

it.each([
  ['variable', DOCKER.replace('_ROLES', '_ROLE')],
  ['key', CONTAINER.replace('displayName', 'display_name')],
])('finds the cause of an unknown name: %s', async (cause, text) => {
  const { answers } = await inspectText(content, matcher, text);
  expect(answers[0]).toMatchObject({ guide: 'container-config-ignored', causes: [cause] });
});

it('moves a setting out of a section instead of renaming it', async () => {
  const report = await inspectText(
    content,
    matcher,
    `apikey = "${KEY}"\n\n[plugin.checks.cron]\ncommand = "check-procs -p crond"\n\ndisplay_name = "batch-3"\n`,
  );
  expect(report.answers[0]).toMatchObject({ guide: 'unexpected-key', causes: ['below'] });
});

it('reads a table that the agent no longer has, between other lines', async () => {
  const report = await inspectText(
    content,
    matcher,
    'Here it is:\n\n-- cut --\n[sensu.checks.mem]\ncommand = "ruby /opt/sensu/memory.rb"\ntype = "metric"\n-- cut --\n\nThe graph is gone.\n',
  );
  expect(report.answers[0]).toMatchObject({ guide: 'unexpected-key', causes: ['unknown'] });
});
