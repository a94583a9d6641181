/**
 * Read the TAP output of a run of all checks: a test with a YAML block for each check. The text
 * that a failed check printed, and the error of its run, are taken out of the block.
 */

const TEST = /^\s*(?:not )?ok \d+ - /;
const FAILED = /^\s*not /;
const BEGIN = /^\s+---$/;
const END = /^\s+\.\.\.$/;
/** The status of a check, which distinguishes its block from that of another program's test. */
const STATUS = /^\s+status: ["']?(?:OK|WARNING|CRITICAL|UNKNOWN)\b/;
const KEY = /^(\s+)(\w+):(?: (.*))?$/;
/** The values of a block that are text of the check or about its run. */
const PRINTED = ['stdout', 'stderr', 'error'];

/**
 * Replace the results of failed checks in a text with what the checks printed, without quotes,
 * wrapping and indentation. All lines of the text keep their numbers.
 */
export function unfoldTap(text: string): string {
  if (!text.includes('ok ') || !text.includes('---')) return text;
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  const blocks = blocksIn(lines);
  if (blocks.length === 0) return text;
  const read = [...lines];
  for (const { from, to } of blocks) {
    read.fill('', from, to);
    for (const { at, value } of printedIn(lines, from + 2, to)) read[at] = value;
  }
  return read.join('\n');
}

interface Block {
  from: number;
  /** The line after its last one. */
  to: number;
}

/** Return the results of failed checks. */
function blocksIn(lines: readonly string[]): Block[] {
  return lines.flatMap((line, from): Block[] => {
    if (!TEST.test(line) || !FAILED.test(line) || !BEGIN.test(lines[from + 1] ?? '')) return [];
    const length = lines
      .slice(from + 2)
      .findIndex((inside) => END.test(inside) || TEST.test(inside));
    const end = length < 0 ? lines.length : from + 2 + length;
    const to = END.test(lines[end] ?? '') ? end + 1 : end;
    return lines.slice(from, to).some((inside) => STATUS.test(inside)) ? [{ from, to }] : [];
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
    .slice(from, to)
    .map((line, below) => ({ at: from + below, key: KEY.exec(line) }))
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
