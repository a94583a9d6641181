import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeRandomText, type Draw } from './random-text.ts';

/** A case of cases.txt with its secrets generated. */
export interface RedactCase {
  set: 'tuned' | 'held';
  kind: string;
  text: string;
  hidden: string[];
  /** The pattern that the redacted text must match. */
  wanted: RegExp;
}

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';
const ALPHABETS: Record<string, string> = {
  d: DIGITS,
  l: LOWER,
  a: LOWER + DIGITS,
  A: UPPER + DIGITS,
  m: UPPER + LOWER + DIGITS,
  x: `${DIGITS}abcdef`,
  b: `${UPPER}${LOWER}${DIGITS}+/`,
  u: `${UPPER}${LOWER}${DIGITS}-_`,
  p: `${UPPER}${LOWER}${DIGITS}`.replace(/[IOl0]/g, ''),
  t: `${UPPER}234567`,
};
const STAND_IN = '(?:key|token|password|id|aws|host|ip|mac|mail|user|phone|card)-\\d+';

/** Read the cases. The generated secrets are the same each time. */
export function readRedactCases(): RedactCase[] {
  const draw = makeRandomText(20_261_129);
  const lines = readFileSync(join(import.meta.dirname, 'cases.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => readCase(line, draw));
}

function readCase(line: string, draw: Draw): RedactCase {
  const [set = '', kind = '', ...rest] = line.split('|');
  const filled = rest
    .join('|')
    .replaceAll('␤', '\n')
    .replaceAll('⇥', '\t')
    .replace(/\$([dlaAmxbupt])(\d+)|\$\$/g, (_all, alphabet?: string, length?: string) =>
      alphabet === undefined ? '$' : draw(ALPHABETS[alphabet] ?? '', Number(length)),
    );
  const parts = filled.split(/([⟦⟨][^⟧⟩]*[⟧⟩])/);
  const patterns = parts.map((part) => {
    const inner = RegExp.escape(part.slice(1, -1));
    if (part.startsWith('⟦')) return STAND_IN;
    return part.startsWith('⟨') ? `(?:${inner}|${STAND_IN}|)` : RegExp.escape(part);
  });
  return {
    set: set === 'held' ? 'held' : 'tuned',
    kind,
    text: filled.replace(/[⟦⟧⟨⟩]/g, ''),
    hidden: parts.filter((part) => part.startsWith('⟦')).map((part) => part.slice(1, -1)),
    wanted: new RegExp(`^${patterns.join('')}$`),
  };
}
