import { expect, it } from 'vitest';
import { diagnoseBytes } from './diagnose-bytes.ts';
import { matcher } from '../helpers/whole-content.ts';

const OWN = [
  '2026/05/20 07:00:01 INFO <main> Starting mackerel-agent version:0.87.0, rev:aaaaaaa, apibase:https://api.mackerelio.com',
  '2026/05/20 07:00:03 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = app-01, hostID = 4Gh2kLmN8pQ',
];
/** Lines of other programs that the agent might print too. */
const OTHERS = [
  'exit status 1',
  'open /etc/app.conf: permission denied',
  'fork/exec /usr/local/bin/convert: resource temporarily unavailable',
  'accept tcp [::]:8080: accept4: too many open files',
  'panic: runtime error: index out of range [3] with length 3',
];

type Write = (writer: string, line: string) => string;

/** How log collectors name the program that wrote a line. */
const COLLECTED: Record<string, Write> = {
  'docker compose': (writer, line) => `${writer.padEnd(16)} | ${line}`,
  'kubectl --prefix': (writer, line) => `[pod/${writer}-7d9f/${writer}] ${line}`,
  'aws logs tail': (writer, line) => `2026-05-20T07:00:01.000Z ecs/${writer}/0a1b2c ${line}`,
  'journalctl -o json': (writer, line) =>
    JSON.stringify({ SYSLOG_IDENTIFIER: writer, MESSAGE: line }),
  Fluentd: (writer, line) => JSON.stringify({ container_name: `/${writer}`, log: line }),
  'CSV of Event Viewer': (writer, line) =>
    `Error,2026/05/20 7:00:01,${writer},1,None,"${line.replaceAll('"', '""')}"`,
  'text of wevtutil': (writer, line) =>
    `Event[0]:\n  Log Name: Application\n  Source: ${writer}\n  Level: Error\n  Description: \n${line}\n`,
  'text of Event Viewer in Japanese': (writer, line) =>
    `ログの名前:         Application\nソース:           ${writer}\nレベル:           エラー\n説明:\n${line}\n`,
  PowerShell: (writer, line) =>
    `ProviderName : ${writer}\nId           : 1\nMessage      : ${line}\n`,
  'XML of Event Viewer': (writer, line) => {
    const data = line.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const system = `<System><Provider Name='${writer}'/></System>`;
    return `<Event>${system}<EventData><Data>${data}</Data></EventData></Event>`;
  },
  'tail of files': (writer, line) => `\n==> /var/log/${writer}.log <==\n${line}`,
};

const read = (lines: string[]) => {
  const { answers, exited } = diagnoseBytes(matcher, `${lines.join('\n')}\n`);
  return { answers: answers.map(({ guide }) => guide), exited };
};

it.each(Object.entries(COLLECTED))(
  "%s: ignores the agent's messages if another program wrote them",
  (_name, write) => {
    const own = OWN.map((line) => write('mackerel-agent', line));
    const others = OTHERS.map((line) => write('app', line));
    expect(read([...own, ...others])).toEqual({ answers: [], exited: false });
    expect(read([...others, ...own, ...others])).toEqual({ answers: [], exited: false });
  },
);

it.each(Object.entries(COLLECTED))(
  '%s: reads what the agent printed among other programs',
  (_name, write) => {
    const key =
      'failed to load config: apikey must be specified in the config file (or by the DEPRECATED command-line flag)';
    const lines = [
      write('app', 'listening'),
      write('mackerel-agent', key),
      write('app', 'listening'),
    ];
    expect(read(lines)).toEqual({ answers: ['apikey-missing'], exited: true });
  },
);
