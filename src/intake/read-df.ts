import type { DfInspection, Filesystem } from '../model/inspection.ts';

/** `/dev/sda1  20509264 9876543 9567890 51% /`: name, blocks, used, available, capacity, mount. */
const ROW =
  /^(\S[^ \t\n\r\u2028\u2029]*(?:[ \t]+[^ \t\n\r\u2028\u2029]+)*?)[ \t]+(\d+)[ \t]+(-?\d+)[ \t]+(-?\d+)[ \t]+(?:\d+%|-)[ \t]+(\/.*)$/;
/** A row that the program cannot read: sizes with units, a type column, or the inodes of macOS. */
const OTHER_ROW =
  /^\S+(?:[ \t]+[a-z]\S*)?(?:[ \t]+[\d.]+[A-Za-z]*){3}[ \t]+(?:\d+%|-)[ \t](?:.*[ \t])?\//;
const ERROR = /^(?:\/\S*\/)?df: /;
/** In a header: 1024-byte blocks, as the program reads them, and a column for the type. */
const BLOCKS = /\b(?:1024|1K)-/;
const TYPE = /\s(?:Type|タイプ)\s/;
const MAX_ROWS = 1000;
/** Maximum length of a line of df, in characters; it also bounds the time of the patterns. */
const MAX_LINE = 600;

/** Read the output of `df -Pkl`, with a header in any language; null if it has no row. */
export function readDf(text: string): DfInspection | null {
  const lines = text
    .split('\n')
    .slice(0, MAX_ROWS)
    .map((line) => line.trim())
    .filter(({ length }) => length <= MAX_LINE);
  const errors = lines.filter((line) => ERROR.test(line));
  const filesystems: Filesystem[] = [];
  // A paste may have several tables; only those in blocks of 1024 bytes have figures.
  let header = '';
  for (const line of lines) {
    if (isDfHeader(line)) header = line;
    const row = header === '' || BLOCKS.test(header) ? ROW.exec(line) : null;
    if (row) filesystems.push(filesystem(row, TYPE.test(header)));
  }
  if (
    filesystems.length === 0 &&
    errors.length === 0 &&
    !lines.some((line) => ROW.test(line) || OTHER_ROW.test(line))
  )
    return null;
  return { kind: 'df', filesystems, errors, unit: filesystems.length > 0 ? 'kilobytes' : 'other' };
}

/** Return whether a line may be output of df. */
export function isDfLine(line: string): boolean {
  return (
    line.length <= MAX_LINE &&
    (ROW.test(line) || OTHER_ROW.test(line) || isDfHeader(line) || ERROR.test(line))
  );
}

/** Return whether a line is the header of df's table, in English or Japanese. */
export function isDfHeader(line: string): boolean {
  return (
    /^(?:Filesystem|ファイルシス\S*)\s/.test(line) && /(?:Mounted on|マウント位置)\s*$/.test(line)
  );
}

function filesystem(
  [, name = '', , used, available, mount = '']: RegExpExecArray,
  hasType: boolean,
): Filesystem {
  const device = hasType ? name.replace(/[ \t]+\S+$/, '') : name;
  const [usedBytes, availableBytes] = [Number(used) * 1024, Number(available) * 1024];
  return {
    device,
    mount,
    used: usedBytes,
    available: availableBytes,
    size: usedBytes + availableBytes,
    posted: device.startsWith('/dev/'),
  };
}
