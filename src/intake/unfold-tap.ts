/**
 * Read what `mkr checks run` prints: a test of TAP for each check, with a block of YAML. The text
 * that a failed check printed, and the error of its run, are taken out of the block.
 */

const TEST = /^\s*(not )?ok \d+ - /;
const BEGIN = /^\s+---$/;
const END = /^\s+\.\.\.$/;
/** The status of a check, which distinguishes its block from that of another program's test. */
const STATUS = /^\s+status: ["']?(?:OK|WARNING|CRITICAL|UNKNOWN)\b/;
const KEY = /^(\s+)(\w+):(?: (.*))?$/;
/** The values of a block that are text of the check or about its run. */
const PRINTED = ['stdout', 'stderr', 'error'];
const FRAME = /^\s*(?:TAP version \d+|\d+\.\.\d+)$/;

/**
 * Return a text in which the results of checks are replaced by what the failed ones printed, each
 * on a line of its own. All lines keep their numbers.
 */
export function unfoldTap(text: string): string {
  if (!text.includes('ok ') || !text.includes('---')) return text;
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  const blocks = blocksIn(lines);
  if (blocks.length === 0) return text;
  const read = lines.map((line) => (FRAME.test(line) ? '' : line));
  for (const { from, to, hasFailed } of blocks) {
    read.fill('', from, to);
    if (hasFailed) for (const { at, value } of printedIn(lines, from + 2, to)) read[at] = value;
  }
  return read.join('\n');
}

interface Block {
  from: number;
  /** The line behind it. */
  to: number;
  hasFailed: boolean;
}

function blocksIn(lines: readonly string[]): Block[] {
  return lines.flatMap((line, from): Block[] => {
    const test = TEST.exec(line);
    if (!test || !BEGIN.test(lines[from + 1] ?? '')) return [];
    const length = lines
      .slice(from + 2)
      .findIndex((inside) => END.test(inside) || TEST.test(inside));
    const end = length < 0 ? lines.length : from + 2 + length;
    const to = END.test(lines[end] ?? '') ? end + 1 : end;
    return lines.slice(from, to).some((inside) => STATUS.test(inside))
      ? [{ from, to, hasFailed: test[1] !== undefined }]
      : [];
  });
}

/** Return the values of a block that are text of the check, and the line of each. */
function printedIn(
  lines: readonly string[],
  from: number,
  to: number,
): { at: number; value: string }[] {
  const indent = KEY.exec(lines[from] ?? '')?.[1] ?? '';
  const starts = lines
    .map((line, at) => ({ at, key: KEY.exec(line) }))
    .slice(from, to)
    .filter(({ key }) => key?.[1] === indent);
  return starts.flatMap(({ at, key }, index) => {
    const [, , name = '', value = ''] = key ?? [];
    if (!PRINTED.includes(name)) return [];
    const further = lines
      .slice(at + 1, starts[index + 1]?.at ?? to)
      .filter((line) => !END.test(line))
      .map((line) => line.trim());
    return /^[|>]/.test(value)
      ? further.map((line, below) => ({ at: at + 1 + below, value: line }))
      : [{ at, value: withoutQuotes([value, ...further].join(' ').trim()) }];
  });
}

/** Undo the quotation marks of YAML. */
function withoutQuotes(value: string): string {
  if (/^'.*'$/.test(value)) return value.slice(1, -1).replaceAll("''", "'");
  return /^".*"$/.test(value)
    ? value.slice(1, -1).replace(/\\n/g, ' ').replace(/\\(.)/g, '$1')
    : value;
}
