import { expect, it } from 'vitest';
import { inspect } from '../helpers/whole-content.ts';

const container = (image: string, end: string): string =>
  `            {\n                "name": "monitor",\n                "image": "${image}",\n                "lastStatus": "STOPPED",\n                ${end},\n                "networkBindings": [],\n                "healthStatus": "UNKNOWN"\n            }`;
const task = (...containers: string[]): string =>
  `$ aws ecs describe-tasks --cluster blue --tasks 9c4d1f0a7b2e4c68 --query tasks[]\n[\n    {\n        "containers": [\n${containers.join(',\n')}\n        ],\n        "stoppedReason": "Essential container in task exited"\n    }\n]\n`;
const IMAGE =
  '123456789012.dkr.ecr.us-west-2.amazonaws.com/mackerel-container-agent:v0.13.2-plugins';

it.each([
  ['1', 'container-start'],
  ['143', 'container-killed'],
  ['137', 'container-killed'],
])('finds how the container of the agent ended: %s', async (code, guide) => {
  const { answers } = await inspect(
    task(container('shop:3', '"exitCode": 0'), container(IMAGE, `"exitCode": ${code}`)),
  );
  expect(answers.map((answer) => answer.guide)).toEqual([guide]);
});

it('does not take another container for that of the agent in a short paste', async () => {
  const { answers } = await inspect(
    `${container('nginx:1.27', '"exitCode": 0')},\n${container(IMAGE, '"exitCode": 1')}`,
  );
  expect(answers.map(({ guide }) => guide)).toEqual(['container-start']);
});

it('does not take the end of another container for that of the agent', async () => {
  const { answers } = await inspect(
    task(container('shop:3', '"exitCode": 1'), container(IMAGE, '"cpu": "0"')),
  );
  expect(answers).toEqual([]);
});
