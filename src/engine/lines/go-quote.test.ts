import { expect, it } from 'vitest';
import { unescape } from './go-quote.ts';

it.each([
  [String.raw`a\tb\\c\"`, 'a\tb\\c"'],
  [String.raw`\x41\u65e5\u65E5`, 'A日日'],
  [String.raw`\U0001f600!`, '😀!'],
  [String.raw`\Uffffffff \X41 \q`, String.raw`\Uffffffff \X41 \q`],
])('decodes %s', (escaped, text) => expect(unescape(escaped)).toBe(text));
