import { expect, it } from 'vitest';
import { fillUrl } from './fill-url.ts';

it.each([
  [
    'mailto:a@example.com?subject={title}&body={body}',
    { title: 'A & b?', body: 'x\ny' },
    'mailto:a@example.com?subject=A%20%26%20b%3F&body=x%0Ay',
  ],
  [
    'https://example.com/edit/main/{file}',
    { file: 'content/guides/dns/ja.mdx' },
    'https://example.com/edit/main/content/guides/dns/ja.mdx',
  ],
  [
    'https://example.com/new?title={title}',
    { title: '{body}' },
    'https://example.com/new?title=%7Bbody%7D',
  ],
])('fills in %s', (url, values, filled) => expect(fillUrl(url, values)).toBe(filled));
