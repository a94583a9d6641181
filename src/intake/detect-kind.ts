import {
  hasOtherTable,
  isCommonHeader,
  isConfigLine,
  isProductLine,
  MAX_LINE,
  withConfiguration,
  type ConfiguredProduct,
} from './config-lines.ts';
import { blankPromptLines, stripColors } from './prompts.ts';
import { matchesSign } from './read-configtest.ts';
import { findVariables } from './read-environment.ts';
import { findLogStart } from './residual.ts';
import { isDfHeader, readDf } from './read-df.ts';
import { readProbe } from './read-probe.ts';
import { readAskedState } from './read-service.ts';
import { readWindowsService } from './read-windows-service.ts';
import type { PasteKind } from '../model/inspection.ts';
import type { DetectionHints } from '../model/settings.ts';

/** Number of non-empty lines that are examined. */
const HEAD = 40;

/** What a text is, and the product that it belongs to; null for a log, which the engine reads. */
export interface Detected {
  kind: PasteKind;
  hints: DetectionHints | null;
  /** Whether a configuration consists of environment variables. */
  isEnvironment?: true;
}

const LOG: Detected = { kind: 'log', hints: null };

/**
 * Detect the kind of a text from its first lines. If in doubt, it is a log: a log mistaken for
 * something else would get no answer, while the reverse loses only an explanation.
 */
export function detectKind(
  text: string,
  products: readonly DetectionHints[],
  file: string | null = null,
): Detected {
  const written = blankPromptLines(text.slice(0, 1 << 14))
    .split('\n')
    .map((line) => stripColors(line.slice(0, MAX_LINE)).trimEnd())
    .filter((line) => line !== '')
    .slice(0, HEAD);
  const lines = written.map((line) => line.trim());
  const found = <Kind extends PasteKind>(
    kind: Kind,
    matches: (hints: DetectionHints) => boolean,
  ): Detected | null => {
    const hints = products.find(matches);
    return hints ? { kind, hints } : null;
  };
  const hasMetrics = (hints: DetectionHints): boolean => hints['host-metrics'] !== undefined;
  if (
    lines.slice(0, 5).some((line) => isDfHeader(line) || /^df: /.test(line)) &&
    readDf(lines.join('\n'))
  ) {
    const detected = found('df', hasMetrics);
    if (detected) return detected;
  }
  if (lines.length > 0 && lines.every(isValue)) {
    const detected = found('values', hasMetrics);
    if (detected) return detected;
  }
  return (
    found('probe', (hints) => readProbe(text, hints) !== null) ??
    found(
      'service',
      (hints) =>
        hints.service !== undefined &&
        (isService(lines, hints) ||
          readAskedState(text, hints.programs) !== null ||
          readWindowsService(text, hints.programs) !== null),
    ) ??
    found('configtest', (hints) => isConfigtest(lines, hints)) ??
    configOf(written, withConfiguration(products), file) ??
    environmentOf(text, withConfiguration(products)) ??
    LOG
  );
}

/** Maximum number of lines in which variables are searched for. */
const MAX_LINES = 1000;

/** Detect an environment: a text that is not a log and sets two variables of a product. */
function environmentOf(text: string, products: readonly ConfiguredProduct[]): Detected | null {
  const lines = text.split('\n', MAX_LINES);
  const hints = products.find(({ configuration: { environment } }) => {
    if (!environment || !text.includes(environment.prefix) || findLogStart(lines) >= 0)
      return false;
    const found = new Set(findVariables(lines, environment.prefix).map(({ name }) => name));
    return environment.names.filter((name) => found.has(name)).length > 1;
  });
  return hints ? { kind: 'config', hints, isEnvironment: true } : null;
}

/** Detect a configuration. If it fits several products, the name of the file decides. */
function configOf(
  lines: readonly string[],
  products: readonly ConfiguredProduct[],
  file: string | null,
): Detected | null {
  const isNamed = ({ configuration }: ConfiguredProduct): boolean =>
    file?.replace(/^.*[/\\]/, '') === configuration.file;
  const candidates = products.filter((hints) => isConfig(lines, hints, isNamed(hints)));
  const hints = candidates.find(isNamed) ?? candidates[0];
  return hints ? { kind: 'config', hints } : null;
}

