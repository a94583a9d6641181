/** Texts of any size that would be slow to read if anything were retried at every position. */
import type { Catalog } from '../../src/engine/index.ts';
import { seededRandom } from './random.ts';

type Make = (size: number) => string;

const repeat =
  (text: string): Make =>
  (size) =>
    text.repeat(Math.ceil(size / text.length)).slice(0, size);

const HEADER = '2026/11/24 01:00:01 ERROR <main> ';

/** Hand-written texts. */
export const HOSTILE: Record<string, Make> = {
  'one long line': repeat('x'),
  'one line of spaces': repeat(' '),
  'headers in one line': repeat('2026/11/24 01:00:01 main.go:300: ERROR <main> '),
  'headers in elements': repeat('<b>2026/11/24 01:00:01 main.go:300: ERROR <main> '),
  'columns in one line': repeat('"2026/11/24","ERROR","<main>","a""b",'),
  'nested causes': (size) => `${HEADER}${repeat('failed to load config: ')(size)}`,
  'quotes and backslashes': (size) =>
    `2026/11/24 01:00:01 WARNING <checks> Checker "${repeat('\\"a')(size)}`,
  'lines without a header': (size) =>
    `${HEADER}command.Prepare failed: \n${repeat('  at frame 1\n')(size)}`,
  'unknown lines': repeat('2026/11/24 01:00:01 ERROR <main> nobody knows\n'),
};

/** Text that starts or ends something that the engine looks for. */
const PIECES = [
  HEADER,
  '2026/11/24 01:00:01 ',
  'WARNING <command> ',
  'INFO <main> ',
  'Nov 24 01:00:01 h systemd[1]: ',
  'mackerel-agent[1]: ',
  '2026-11-24T01:00:01Z ',
  'stderr F ',
  '-- Boot ',
  '==> a.log <==',
  'level=error msg="',
  '{"log":"',
  '","',
  '<b>',
  '</b>',
  '<tr><td>',
  '</td>',
  '<br>',
  '&lt;',
  '&#',
  '&{',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '"',
  '\\"',
  "'",
  '“',
  '\\n',
  '\\x',
  '%!s(',
  '#012',
  '=3D',
  '=\n',
  '```',
  '> ',
  '<',
  '>',
  '|',
  ',',
  ';',
  ': ',
  '\t',
  ' ',
  '\r',
  '\0',
  '\u001B[31m',
  '\u001B',
  '\u00A0',
  '…',
  '...',
  '.',
  '/',
  '//',
  '@',
  '-',
  '_',
  '=',
  'a',
  '1',
  '0.5',
  'é',
  'api.mackerelio.com ',
  'exit status 1 ',
  'Post "https://api.mackerelio.com/": ',
  'dial tcp 1.2.3.4:443: ',
  'x509: ',
  'failed to load config: ',
  'command.Prepare failed: ',
  'ログの名前: ',
  '説明: ',
];

/** Make random texts, by name, from the pieces above and the messages of a catalog. */
export function randomTexts(
  { entries }: Pick<Catalog, 'entries'>,
  seed: number,
  count: number,
): Record<string, Make> {
  const random = seededRandom(seed);
  const messages = entries.flatMap(({ templates }) =>
    templates.map(({ text }) => text.replace(/\{[^{}]*\}/g, 'x')),
  );
  const pick = (from: readonly string[]): string => from[random(from.length)] ?? '';
  return Object.fromEntries(
    Array.from({ length: count }, () => {
      const unit =
        Array.from({ length: 1 + random(4) }, () => pick(random(6) === 0 ? messages : PIECES)).join(
          '',
        ) + (random(3) === 0 ? '\n' : '');
      const start = pick(['', HEADER, pick(PIECES)]);
      return [JSON.stringify([start, unit]), (size: number) => start + repeat(unit)(size)];
    }),
  );
}
