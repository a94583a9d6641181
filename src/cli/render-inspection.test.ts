import { describe, expect, it } from 'vitest';
import { renderInspection } from './render-inspection.ts';

describe('memory in a terminal', () => {
  it('has bars no longer than the whole, whatever the kernel names', () => {
    const text = renderInspection({ kind: 'meminfo', file: null, total: 100, used: 0, free: 10, buffers: 0, cached: 0, available: 110 }, 'en');
    expect(text.match(/#+/g)).toEqual(['#'.repeat(40)]);
  });
});

it('counts one plugin as one', () => {
  const good = { kind: 'config', file: null, problems: [], lines: 1, whole: true, plugins: { metrics: 1, checks: 2, metadata: 0 } } as const;
  expect(renderInspection({ ...good, problems: [] }, 'en')).toContain('1 metric plugin, 2 checks and 0 metadata plugins.');
});

it('puts no blank behind a full-width colon', () => {
  expect(renderInspection({ kind: 'probe', file: null, case: 'dns', status: null, said: 'x' }, 'ja')).toMatch(/\ncurlの出力：x$/);
});
