import { describe, expect, it } from 'vitest';
import { renderInspection } from './render-inspection.ts';

describe('memory in a terminal', () => {
  it('has bars no longer than the whole, whatever the kernel names', () => {
    const text = renderInspection({ kind: 'meminfo', file: null, total: 100, used: 0, free: 10, buffers: 0, cached: 0, available: 110 }, 'en');
    expect(text.match(/#+/g)).toEqual(['#'.repeat(40)]);
  });
});
