import { expect, it } from 'vitest';
import { countOf } from './count-of.ts';

it.each([
  [countOf(0, 'file'), '0 files'],
  [countOf(1, 'file'), '1 file'],
  [countOf(1, 'entry', 'entries'), '1 entry'],
  [countOf(2, 'entry', 'entries'), '2 entries'],
])('writes %s', (written, expected) => expect(written).toBe(expected));
