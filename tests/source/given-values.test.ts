/** Names in pasted commands and their output. They fill in the commands of guides. */
import { expect, it } from 'vitest';
import { flagsIn } from '../../src/intake/flags.ts';
import { content } from '../helpers/whole-content.ts';

const patterns = content.products.flatMap(({ yaml }) => yaml.given ?? []);

it.each([
  [
    '$ kubectl logs -n shop deploy/web -c sidecar',
    'namespace=shop deployment=web container=sidecar',
  ],
  ['$ kubectl get deployment web -n shop -o yaml', 'namespace=shop deployment=web'],
  ['# k -n shop logs db-0 agent --tail=5', 'namespace=shop pod=db-0 container=agent'],
  ['kubectl logs -n shop db-0', 'namespace=shop pod=db-0'],
  ['kubectl logs db-0 --previous', 'pod=db-0'],
  ['$ kubectl describe pod/db-0 --namespace shop', 'namespace=shop pod=db-0'],
  ['$ kubectl exec -it db-0 -n shop -- sh', 'namespace=shop pod=db-0'],
  ['$ kubectl get pods -n shop | grep mackerel', 'namespace=shop'],
  ['Successfully assigned shop/db-0 to node-1', 'namespace=shop pod=db-0'],
  [
    'Back-off restarting failed container agent in pod db-0_shop(0f1e)',
    'container=agent pod=db-0 namespace=shop',
  ],
  ['[pod/db-0/agent] 2026/11/24 01:12:40 INFO <agent> x', 'pod=db-0 container=agent'],
  ['$ docker logs -f --tail 20 my_agent 2>&1', 'container=my_agent'],
  [
    '0f1e2d3c4b5a   mackerel/mackerel-container-agent:plugins   "/usr/…"   2 hours ago   Up 2 hours             agent',
    'container=agent',
  ],
  ['agent-1  | 2026/11/24 01:12:40 INFO <agent> x', 'composed=agent'],
  ['agent-1  | x\nweb-1    | y', ''],
  ['$ aws logs tail /ecs/shop --follow', 'group=/ecs/shop'],
  ['$ aws ecs describe-services --cluster prod --services web', 'cluster=prod service=web'],
  ['(service web) was unable to place a task', 'service=web'],
  ['Send the logs to the team, in pod form', ''],
])('%s', (text, expected) => {
  const names = patterns.flatMap((pattern) =>
    [...pattern.matchAll(/\(\?<(\w+)>/g)].map(([, name]) => `-${name ?? ''}`),
  );
  const found = Object.entries(flagsIn(text, patterns)).filter(([name]) => names.includes(name));
  expect(new Set(found.map(([name, value]) => `${name.slice(1)}=${value}`))).toEqual(
    new Set(expected.split(' ').filter((part) => part !== '')),
  );
});
