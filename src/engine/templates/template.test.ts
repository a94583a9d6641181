import { describe, expect, it } from 'vitest';
import { parseTemplate, TemplateError } from './template.ts';

describe('parseTemplate', () => {
  it.each([
    ['{cause}', [{ name: 'cause', type: 'cause' }]],
    ['exit status {status:int}', ['exit status ', { name: 'status', type: 'int' }]],
    ['a {{b} {c:word}', ['a {b} ', { name: 'c', type: 'word' }]],
  ])('parses %s', (text, parts) => expect(parseTemplate(text)).toEqual(parts));

  it.each([
    ['open {path', 6, 'a hole that is not closed with }'],
    ['dial {addr:adr}', 6, 'a hole of unknown type "adr"'],
    ['{a:word} {a:word}', 10, 'a second hole named "a"'],
    ['{a:word}{b:word}', 9, 'two holes without a literal between them'],
    ['', 1, 'no text'],
  ])('reports the mistake in "%s" with its column', (text, column, message) => {
    expect(() => parseTemplate(text)).toThrow(
      expect.objectContaining({ column, message }) as TemplateError,
    );
  });
});
