import { expect, it } from 'vitest';
import { unfoldPod } from './unfold-pod.ts';

const POD = [
  'Containers:',
  '  migrate:',
  '    Image:         shop/migrate:3',
  '    State:         Terminated',
  '      Exit Code:    0',
  '  sidecar:',
  '    Image:         registry.example/example-agent:1',
  '    Last State:    Terminated',
  '      Exit Code:    1',
  'Conditions:',
];

it('blanks the other containers of a pod, and keeps the lines where they are', () => {
  const read = unfoldPod(POD.join('\n'), ['example-agent']).split('\n');
  expect(read).toHaveLength(POD.length);
  expect(read.filter((line) => line !== '')).toEqual(
    POD.filter((line) => !POD.slice(1, 5).includes(line)),
  );
});

it('blanks the rest of a container whose name was cut off', () => {
  const read = unfoldPod(POD.slice(2).join('\n'), ['example-agent']).split('\n');
  expect(read.filter((line) => line !== '')).toEqual(POD.slice(5));
});

it('leaves a pod alone if none of its containers runs the program', () => {
  expect(unfoldPod(POD.join('\n'), ['other-agent'])).toBe(POD.join('\n'));
});

it('leaves a text alone whose names have no fields below them', () => {
  const text = '  migrate:\n  example-agent:\n  Exit Code: 0';
  expect(unfoldPod(text, ['example-agent'])).toBe(text);
});

it('blanks the rows of other pods, and shortens the remaining rows', () => {
  const rows = [
    'NAMESPACE   NAME                  READY   STATUS             RESTARTS      AGE',
    'shop        example-agent-7d9f    1/1     Running            0             9m',
    'shop        web-6c8b5f7d-x2x4z    0/1     CrashLoopBackOff   12 (2m ago)   41m',
  ].join('\n');
  const [head] = rows.split('\n');
  const agent = 'example-agent-7d9f 1/1 Running 0';
  expect(unfoldPod(rows, ['example-agent'])).toBe([head, agent, ''].join('\n'));
  const web = 'web-6c8b5f7d-x2x4z 0/1 CrashLoopBackOff 12';
  expect(unfoldPod(rows, ['other-agent'])).toBe([head, agent, web].join('\n'));
});
