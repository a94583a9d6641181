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
  const read = unfoldTask(task.join('\n')).split('\n');
  expect(read).toHaveLength(task.length);
  expect(read[5]).toBe('"exitCode" of "shop:3": 1');
  expect(read[3]).toBe('');
  expect(read[10]).toBe('"exitCode" of "sidecar": 0');
});

it('leaves everything else as it is', () => {
  for (const text of [
    '"image": "shop:3",\n"exitCode": null-ish {',
    '"image": "shop:3",\n}\n"exitCode": 1',
    '"exitCode": 1\n"image": "shop:3"',
  ])
    expect(unfoldTask(text)).toBe(text);
});
