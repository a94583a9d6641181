import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { redact } from '../../src/redaction/index.ts';
import { findPrivateValues } from '../../src/redaction/find-private-values.ts';
import { NO_PUBLIC_NAMES } from '../../src/redaction/public-names.ts';
import { makeRandomText } from './random-text.ts';
import { readRedactCases } from './read-cases.ts';
import { IS_THOROUGH } from '../helpers/sample.ts';
import { catalog, content } from '../helpers/whole-content.ts';

const clean = (text: string): string => redact({ catalog }, text).redacted;

const DRAWS = IS_THOROUGH ? 10_000 : 2000;
const MAX_LEAKED = 0.002;
const MAX_OVER_REDACTED = 0.005;

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';
const MIXED = LOWER + UPPER + DIGITS;
/** Alphabets and lengths of keys. */
const KEYS: Record<string, [string, number]> = {
  'base64, 40': [`${MIXED}+/`, 40],
  'base64, 43 and =': [`${MIXED}+/`, 43],
  'base64, 44': [`${MIXED}+/`, 44],
  'base64, 64': [`${MIXED}+/`, 64],
  'base64url, 32': [`${MIXED}-_`, 32],
  'base64url, 43': [`${MIXED}-_`, 43],
  'hex, 32': [`${DIGITS}abcdef`, 32],
  'hex, 40': [`${DIGITS}abcdef`, 40],
  'hex, 64': [`${DIGITS}abcdef`, 64],
  'HEX, 40': [`${DIGITS}ABCDEF`, 40],
  'base58, 44': [MIXED.replace(/[IOl0]/g, ''), 44],
  'base32, 32': [`${UPPER}234567`, 32],
  'base32, 52': [`${UPPER}234567`, 52],
  'letters and digits, 20': [MIXED, 20],
  'letters and digits, 24': [MIXED, 24],
  'letters and digits, 32': [MIXED, 32],
  'letters and digits, 40': [MIXED, 40],
  'lower case and digits, 24': [LOWER + DIGITS, 24],
  'lower case and digits, 40': [LOWER + DIGITS, 40],
  'letters, 40': [LOWER + UPPER, 40],
};
/** Contexts of a key, used in turn. */
const CONTEXTS = [
  '%',
  'the key % was refused',
  'v1.%',
  '%.sig',
  'open /var/cache/%/state',
  'GET https://127.0.0.1/x?q=%&page=2',
  '"%"',
  'x=%;',
];

const WIDTHS = [7, 7, 15];
const row = (kind: string, ...figures: (string | number)[]): string =>
  [
    kind.padEnd(28),
    ...figures.map((figure, column) => String(figure).padStart(WIDTHS[column] ?? 0)),
  ].join(' ');
function printTable(rows: string[]): void {
  const header = row('kind', 'tried', 'leaked', 'wrongly hidden');
  process.stdout.write(`${[header, ...rows].join('\n')}\n`);
}

/** Remove private values; much faster than redacting each text, and equivalent here. */
function withoutPrivate(text: string): string {
  return findPrivateValues(text, NO_PUBLIC_NAMES).reduceRight(
    (shown, { from, to }) => shown.slice(0, from) + shown.slice(to),
    text,
  );
}

describe('random keys', () => {
  it(`leak in at most ${MAX_LEAKED * 100} % of ${DRAWS} draws of each kind`, () => {
    const draw = makeRandomText(23);
    const rows = Object.entries(KEYS).map(([kind, [alphabet, length]]) => {
      const keys = Array.from(
        { length: DRAWS },
        () => draw(alphabet, length) + (kind.endsWith('=') ? '=' : ''),
      );
      const leaked = keys.filter((key, index) =>
        withoutPrivate(CONTEXTS[index % CONTEXTS.length]?.replace('%', key) ?? '').includes(
          key.slice(2, -2),
        ),
      );
      return { kind, leaked: leaked.length };
    });
    printTable(rows.map(({ kind, leaked }) => row(kind, DRAWS, leaked, 0)));
    expect(rows.filter(({ leaked }) => leaked > MAX_LEAKED * DRAWS)).toEqual([]);
  });
});

/** Return package names and versions, which do not look like words but are public. */
function packageNames(): string[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { version?: string; resolved?: string }>;
  };
  return Object.entries(packages)
    .flatMap(([path, { version = '' }]) => [
      path,
      `${path.replace('node_modules/', '')}@${version}`,
    ])
    .filter((name) => name !== '');
}

