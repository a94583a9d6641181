import { type TableFault, checkTables } from './check-tables.ts';
import { maskSecrets } from '../redaction/mask-secrets.ts';
import { type ConfigInspection, type ConfigProblem, EFFECTS } from '../model/inspection.ts';
import { parseWithRepairs } from './parse-with-repairs.ts';
import type { Settings } from '../model/settings.ts';

/** The encoding that the bytes of a file were decoded from. */
export type Encoding = 'utf-8' | 'utf-16' | 'unknown';

const MAX_PROBLEMS = 100;

/**
 * Check the text of a configuration file.
 *
 * @param version the agent's version, if a log names it; settings that are newer are reported
 * @param isFile whether the text is a whole file; lines that were pasted may be a part of one
 */
export function checkConfig(
  text: string,
  encoding: Encoding,
  settings: Settings,
  version: string | null,
  isFile = true,
): ConfigInspection {
  // The agent accepts a byte order mark, the parser here does not.
  const lines = text
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((line) => line.replace(/\r$/, ''));
  const finish = (
    faults: TableFault[],
    whole: boolean,
    plugins = { metrics: 0, checks: 0, metadata: 0 },
  ): ConfigInspection => ({
    kind: 'config',
    problems: faults
      .slice(0, MAX_PROBLEMS)
      .flatMap((fault) => toProblem(fault, lines, settings) ?? [])
      .sort(
        (a, b) =>
          EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect) ||
          a.line - b.line ||
          a.column - b.column,
      ),
    lines: lines.length,
    whole,
    plugins,
  });
  const first = { line: 1, column: 1, length: 1 };
  if (encoding === 'utf-16')
    return finish([{ code: 'encoding', place: first, found: 'UTF-16', expected: 'UTF-8' }], false);
  const broken = encoding === 'unknown' ? lines.findIndex((line) => line.includes('\ufffd')) : -1;
  if (broken >= 0)
    return finish(
      [
        {
          code: 'encoding',
          place: {
            line: broken + 1,
            column: (lines[broken] ?? '').indexOf('\ufffd') + 1,
            length: 1,
          },
          found: null,
          expected: 'UTF-8',
        },
      ],
      false,
    );
  const { toml, faults, guessed } = parseWithRepairs(lines, settings);
  if (toml === null) return finish(faults, false);
  const tables = checkTables(toml, settings, version, !isFile && !namesRequired(lines, settings));
  return finish(
    [...faults, ...tables.faults.filter(({ place }) => !guessed.has(place.line))],
    true,
    tables.plugins,
  );
}

/**
 * Return whether a line, even a comment, has a required setting at the top level: then the top of
 * the file is there.
 */
function namesRequired(lines: readonly string[], { settings }: Settings): boolean {
  const names = settings.flatMap(({ required, paths }) =>
    required ? paths.filter((path) => !path.includes('.')) : [],
  );
  return lines.some((line) => {
    const key = /^[\s#]*([\w-]+)\s*[=＝]/.exec(line)?.[1];
    return key !== undefined && names.includes(key);
  });
}

/** Describe a fault; null if the product does not have it. */
function toProblem(
  { code, place, found, expected, detail, key, setting, write, guide, effect }: TableFault,
  lines: string[],
  { problems }: Settings,
): ConfigProblem | null {
  const cost = problems[code];
  if (!cost) return null;
  return {
    code,
    effect: effect ?? cost.effect,
    guide: guide ?? cost.guide ?? null,
    ...place,
    excerpt: maskSecrets(lines[place.line - 1] ?? '').slice(0, 300),
    key: key ?? null,
    setting: setting ?? null,
    found: found === null ? null : maskSecrets(found).slice(0, 200),
    expected: expected ?? null,
    write: write ?? null,
    detail: detail ?? null,
  };
}
