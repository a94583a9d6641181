import { expect, it } from 'vitest';
import { buildCatalog, loadContent } from '../../catalog/index.ts';
import { compile, open, type Report } from '../../engine/index.ts';

const content = loadContent();
const matcher = compile(buildCatalog(content));

function diagnose(bytes: Uint8Array): Report {
  const diagnosis = open(matcher);
  diagnosis.push(bytes);
  return diagnosis.close();
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const lines = (text: string, change: (line: string, index: number) => string): string => text.split('\n').filter((line) => line !== '').map(change).join('\n');

/** What people and programs do to a log before it is pasted. None of it may change the answer. */
const DISGUISES: Record<string, (text: string) => Uint8Array | string> = {
  'CRLF': (text) => text.replaceAll('\n', '\r\n'),
  'UTF-16': (text) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')),
  'a quoted mail': (text) => lines(text, (line) => `> ${line}`),
  'a mail around it': (text) => `お世話になっております。\n以下のログが出ています。\n\n${text}\n\nよろしくお願いいたします。\n-- \n山田`,
  'a Markdown fence': (text) => `Hi,\n\n\`\`\`\n${text}\`\`\`\nthanks`,
  'docker json-file': (text) => lines(text, (line) => JSON.stringify({ log: `${line}\n`, stream: 'stderr', time: '2026-11-24T22:41:04.123Z' }).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e')),
  'journalctl -o json': (text) => lines(text, (line) => JSON.stringify({ _PID: '12', SYSLOG_IDENTIFIER: 'mackerel-agent', MESSAGE: line })),
  'journalctl': (text) => lines(text, (line) => `Nov 24 22:41:04 web01 mackerel-agent[312]: ${line}`),
  'journalctl -o short-iso': (text) => lines(text, (line) => `2026-11-24T22:41:04+0900 web01 mackerel-agent[312]: ${line}`),
  'systemctl status': (text) => `● mackerel-agent.service - mackerel.io agent\n     Active: failed (Result: exit-code)\n   Main PID: 312 (code=exited, status=1/FAILURE)\n\n${lines(text, (line) => `Nov 24 22:41:04 web01 mackerel-agent[312]: ${line}`)}`,
  'CRI': (text) => lines(text, (line) => `2026-11-24T22:41:04.123456789Z stderr F ${line}`),
  'kubectl --timestamps': (text) => lines(text, (line) => `2026-11-24T22:41:04.123456789Z ${line}`),
  'docker compose': (text) => lines(text, (line) => `mackerel-agent-1  | ${line}`),
  'Tera Term': (text) => lines(text, (line) => `[2026-11-24 22:41:26.123] ${line}`),
  'cat -n': (text) => lines(text, (line, index) => `${String(index + 1).padStart(6)}\t${line}`),
  'grep -n': (text) => lines(text, (line, index) => `${index + 1}:${line}`),
  'Event Viewer in Japanese': (text) => lines(text, (line) => `ログの名前:         Application\nソース:           mackerel-agent\n日付:            2026/11/24 22:41:04\nイベント ID:       1\nレベル:           警告\n説明:\n${line}\n`),
  'indentation': (text) => lines(text, (line) => `    ${line}`),
  'no-break spaces': (text) => text.replaceAll(' ', '\u00a0'),
  'HTML entities': (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  'colours': (text) => text.replace(/(WARNING|ERROR)/g, '\u001b[31m$1\u001b[0m'),
  'empty lines between': (text) => text.replaceAll('\n', '\n\n'),
  'dates with hyphens': (text) => text.replace(/^(\d{4})\/(\d\d)\/(\d\d) /gm, '$1-$2-$3 '),
  'a shell prompt': (text) => `root@web01:~# journalctl -u mackerel-agent -n 100\n-- Logs begin at Mon 2026-11-23 10:00:00 JST. --\n${text}root@web01:~# `,
};

const essence = ({ answers, status, version, exited }: Report) => ({ first: answers[0]?.guide, status, version, exited });
const cases = content.guides.flatMap(({ cases: found }) => found);

it.each(Object.entries(DISGUISES))('%s does not change the answer', (_name, disguise) => {
  const changed = cases.flatMap(({ file, text }) => {
    const disguised = disguise(text);
    const [before, after] = [essence(diagnose(utf8(text))), essence(diagnose(typeof disguised === 'string' ? utf8(disguised) : disguised))];
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ file, before, after }];
  });
  expect(changed).toEqual([]);
});

it('is wrapped at 80 columns and still gives the answer, but where a word of another program was cut', () => {
  const wrap = (text: string): string => text.split('\n').map((line) => line.replace(/(.{80})/g, '$1\n')).join('\n');
  const wrong = cases.filter(({ text }) => essence(diagnose(utf8(text))).first !== essence(diagnose(utf8(wrap(text)))).first);
  expect(wrong.length / cases.length).toBeLessThan(0.1);
});
