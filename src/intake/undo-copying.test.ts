import { expect, test } from 'vitest';
import { undoCopying } from './undo-copying.ts';

test('decodes entities only in a text that was escaped as a whole', () => {
  expect(undoCopying('> apikey = &quot;k&quot;')).toBe('apikey = "k"');
  expect(undoCopying('memo = "a &quot; b"')).toBe('memo = "a &quot; b"');
});