const draw = makeRandomText(5);
const hex = (length: number): string => draw(`${DIGITS}abcdef`, length);
const many = (count: number, make: () => string): string[] => Array.from({ length: count }, make);
const words = (text: string, pattern: RegExp): string[] => [...new Set(text.match(pattern) ?? [])];
const prose = content.guides
  .flatMap(({ slug }) =>
    ['en', 'ja'].map((language) =>
      readFileSync(join('content/guides', slug, `${language}.mdx`), 'utf8'),
    ),
  )
  .join('\n');
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);

/** Names that must not be redacted, by kind. */
const NAMES: Record<string, string[]> = {
  'words of the guides': words(prose, /[a-z]{2,}/gi),
  'identifiers of code': words(
    sources
      .map((file) => readFileSync(join('src', file), 'utf8').replaceAll(/(['"`/]).*?\1/g, ''))
      .join('\n'),
    /\b[a-z_]\w{7,}\b/gi,
  ),
  'paths of files': [...sources, ...readdirSync('content', { recursive: true, encoding: 'utf8' })],
  'names of packages': packageNames(),
  'names of entries and metrics': catalog.entries.flatMap(({ id }) => [
    id,
    `custom.${id.replaceAll('/', '.').replaceAll('-', '_')}.count`,
  ]),
  'versions of Go modules': many(
    1000,
    () => `v0.0.0-2023${draw('01', 2)}1${draw(DIGITS, 7)}-${hex(12)}`,
  ),
  'digests of images': many(1000, () => `docker.io/library/nginx@sha256:${hex(64)}`),
  commits: many(1000, () => `commit ${hex(40)}`),
  containers: many(1000, () => `/sys/fs/cgroup/docker/${hex(64)} container ${hex(12)}`),
  pods: many(
    1000,
    () =>
      `web-${draw('bcdfghjklmnpqrstvwxz2456789', 10)}-${draw('bcdfghjklmnpqrstvwxz2456789', 5)}`,
  ),
  'stack traces': many(1000, () =>
    [
      `main.go:${draw('123456789', 3)} +0x${hex(3)}`,
      `goroutine ${draw('123456789', 2)} [running] 0xc000${hex(6)}`,
    ].join(' '),
  ),
  'numbers and times': many(1000, () =>
    [
      `17${draw(DIGITS, 8)} 17${draw(DIGITS, 11)}`,
      `${draw('123456789', 12)} bytes pid ${draw('123456789', 5)}`,
      `2026-11-24T22:41:${draw('012345', 2)}.${draw(DIGITS, 9)}Z`,
    ].join(' '),
  ),
};

describe('names', () => {
  it(`are redacted in at most ${MAX_OVER_REDACTED * 100} % of each kind`, () => {
    const rows = Object.entries(NAMES).map(([kind, names]) => {
      const { redacted } = redact({ catalog }, names);
      const hidden = names.filter((name, index) => redacted[index] !== name);
      return { kind, tried: names.length, hidden };
    });
    printTable(rows.map(({ kind, tried, hidden }) => row(kind, tried, 0, hidden.length)));
    expect(
      rows.filter(({ tried, hidden }) => tried < 100 || hidden.length > MAX_OVER_REDACTED * tried),
    ).toEqual([]);
  });
});

describe('the cases', () => {
  const cases = readRedactCases();

  it('number at least 100 in each set, tuned and held out', () => {
    for (const set of ['tuned', 'held'])
      expect(cases.filter((one) => one.set === set).length).toBeGreaterThanOrEqual(100);
  });

  it.each(cases)('$set, $kind: $text', ({ text, hidden, wanted }) => {
    const redacted = clean(text);
    for (const value of hidden) expect(redacted.toLowerCase()).not.toContain(value.toLowerCase());
    expect(redacted).toMatch(wanted);
    expect(clean(redacted)).toBe(redacted);
  });

  it('leak nothing of any kind and redact nothing else', () => {
    const kinds = Map.groupBy(cases, ({ kind }) => kind);
    const rows = [...kinds].map(([kind, ofKind]) => {
      const shown = ofKind.map((one) => ({ ...one, redacted: clean(one.text).toLowerCase() }));
      const leaked = shown.filter(({ hidden, redacted }) =>
        hidden.some((value) => redacted.includes(value.toLowerCase())),
      );
      return {
        kind,
        tried: ofKind.length,
        leaked: leaked.length,
        wrong: shown.filter(
          (one) => !leaked.includes(one) && !new RegExp(one.wanted, 'i').test(one.redacted),
        ).length,
      };
    });
    printTable(rows.map(({ kind, tried, leaked, wrong }) => row(kind, tried, leaked, wrong)));
    expect(rows.filter(({ leaked, wrong }) => leaked + wrong > 0)).toEqual([]);
  });
});
