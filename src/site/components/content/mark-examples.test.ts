import { expect, it } from 'vitest';
import { markExamples } from './mark-examples.ts';

const mark = (html: string, ...examples: string[]) =>
  markExamples(html, examples, 'x')
    .replaceAll('<mark class="example" title="x">', '[')
    .replaceAll('</mark>', ']');

it.each([
  ['<code>kill 1234</code>', ['1234'], '<code>kill [1234]</code>'],
  ['<code><i>a-</i><i>b</i>-c a-b</code>', ['a-b'], '<code><i>[a-]</i><i>[b]</i>-c [a-b]</code>'],
  ['<code>x &#x3C;y&gt; z</code>', ['<y>'], '<code>x [&#x3C;y&gt;] z</code>'],
  ['<pre title="1234">0</pre>', ['1234'], '<pre title="1234">0</pre>'],
  ['<code>-n shop web</code>', ['shop', 'web'], '<code>-n [shop] [web]</code>'],
])('marks the examples in %s', (html, examples, marked) =>
  expect(mark(html, ...examples)).toBe(marked),
);
