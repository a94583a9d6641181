import { parseTemplate, type CatalogFormats, type TemplatePart } from '../../src/engine/index.ts';

/**
 * A way in which a log is changed before it is pasted. It may put the name of the program that
 * wrote the log in front of the lines.
 */
export type LogTransform = (log: string, program: string) => string | Uint8Array;

const eachLine = (log: string, change: (line: string, index: number) => string): string =>
  log
    .split('\n')
    .filter((line) => line !== '')
    .map(change)
    .join('\n');

/** Replace the level and tag of every line. */
const mapLevelAndTag = (log: string, change: (level: string, tag: string) => string): string =>
  eachLine(log, (line) =>
    line.replace(
      /\b(TRACE|DEBUG|INFO|WARNING|ERROR|CRITICAL) <([\w.-]+)>/,
      (_, level: string, tag: string) => change(level, tag),
    ),
  );

/** Rewrite every line from the parts of its header; `bare` rewrites the lines without one. */
const mapFields = (
  log: string,
  change: (date: string, clock: string, level: string, tag: string, message: string) => string,
  bare: (line: string) => string,
): string =>
  eachLine(log, (line) => {
    const [whole = '', date = '', clock = '', , level = '', tag = ''] = LINE.exec(line) ?? [];
    return whole === '' ? bare(line) : change(date, clock, level, tag, line.slice(whole.length));
  });
const csvQuoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Changes that people and programs make to a log before pasting. None may change the answer. */
export const LOG_TRANSFORMS: Record<string, LogTransform> = {
  CRLF: (text) => text.replaceAll('\n', '\r\n'),
  'UTF-16': (text) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')),
  'a quoted email': (text) => eachLine(text, (line) => `> ${line}`),
  'a quoted email with a closing below': (text) =>
    `${eachLine(text, (line) => `> ${line}`)}\n>\n> Kind regards\n`,
  'an email around it': (text) =>
    `お世話になっております。\n以下のログが出ています。\n\n${text}\n\nよろしくお願いいたします。\n-- \n山田`,
  'a Markdown fence': (text) => `Hi,\n\n\`\`\`\n${text}\`\`\`\nthanks`,
  'docker json-file': (text) =>
    eachLine(text, (line) =>
      JSON.stringify({ log: `${line}\n`, stream: 'stderr', time: '2026-11-24T22:41:04.123Z' })
        .replaceAll('<', '\\u003c')
        .replaceAll('>', '\\u003e'),
    ),
  'journalctl -o json': (text, program) =>
    eachLine(text, (line) =>
      JSON.stringify({ _PID: '12', SYSLOG_IDENTIFIER: program, MESSAGE: line }),
    ),
  journalctl: (text, program) =>
    eachLine(text, (line) => `Nov 24 22:41:04 web01 ${program}[312]: ${line}`),
  'journalctl -o short-iso': (text, program) =>
    eachLine(text, (line) => `2026-11-24T22:41:04+0900 web01 ${program}[312]: ${line}`),
  'systemctl status': (text, program) =>
    [
      `● ${program}.service - mackerel.io agent`,
      '     Active: failed (Result: exit-code)',
      '   Main PID: 312 (code=exited, status=1/FAILURE)',
      '',
      eachLine(text, (line) => `Nov 24 22:41:04 web01 ${program}[312]: ${line}`),
    ].join('\n'),
  CRI: (text) => eachLine(text, (line) => `2026-11-24T22:41:04.123456789Z stderr F ${line}`),
  'kubectl --timestamps': (text) =>
    eachLine(text, (line) => `2026-11-24T22:41:04.123456789Z ${line}`),
  'docker compose': (text, program) => eachLine(text, (line) => `${program}-1  | ${line}`),
  'Tera Term': (text) => eachLine(text, (line) => `[2026-11-24 22:41:26.123] ${line}`),
  'cat -n': (text) => eachLine(text, (line, index) => `${String(index + 1).padStart(6)}\t${line}`),
  'grep -n': (text) => eachLine(text, (line, index) => `${index + 1}:${line}`),
  Loki: (text) =>
    eachLine(text, (line) =>
      JSON.stringify({
        labels: { job: 'agent' },
        line,
        timestamp: '2026-11-24T22:41:04Z',
      }).replaceAll('<', '\\u003c'),
    ),
  'Event Viewer in Japanese': (text, program) =>
    eachLine(
      text,
      (line) =>
        `ログの名前:         Application\nソース:           ${program}\n日付:            2026/11/24 22:41:04\nイベント ID:       1\nレベル:           警告\n説明:\n${line}\n`,
    ),
  indentation: (text) => eachLine(text, (line) => `    ${line}`),
  'non-breaking spaces': (text) => text.replaceAll(' ', '\u00a0'),
  'HTML entities': (text) =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;'),
  colors: (text) => text.replace(/(WARNING|ERROR)/g, '\u001b[31m$1\u001b[0m'),
  'color codes without the escape character': (text) =>
    text.replace(/(WARNING|ERROR)/g, '[33m$1[0m'),
  'color codes as a pager shows them': (text) =>
    text.replace(/(WARNING|ERROR)/g, 'ESC[33m$1ESC[0m'),
  'a level in brackets': (text) => mapLevelAndTag(text, (level, tag) => `[${level}] <${tag}>`),
  'a level with a colon': (text) => mapLevelAndTag(text, (level, tag) => `${level}: <${tag}>`),
  'a lowercase level': (text) =>
    mapLevelAndTag(
      text,
      (level, tag) => `${level === 'WARNING' ? 'warn' : level.toLowerCase()} <${tag}>`,
    ),
  'a tag in square brackets': (text) => mapLevelAndTag(text, (level, tag) => `${level} [${tag}]`),
  'a tag removed by a web form': (text) => mapLevelAndTag(text, (level) => `${level} `),
  'a tag in full-width brackets': (text) =>
    mapLevelAndTag(text, (level, tag) => `${level} ＜${tag}＞`),
  'cat -A': (text) => eachLine(text, (line) => `${line}$`),
  'visible line breaks': (text) => eachLine(text, (line) => `${line}\\n`),
  'visible carriage returns': (text) => eachLine(text, (line) => `${line}^M`),
  'HTML line breaks': (text) => text.trimEnd().replaceAll('\n', '<br>\n'),
  'HTML line breaks, on one line': (text) => text.trimEnd().replaceAll('\n', '<br/>'),
  'blank lines in between': (text) => text.replaceAll('\n', '\n\n'),
  'rsyslog line breaks': (text, program) =>
    eachLine(text, (line) => `Nov 24 22:41:04 web01 ${program}[312]: ${line}#012`),
  'rsyslog line breaks, on one line': (text, program) =>
    `Nov 24 22:41:04 web01 ${program}[312]: ${text.trimEnd().replaceAll('\n', '#012')}\n`,
  'spreadsheet columns': (text) =>
    mapFields(
      text,
      (date, clock, level, tag, message) => `${date}\t${clock}\t${level}\t${tag}\t${message}`,
      (line) => `\t\t\t\t${line}`,
    ),
  'CSV columns': (text) =>
    mapFields(
      text,
      (date, clock, level, tag, message) =>
        `web01,${date} ${clock},${level},${tag},${csvQuoted(message)}`,
      (line) => line,
    ),
  'CSV columns with semicolons': (text) =>
    mapFields(
      text,
      (date, clock, level, tag, message) =>
        `${date};${clock};${level};${tag};${csvQuoted(message)}`,
      (line) => line,
    ),
  'a Markdown table': (text) =>
    mapFields(
      text,
      (date, clock, level, tag, message) => `| ${date} ${clock} | ${level} | <${tag}> ${message} |`,
      (line) => `| | | ${line} |`,
    ),
  'a Markdown table with a column per part': (text) =>
    mapFields(
      text,
      (date, clock, level, tag, message) =>
        `| ${date} | ${clock} | ${level} | ${tag} | ${message} |`,
      (line) => `| | | | | ${line} |`,
    ),
  'JSON with a level beside the message': (text) =>
    mapFields(
      text,
      (date, clock, level, tag, message) =>
        JSON.stringify({ time: `${date} ${clock}`, level, logger: tag, message }),
      (line) => JSON.stringify({ level: 'INFO', message: line }),
    ),
  'dates with hyphens': (text) => text.replace(/^(\d{4})\/(\d\d)\/(\d\d) /gm, '$1-$2-$3 '),
  'a shell prompt': (text, program) =>
    [
      `root@web01:~# journalctl -u ${program} -n 100`,
      '-- Logs begin at Mon 2026-11-23 10:00:00 JST. --',
      `${text}root@web01:~# `,
    ].join('\n'),
};

/** JSON formats in which every line is recognized, except those that any program may print. */
export const JSON_TRANSFORMS: Record<string, LogTransform> = {
  'a JSON string': (text) => JSON.stringify(text),
  'an unknown field': (text) =>
    eachLine(text, (line) =>
      JSON.stringify({ time: '2026-11-24T22:41:04Z', payload: line, host: 'web01' }),
    ),
  'Ansible output': (text) => {
    const stderr = text.trimEnd();
    const result = { changed: true, rc: 1, stderr, stderr_lines: stderr.split('\n'), stdout: '' };
    return `fatal: [web01]: FAILED! => ${JSON.stringify(result)}\n`;
  },
};

