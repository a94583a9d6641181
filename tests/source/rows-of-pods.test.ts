import { expect, it } from 'vitest';
import { inspect } from '../helpers/whole-content.ts';

const HEADER = 'NAME                             READY   STATUS             RESTARTS        AGE';
const rows = (...pods: string[]): string => [HEADER, ...pods, ''].join('\n');
const OWN = 'mackerel-container-agent-x2x4k   0/1     ';
const OTHER = 'web-7d9c5b6f4-x2k8p              0/1     ';

it.each([
  ['CrashLoopBackOff             6 (2m14s ago)   9m', 'platforms/container-terminated'],
  ['ImagePullBackOff             0               3m', 'platforms/container-not-created'],
  ['CreateContainerConfigError   0               3m', 'platforms/container-not-created'],
])('recognizes a pod of the agent that does not run: %s', async (status, entry) => {
  const { answers, findings } = await inspect(rows(OWN + status));
  expect(answers.map(({ guide }) => guide)).toEqual(['container-start']);
  expect(findings.map(({ chain }) => chain[0]?.entry)).toEqual([entry]);
});

it('does not take another pod for that of the agent', async () => {
  const running = `${OWN}Running            0               9m`;
  const { answers } = await inspect(rows(running, `${OTHER}CrashLoopBackOff   6   9m`));
  expect(answers).toEqual([]);
});

it('names the guide for a pod that may have the agent as one of its containers', async () => {
  const report = await inspect(rows(`${OTHER}CrashLoopBackOff   6   9m`));
  expect(report.status).toBe('unrecognised');
  expect(report.ifOwn).toBe('container-start');
});
