/** Random damage that a text may suffer before somebody pastes it. */
import fc from 'fast-check';

const SCRAPS = [
  '\0',
  '\r',
  '\n\n',
  '"',
  '\\x',
  '{',
  '}',
  '<',
  '&#60;',
  '%',
  '\x1b[31m',
  '\x1bc',
  '\u009b',
  '\u202e',
  '\ufffd',
  '起動',
  '| ',
  '2026/02/31 25:61:61 ',
  '2026/99/99 99:99:99',
  ' ERROR <main> ',
  '9'.repeat(40),
  '[',
  "'''",
  '+99:99',
  'NaN',
  '1e400',
  '-',
];

/** One kind of damage to a text. */
export interface Mishap {
  /** Where it happens, as a fraction of the text's length. */
  at: number;
  length: number;
  kind: 'cut' | 'put' | 'repeat' | 'digits' | 'value' | 'other text' | 'backwards';
  scrap: string;
  other: string;
}

/** Generate mishaps; `others` are texts that may get mixed in. */
export function mishaps(others: readonly string[]): fc.Arbitrary<Mishap> {
  return fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(60),
    kind: fc.constantFrom('cut', 'put', 'repeat', 'digits', 'value', 'other text', 'backwards'),
    scrap: fc.constantFrom(...SCRAPS),
    other: fc.constantFrom(...others),
  });
}

/** Return the text after a mishap. */
export function applyMishap(text: string, { at, length, kind, scrap, other }: Mishap): string {
  const from = Math.floor(at * text.length);
  const [before, piece, after] = [
    text.slice(0, from),
    text.slice(from, from + length),
    text.slice(from + length),
  ];
  switch (kind) {
    case 'cut':
      return before + after;
    case 'put':
      return before + scrap + piece + after;
    case 'repeat':
      return before + piece.repeat(3) + after;
    case 'digits':
      return text.replaceAll(/\d/g, (digit, place: number) =>
        (place * 7 + length) % 5 === 0 ? String((Number(digit) + length) % 10) : digit,
      );
    case 'value':
      return inValue(text, at, scrap);
    case 'other text':
      return before + other + piece + after;
    case 'backwards':
      return text.split('\n').reverse().join('\n');
  }
}

/** Insert `scrap` after one of the text's values: what follows `=`, `:` or a quote. */
function inValue(text: string, at: number, scrap: string): string {
  const values = [...text.matchAll(/[=:"'] ?[\w./-]+/g)];
  const value = values[Math.floor(at * values.length)];
  if (!value) return text + scrap;
  const end = value.index + value[0].length;
  return text.slice(0, end) + scrap + text.slice(end);
}