/** Return whether lines are from a product's configuration; the name of its file is one sign. */
function isConfig(lines: readonly string[], hints: ConfiguredProduct, isNamed: boolean): boolean {
  const written = lines.filter((line) => !line.trim().startsWith('#'));
  if (written.length === 0) {
    const inside = lines.map((line) => line.trim().replace(/^#+ ?/, ''));
    return inside.some((_line, at) => isProductLine(inside, at, hints));
  }
  const run = written.filter((line) => isConfigLine(line, hints));
  if (run.length < written.length / 2 || run[0] !== written[0]) return false;
  if (isNamed) return true;
  const own = run.filter(
    (line, at) =>
      isProductLine(run, at, hints) && !(isCommonHeader(line, hints) && hasOtherTable(run, hints)),
  );
  if (hints.configuration.format !== 'yaml' || own.length === 0) return own.length > 0;
  // One key may be from another program's file or from a sentence. A table with three levels, alone
  // in the text, is not.
  const isOneTable =
    own.length === written.filter((line) => /^\S/.test(line)).length &&
    new Set(written.map((line) => line.search(/\S/))).size > 2;
  return isOneTable || run.filter((_line, at) => isProductLine(run, at, hints, true)).length > 1;
}

/** Return whether a line is what a metric plugin prints: a name, a value and a time. */
function isValue(line: string): boolean {
  return /^[\w.#*-]+\s+-?\d+(?:\.\d+)?(?:e[+-]?\d+)?\s+\d{10}$/i.test(line);
}

/** Find the output of df inside a log; null if there is none. */
export function findDf(
  text: string,
  products: readonly DetectionHints[],
): (Detected & { text: string }) | null {
  const hints = products.find((product) => product['host-metrics'] !== undefined);
  if (!hints || !/Mounted on|マウント位置/.test(text)) return null;
  const lines = text.split('\n').map((line) => stripColors(line.slice(0, MAX_LINE)).trim());
  const at = lines.findIndex(isDfHeader);
  const table = lines.slice(at).join('\n');
  return at >= 0 && readDf(table) ? { kind: 'df', hints, text: table } : null;
}

function isService(lines: string[], { programs }: DetectionHints): boolean {
  if (
    lines
      .slice(0, 5)
      .some((line) =>
        programs.some((program) => line.startsWith(`Unit ${program}.service could not be found`)),
      )
  )
    return true;
  const unitIn = (line: string): string | undefined =>
    /^\W{0,3}(\w[\w@.-]*)\.service(?: |$)/.exec(line)?.[1];
  const at = lines.slice(0, 5).findIndex((line) => programs.includes(unitIn(line) ?? ''));
  // Without the line of the unit, the name of the program in another line has to do. A state like
  // `active` is then not enough, because it may be that of another unit.
  if (
    lines.length < 4 &&
    lines.some((line) => /^Active: (?:inactive|failed) \(/.test(line)) &&
    !lines.some((line) => unitIn(line) !== undefined)
  )
    return lines.some((line) => programs.some((program) => line.includes(program)));
  return (
    at >= 0 &&
    lines
      .slice(at + 1, at + 8)
      .some((line) => line.startsWith('Loaded: ') || line.startsWith('Active: '))
  );
}

function isConfigtest(lines: readonly string[], { configuration }: DetectionHints): boolean {
  const check = configuration?.check;
  if (!check) return false;
  const signs = [...check.passed, ...check.refused].filter((sign) => !sign.startsWith('…'));
  const isOwn = (line = ''): boolean => signs.some((sign) => matchesSign(line, sign));
  const { quoted } = check;
  return (
    isOwn(lines[0]) ||
    (lines.length < HEAD &&
      !lines.some((line) => quoted !== undefined && line.includes(quoted)) &&
      isOwn(lines.at(-1)))
  );
}
