import { deflateSync, strToU8 } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from './base64.ts';
import { findPayload, encodePayload } from './report-payload.ts';
import { checksum } from './checksum.ts';
import { MAX_UNPACKED, unpackExcerpt, type Excerpt } from './excerpt.ts';

/** A block with arbitrary content and a valid checksum, as an attacker would write it. */
const forge = (bytes: Uint8Array): string =>
  `shindan-report/1\n${toBase64(bytes)}\nshindan-end/${checksum(bytes)}`;
const forgeText = (text: string): string => forge(deflateSync(strToU8(text)));
const isFound = (found: ReturnType<typeof findPayload>): found is Excerpt =>
  found !== null && 'rows' in found;

const rows = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 1, max: 50_000 }),
      text: fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\n', ' ')),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((items) =>
    items.reduce<Excerpt['rows']>(
      (done, { gap, text }) => [...done, { line: (done.at(-1)?.line ?? 0) + gap, text }],
      [],
    ),
  );

it('reads back what Base64 wrote', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64').replace(/=+$/, ''));
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    }),
  );
  expect(fromBase64('a<b>')).toBeNull();
  expect(fromBase64('abcde')).toBeNull();
});

describe('a block', () => {
  it('gives back the lines, their numbers and the version', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(1000), async (written, more) => {
        const excerpt = {
          catalog: '0123abcdef',
          total: (written.at(-1)?.line ?? 0) + more,
          rows: written,
          isThin: more > 500,
        };
        expect(findPayload((await encodePayload(excerpt)).join('\n'))).toEqual(excerpt);
      }),
    );
  });

  it('has short lines of characters that mail programs leave alone', async () => {
    const numbers = Array.from({ length: 300 }, (_, index) => index * 7919).join(' ');
    const block = await encodePayload({
      catalog: 'ab',
      total: 9,
      rows: [{ line: 2, text: `2026/03/02 <b>"x"</b> ${numbers}` }],
      isThin: false,
    });
    expect(block.length).toBeGreaterThan(6);
    for (const line of block) expect(line).toMatch(/^[A-Z0-9+/-]{1,64}$/i);
  });

  it('is a fraction of the size of its content', async () => {
    const message =
      'Failed to post metrics value (will retry): dial tcp ip-1:443: connect: connection refused';
    const written = Array.from({ length: 300 }, (_, index) => {
      const minute = String(index % 60).padStart(2, '0');
      return {
        line: index + 1,
        text: `2026/03/02 04:${minute}:20 WARNING <command> ${message}`,
      };
    });
    const size = (
      await encodePayload({ catalog: 'ab', total: 300, rows: written, isThin: false })
    ).join('\n').length;
    expect(size).toBeLessThan(written.map(({ text }) => text).join('\n').length / 10);
  });

  it('is not found in other text', () => {
    for (const text of ['', 'shindan-report', 'see shindan-report/1 below', '```shindan\n```'])
      expect(findPayload(text)).toBeNull();
  });
});

describe('a hostile block', () => {
  it('never throws or unpacks to more than 1 MB, whatever its bytes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 2000 }),
          fc.uint8Array({ maxLength: 2000 }).map((bytes) => deflateSync(bytes)),
          fc.string({ unit: 'binary' }).map((text) => deflateSync(strToU8(text))),
        ),
        (bytes) => {
          const found = findPayload(forge(bytes));
          expect(found).not.toBeNull();
          if (isFound(found))
            expect(found.rows.map(({ text }) => text).join('\n').length).toBeLessThanOrEqual(
              MAX_UNPACKED,
            );
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('keeps markup and terminal escapes as plain text', () => {
    const found = findPayload(forgeText('ab 2 1-2\n<script>alert(1)</script>\n\u001b]0;x\u0007'));
    expect(isFound(found) && found.rows).toEqual([
      { line: 1, text: '<script>alert(1)</script>' },
      { line: 2, text: '\u001b]0;x\u0007' },
    ]);
  });

  it('stops at 1 MB', () => {
    const bomb = (size: number): string =>
      forge(deflateSync(new Uint8Array(size).fill(32), { level: 9 }));
    const large = bomb(20_000_000);
    expect(large.length).toBeLessThan(30_000);
    expect(findPayload(large)).toEqual({ problem: 'too-large' });
    expect(findPayload(bomb(MAX_UNPACKED + 1))).toEqual({ problem: 'too-large' });
    expect(findPayload(bomb(MAX_UNPACKED))).toEqual({ problem: 'damaged' });
    const head = 'ab 1 1\n';
    const found = findPayload(forgeText(head + 'x'.repeat(MAX_UNPACKED - head.length)));
    expect(isFound(found) && found.rows[0]?.text.length).toBe(MAX_UNPACKED - head.length);
  });

  it.each([
    '',
    '\n',
    'ab',
    'ab 1',
    'ab 1 1',
    'ab 1 \nx',
    'ab 1 2\nx',
    'ab 3 2-1\nx',
    'ab 3 1,1\nx\ny',
    'ab 3 2,1\nx\ny',
    'ab 3 0\nx',
    'ab 3 1-\nx',
    'ab 3 -1\nx',
    'ab 3 1,\nx',
    'ab 3 1,,2\nx\ny',
    'ab 9999999999 1\nx',
    'ab 2147483647 1-2147483647\nx',
    `ab 9 ${'1'.repeat(5000)}\nx`,
    `ab 9 ${'1,'.repeat(5000)}\nx`,
    'AB 1 1\nx',
    'ab 1 1\nx\ny',
    'ab 1 1 thick\nx',
    `${'a'.repeat(41)} 1 1\nx`,
    '<b> 1 1\nx',
  ])('is damaged with the content %j', (text) =>
    expect(unpackExcerpt(deflateSync(strToU8(text)))).toBe('damaged'),
  );
});
