import { expect, it } from 'vitest';
import { platformsShownBy } from './platform-marks.ts';

it.each<[string, string[]]>([
  ['$ kubectl get pods', ['kubernetes']],
  ['2026-11-27T12:00:31.334Z stderr F 2026/11/27 12:00:31 INFO <agent> x', ['kubernetes']],
  ['Podは動いていますが、ホストが出ません', ['kubernetes']],
  ['Our pods restart all the time.', ['kubernetes']],
  ['EKSで動かしています', ['kubernetes']],
  ['It runs on GKE now', ['kubernetes']],
  ['resource.type="k8s_container" severity=ERROR', ['kubernetes']],
  ['It runs in EKS on Fargate.', ['kubernetes']],
  [
    '  Normal  Pulled  3s (x2 over 9s)  kubelet  Container image "a" already present',
    ['kubernetes'],
  ],
  ['web-5d4f8  0/2  ImagePullBackOff  0  3m', ['kubernetes']],
  ['{"log":"x","kubernetes":{"host":"node-1"}}', ['kubernetes']],
  ['{app="shop", pod="shop-0"} x', ['kubernetes']],
  ['shop-0 sidecar 2026/11/27 12:00:31 INFO <agent> x', ['kubernetes']],
  ['[shop-0 sidecar] 2026/11/27 12:00:31 INFO <agent> x', ['kubernetes']],
  ['start the agent: host name = shop-5f7d8c9b64-q2w4x', ['kubernetes']],
  ['$ k exec shop-0 -- ls', ['kubernetes']],
  ['$ docker logs --tail 5 sidecar', ['docker']],
  ['$ docker exec sidecar ls', ['docker']],
  ['root@0a1b2c3d4e5f:/app# ls', ['docker']],
  ['EKS Fargateで動かしています', ['kubernetes']],
  ['sidecar  | 2026/11/27 12:00:31 INFO <agent> x', ['docker']],
  ['sidecar-1  | 2026/11/27 12:00:31 INFO <agent> x', ['docker']],
  ['# docker ps | grep ecs-shop-12-agent-e0b4', ['docker', 'ecs']],
  ['$ aws logs tail /ecs/shop', ['ecs']],
  ['It runs on Fargate.', ['ecs']],
  ['{"log":"x","ecs_cluster":"shop","ecs_task_definition":"web:41"}', ['ecs']],
  ['log="x" ecs_cluster=shop ecs_task_definition=web:41', ['ecs']],
  ['2026-11-27T12:00:31 web/sidecar/0a1b2c3d4e5f60718293a4b5c6d7e8f9 x', ['ecs']],
  ['"taskArn": "arn:aws:ecs:us-west-2:1:task/shop/1"', ['ecs']],
  ['% tail "$(brew --prefix)/var/log/agent.log"', ['macos']],
  ['open /srv/pod/k8s.log: no such file or directory', []],
  ['host name = web-pod-1', []],
  ['ip-10-0-1-15 agent 2026/11/27 12:00:31 INFO <agent> x', []],
  ['web01 agent 2026/11/27 12:00:31 INFO <agent> x', []],
])('the platforms that %s shows', (text, platforms) => {
  expect(platformsShownBy(text)).toEqual(platforms);
});