/** Formats with fields in which quotes and continuation lines may be misread. */
export const FIELD_TRANSFORMS: Record<string, LogTransform> = {
  'the last column of CSV': (text) =>
    eachLine(text, (line) => `2026-11-24 22:41:04.123,${csvQuoted(line)}`),
  'a column in the middle': (text) => eachLine(text, (line) => `web01,${csvQuoted(line)},42`),
  logfmt: (text) =>
    mapFields(
      text,
      (date, clock, level, tag, message) => {
        const fields = `level=${level.toLowerCase()} logger=${tag} msg=${JSON.stringify(message)}`;
        return `time="${date} ${clock}" ${fields}`;
      },
      (line) => `level=info msg=${JSON.stringify(line)}`,
    ),
};

/** The header that current agents write. */
const LINE = /^(\d{4}\/\d\d\/\d\d) (\d\d:\d\d:\d\d) (?:(\S+\.go:\d+): )?([A-Z]+) <([\w.-]+)> /;

/** Rewrite the headers of a log in another format of the product. */
export function withHeader(format: string): (log: string) => string {
  const parts = parseTemplate(format);
  return (log) =>
    log
      .split('\n')
      .map((line) =>
        line.replace(
          LINE,
          (
            _header,
            date: string,
            clock: string,
            source: string | undefined,
            level: string,
            tag: string,
          ) => fill(parts, { date, clock, level, tag, source: source ?? 'main.go:203' }),
        ),
      )
      .join('\n');
}

/** Values for the holes of an envelope. */
const VALUES: Record<string, string> = {
  month: 'Nov',
  day: '24',
  date: '2026-11-24',
  clock: '22:41:04',
  stamp: '2026-11-24T22:41:04.123456789Z',
  host: 'web01',
  pid: '312',
  priority: '30',
  version: '1',
  id: '-',
  data: '-',
  stream: 'stderr',
  flag: 'F',
  label: 'app.mackerel',
  milliseconds: '1795563664123',
  file: 'agent.log',
  word: 'w',
  seconds: '3.412',
  builder: 'amazon-ebs.base',
  int: '7',
  text: 'some text',
};

/** Put every line of a log into the envelope of another program. */
export function inEnvelope({
  text,
  csv,
}: CatalogFormats['envelopes'][number]): (log: string, program: string) => string {
  const parts = parseTemplate(text);
  return (log, program) =>
    eachLine(
      log,
      (line, index) =>
        fill(parts, { ...VALUES, program, container: `${program}-1`, number: String(index + 1) }) +
        (csv ? `"${line.replaceAll('"', '""')}"` : line),
    );
}

/** Wrap the lines of a log as a terminal does. */
export const wrapAt =
  (columns: number): ((log: string) => string) =>
  (log) =>
    log
      .split('\n')
      .map((line) => line.replace(new RegExp(`(.{${columns}})(?=.)`, 'g'), '$1\n'))
      .join('\n');

function fill(parts: TemplatePart[], values: Record<string, string>): string {
  return parts
    .map((part) =>
      typeof part === 'string'
        ? part
        : (values[part.name] ?? values[part.type] ?? part.name) +
          (part.type === 'column' ? '  ' : ''),
    )
    .join('');
}

const linesOf = (log: string): string[] => log.trimEnd().split('\n');
const truncated =
  (columns: number, mark: string) =>
  (log: string): string =>
    linesOf(log)
      .map((line) => (line.length > columns ? line.slice(0, columns - mark.length) + mark : line))
      .join('\n');

/** Lines that somebody did not copy. */
export const OMISSIONS: Record<string, (log: string) => string> = {
  'the first line': (log) => linesOf(log).slice(1).join('\n'),
  'the last line': (log) => linesOf(log).slice(0, -1).join('\n'),
  'the first half': (log) =>
    linesOf(log)
      .slice(linesOf(log).length / 2)
      .join('\n'),
  'the second half': (log) =>
    linesOf(log)
      .slice(0, (linesOf(log).length + 1) / 2)
      .join('\n'),
  'the beginning of the first line': (log) => log.slice(40),
};

/** Cuts by a pager or a window that does not show the ends of lines. */
export const TRUNCATIONS: Record<string, (log: string) => string> = {
  'journalctl at 100 columns': truncated(100, '>'),
  'a window of 120 columns': truncated(120, ''),
  'systemctl status at 140 columns': truncated(140, '…'),
  'the loss of the last 20 characters': (log) => log.trimEnd().slice(0, -20),
};
