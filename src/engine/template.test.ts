import { describe, expect, it } from 'vitest';
import { fitTemplate, parseTemplate, TemplateError } from './template.ts';

const fit = (template: string, text: string, loose = false) => {
  const result = fitTemplate(parseTemplate(template), text, 0, text.length, loose);
  return result && Object.fromEntries(result.spans.map(({ name, from, to }) => [name, text.slice(from, to)]));
};

describe('parseTemplate', () => {
  it.each([
    ['{cause}', [{ name: 'cause', type: 'cause' }]],
    ['exit status {status:int}', ['exit status ', { name: 'status', type: 'int' }]],
    ['a {{b} {c:word}', ['a {b} ', { name: 'c', type: 'word' }]],
  ])('takes %s apart', (text, parts) => expect(parseTemplate(text)).toEqual(parts));

  it.each([
    ['open {path', 6, 'a hole that is not closed with }'],
    ['dial {addr:adr}', 6, 'a hole of type "adr"'],
    ['{a:word} {a:word}', 10, 'a second hole named "a"'],
    ['{a:word}{b:word}', 9, 'two holes without a literal between them'],
    ['', 1, 'no text'],
  ])('says where %s is wrong', (text, column, message) => {
    expect(() => parseTemplate(text)).toThrow(expect.objectContaining({ column, message }) as TemplateError);
  });
});

describe('fitTemplate', () => {
  it.each([
    ['open {path}: no such file or directory', 'open /var/lib/a b/id: no such file or directory', { path: '/var/lib/a b/id' }],
    ['open {path}: {cause}', 'open C:\\a: b: Access is denied.', { path: 'C:\\a', cause: 'b: Access is denied.' }],
    ['Checker "{checker:quoted}" output stderr: {output:foreign}', 'Checker "a \\"b\\"" output stderr: x\ny', { checker: 'a \\"b\\"', output: 'x\ny' }],
    ['API request failed: {cause}', 'API request failed: ', { cause: '' }],
    ['command [{command:text}], error: {cause}', 'command [sh -c a], b], error: c', { command: 'sh -c a], b', cause: 'c' }],
    ['status: {status:int}, msg: {msg:rest}', 'status: 403, msg: a, b', { status: '403', msg: 'a, b' }],
    ['{value:number} is not sent', 'NaN is not sent', { value: 'NaN' }],
  ])('fits %s', (template, text, holes) => expect(fit(template, text)).toEqual(holes));

  it.each([
    ['open {path}: no such file', 'open : no such file'],
    ['exit status {status:int}', 'exit status one'],
    ['exit status {status:int}', 'exit status 1 (core dumped)'],
    ['lookup {host} on', 'lookup a b on'],
  ])('%s does not fit %s', (template, text) => expect(fit(template, text)).toBeNull());

  it('lets text follow where it is loose', () => {
    expect(fit('exit status {status:int}', 'exit status 1" and so on', true)).toEqual({ status: '1' });
  });

  it('takes time in proportion to a hostile text', () => {
    const parts = parseTemplate('a{x:text}b{y:text}c{z:text}d');
    const text = 'a' + 'bc'.repeat(200_000);
    const started = performance.now();
    expect(fitTemplate(parts, text, 0, text.length)).toBeNull();
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
