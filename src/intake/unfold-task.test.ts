import { expect, it } from 'vitest';
import { unfoldTask } from './unfold-task.ts';

it('moves the image of a container to the line after its exit code', () => {
  const task = [
    '"containers": [',
    '    {',
    '        "name": "app",',
    '        "image": "registry.example/team/shop:3",',
    '        "lastStatus": "STOPPED",',
    '        "exitCode": 1,',
    '        "reason": "a \\"reason\\""',
    '    },',
    '    {',
    '        "name": "sidecar",',
    '        "exitCode": 0',
    '    }',
    ']',
  ];
  const read = unfoldTask(task.join('\n'), []).split('\n');
  expect(read).toHaveLength(task.length);
  expect(read[5]).toBe('"exitCode" of "shop:3": 1');
  expect(read[3]).toBe('');
  expect(read[10]).toBe('"exitCode" of "sidecar": 0');
});

it('reads a task on one line', () => {
  const container = (name: string, end: object) => ({ name, image: `r.example/${name}:3`, ...end });
  const event = (...containers: object[]) =>
    `10:00 ${JSON.stringify({ detail: { containers, stoppedReason: 'ended' } })}`;
  const app = container('shop', { exitCode: 2 });
  expect(unfoldTask(event(app, container('sidecar', { exitCode: 1 })), ['sidecar'])).toBe(
    '"exitCode" of "sidecar:3": 1',
  );
  for (const text of [
    event(app),
    event(container('sidecar', { exitCode: 137, reason: 'OutOfMemoryError' })),
    event(container('sidecar', { lastStatus: 'RUNNING' }), app),
    '{"name": "sidecar", "exitCode": 1',
    '{"name": "sidecar\\n", "exitCode": 1}',
    `${'['.repeat(1e5)}{"name": "sidecar", "exitCode": 1}${']'.repeat(1e5)}`,
  ])
    expect(unfoldTask(text, ['sidecar'])).toBe(text);
});

it('leaves everything else as it is', () => {
  for (const text of [
    '"image": "shop:3",\n"exitCode": null-ish {',
    '"image": "shop:3",\n}\n"exitCode": 1',
    '"exitCode": 1\n"image": "shop:3"',
  ])
    expect(unfoldTask(text, ['sidecar'])).toBe(text);
});
