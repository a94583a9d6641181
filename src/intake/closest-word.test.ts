import { expect, it } from 'vitest';
import { closestValue } from './closest-word.ts';

it.each([
  ['kubernets', 'kubernetes'],
  ['EKS-Fargate', 'eks_fargate'],
  // Only one of its parts is known, but nothing says which is meant.
  ['ecs-fargate', null],
  ['ecs_ec2', null],
  ['ecs', null],
  ['docker', null],
])('the value that %s is meant to be is %s', (found, meant) => {
  expect(closestValue(found, 'ecs, ecs_v3, fargate, kubernetes, eks_fargate')).toBe(meant);
});
