import { expect, test } from 'vitest';
import { undoCopying } from './undo-copying.ts';

test('decodes entities only in a text that was escaped as a whole', () => {
  expect(undoCopying('> apikey = &quot;k&quot;')).toBe('apikey = "k"');
  expect(undoCopying('memo = "a &quot; b"')).toBe('memo = "a &quot; b"');
});

test('removes the places where grep found lines, if all lines have one', () => {
  const found =
    '$ grep -rn -A1 proxy /etc/x/\n/etc/x/x.conf:12:http_proxy = ""\n/etc/x/x.conf-13-# end';
  expect(undoCopying(found)).toBe('$ grep -rn -A1 proxy /etc/x/\nhttp_proxy = ""\n# end');
  expect(undoCopying('2:a = 1\n--\n14:b = 2')).toBe('a = 1\n\nb = 2');
  expect(undoCopying('x.conf.rpmnew:[a]')).toBe('[a]');
  expect(undoCopying('2:a = 1\nb = 2')).toBe('2:a = 1\nb = 2');
});
