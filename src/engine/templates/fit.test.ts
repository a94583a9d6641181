import { describe, expect, it } from 'vitest';
import { compileParts, Fitter } from './fit.ts';
import { parseTemplate } from './template.ts';
import { decode, encode } from '../lines/bytes.ts';

function holesOf(template: string, text: string, loose = false): Record<string, string> | null {
  const program = compileParts(parseTemplate(template));
  const bytes = encode(text);
  const found = new Fitter().fit(program, { bytes, from: 0, to: bytes.length }, loose);
  return (
    found &&
    Object.fromEntries(
      program.holes.map(({ name }, hole) => [
        name,
        decode(bytes, found.spans[2 * hole] as number, found.spans[2 * hole + 1] as number),
      ]),
    )
  );
}

describe('fit', () => {
  it.each([
    [
      'open {path}: no such file or directory',
      'open /var/lib/a b/id: no such file or directory',
      { path: '/var/lib/a b/id' },
    ],
    [
      'open {path}: {cause}',
      'open C:\\a: b: Access is denied.',
      { path: 'C:\\a', cause: 'b: Access is denied.' },
    ],
    [
      'Checker "{checker:quoted}" output stderr: {output:foreign}',
      'Checker "a \\"b\\"" output stderr: x\ny',
      { checker: 'a \\"b\\"', output: 'x\ny' },
    ],
    ['API request failed: {cause}', 'API request failed: ', { cause: '' }],
    [
      'command [{command:text}], error: {cause}',
      'command [sh -c a], b], error: c',
      { command: 'sh -c a], b', cause: 'c' },
    ],
    [
      'status: {status:int}, msg: {msg:rest}',
      'status: 403, msg: a, b',
      { status: '403', msg: 'a, b' },
    ],
    ['{value:number} is not sent', 'NaN is not sent', { value: 'NaN' }],
  ])('fits %s', (template, text, holes) => expect(holesOf(template, text)).toEqual(holes));

  it.each([
    ['open {path}: no such file', 'open : no such file'],
    ['exit status {status:int}', 'exit status one'],
    ['exit status {status:int}', 'exit status 1 (core dumped)'],
    ['lookup {host} on', 'lookup a b on'],
  ])('%s does not fit %s', (template, text) => expect(holesOf(template, text)).toBeNull());

  it('allows text to follow in loose mode', () => {
    expect(holesOf('exit status {status:int}', 'exit status 1" and so on', true)).toEqual({
      status: '1',
    });
  });

  it('is linear in a hostile text: a quadratic fit would time out', () => {
    const text = 'a' + 'bc'.repeat(200_000);
    expect(holesOf('a{x:text}b{y:text}c{z:text}d', text)).toBeNull();
  });
});
