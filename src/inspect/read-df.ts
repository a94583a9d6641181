import type { DfInspection, Filesystem } from './report.ts';

/** `/dev/sda1  20509264 9876543 9567890 51% /`: name, blocks, used, available, capacity, mount point. */
const ROW = /^(\S.*?)[ \t]+(\d+)[ \t]+(-?\d+)[ \t]+(-?\d+)[ \t]+(?:\d+%|-)[ \t]+(\/.*)$/;
const HUMAN_ROW = /^\S+[ \t]+[\d.]+[KMGTP]?i?[ \t]+[\d.]+[KMGTP]?i?[ \t]+[\d.]+[KMGTP]?i?[ \t]+\d+%[ \t]+\//;
const ERROR = /^(?:\/\S*\/)?df: /;
/** A long name of a device stands alone, and its numbers on the next line. */
const WRAPPED = /^[\w.:-]*\/\S+$/;
const REST_OF_ROW = /^\d+[ \t]+-?\d+[ \t]+-?\d+[ \t]+(?:\d+%|-)[ \t]+\//;
const MAX_ROWS = 1000;
/** A longer line is none of df, and could keep the patterns busy. */
const MAX_LINE = 600;

/** Read the output of `df -Pkl`, in any language of its header; null where it has no row. */
export function readDf(text: string): DfInspection | null {
  const single = text.split('\n').slice(0, MAX_ROWS).map((line) => line.trim()).filter(({ length }) => length <= MAX_LINE);
  const lines = single.map((line, at) => (REST_OF_ROW.test(line) && WRAPPED.test(single[at - 1] ?? '') ? `${single[at - 1]} ${line}` : line));
  const errors = lines.filter((line) => ERROR.test(line));
  const rows = lines.map((line) => ROW.exec(line)).filter((row) => row !== null);
  const header = lines.find((line) => isDfHeader(line)) ?? '';
  const unit = rows.length > 0 && (header === '' || /\b(?:1024|1K)-/.test(header)) ? 'kilobytes' : 'other';
  if (rows.length === 0 && errors.length === 0 && !lines.some((line) => HUMAN_ROW.test(line))) return null;
  return { kind: 'df', filesystems: unit === 'other' ? [] : rows.map(filesystem), errors, unit };
}

/** Whether a line can be one of df's. */
export function isDfLine(line: string): boolean {
  return line.length <= MAX_LINE && (ROW.test(line) || HUMAN_ROW.test(line) || isDfHeader(line) || ERROR.test(line) || WRAPPED.test(line) || REST_OF_ROW.test(line));
}

/** Whether a line is the head of df's table, in English or Japanese. */
export function isDfHeader(line: string): boolean {
  return /^(?:Filesystem|ファイルシス\S*)\s/.test(line) && /(?:Mounted on|マウント位置)\s*$/.test(line);
}

function filesystem([, device = '', , used, available, mount = '']: RegExpExecArray): Filesystem {
  const [usedBytes, availableBytes] = [Number(used) * 1024, Number(available) * 1024];
  return { device, mount, used: usedBytes, available: availableBytes, size: usedBytes + availableBytes, posted: device.startsWith('/dev/') };
}
