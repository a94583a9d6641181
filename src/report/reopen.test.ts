import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSampleContent } from '../../tests/helpers/open-sample-content.ts';
import { CHATTER, diagnosisOf, ReportSender, view } from '../../tests/helpers/report-sender.ts';
import { redact } from '../redaction/index.ts';
import { maskReport } from '../redaction/mask-secrets.ts';
import type { InspectedReport } from '../intake/index.ts';
import { linesToEmbed } from './lines-to-embed.ts';
import { customerReply } from './customer-reply.ts';

const sender = new ReportSender(openSampleContent());

const START = `2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 04:12:11 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = db-tokyo, hostID = 3xFAjdWpSBu
`;
const twoDigits = (number: number): string => String(number).padStart(2, '0');
const refused = (minute: number): string => {
  const clock = `${twoDigits(5 + Math.floor(minute / 60))}:${twoDigits(minute % 60)}:20`;
  return `2026/03/02 ${clock} WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp 10.20.30.40:443: connect: connection refused\n`;
};

describe('a reopened report', () => {
  it('holds only a part of a long log, with the original line numbers, and gives the same diagnosis', async () => {
    const outage = Array.from({ length: 90 }, (_, minute) => refused(minute)).join('');
    const log =
      START +
      CHATTER +
      outage +
      CHATTER.replaceAll('03/02', '03/03') +
      outage.replaceAll('03/02', '03/03') +
      START.replaceAll('03/02', '03/04');
    const { sent, markdown, held } = await sender.send(log);
    const opened = await sender.read(markdown);
    expect(held).toBeLessThan(1600);
    expect(opened.reopened).toMatchObject({ problem: null, held, isThin: false });
    expect(opened.lines.total).toBe(sent.lines.total);
    expect(diagnosisOf(opened)).toEqual(diagnosisOf(sent));
    const lines = (report: InspectedReport): number[] =>
      report.answers.flatMap(({ evidence }) =>
        evidence.flatMap((index) => report.findings[index]?.lines ?? []),
      );
    expect(lines(sent)).toEqual(expect.arrayContaining(lines(opened)));
    expect(lines(opened).length).toBeGreaterThan(100);
  });

  it('follows an outage that a support report holds only in part, or says nothing about the data', async () => {
    const MINUTES = 1000;
    const outage = (perMinute: number): string =>
      START +
      Array.from({ length: MINUTES * perMinute }, (_, index) =>
        refused(Math.floor(index / perMinute)),
      ).join('');
    const long = await sender.send(outage(3));
    expect((await sender.read(long.markdown)).reopened).toMatchObject({ isThin: false });
    expect(diagnosisOf(await sender.read(long.markdown))).toEqual(diagnosisOf(long.sent));
    const dense = await sender.send(outage(20));
    const opened = await sender.read(dense.markdown);
    expect(opened.reopened).toMatchObject({ isThin: true });
    expect(opened.data).toMatchObject({ state: 'unknown', deadline: null });
    expect(opened.answers.map(({ guide, state }) => [guide, state])).toEqual(
      dense.sent.answers.map(({ guide, state }) => [guide, state]),
    );
    expect(dense.block.length).toBeLessThan(250);
    expect(linesToEmbed(opened, { count: 1, numberAt: () => 1, text: () => 'x' })).toEqual({
      rows: [{ line: 1, text: 'x' }],
      isThin: true,
    });
  });

  it.each<[string, (markdown: string, block: string[]) => string]>([
    ['the block alone', (_, block) => block.join('\n')],
    ['the block in its fence', (_, block) => `\`\`\`shindan\n${block.join('\n')}\n\`\`\``],
    ['CRLF', (markdown) => markdown.replaceAll('\n', '\r\n')],
    ['quoted in mail', (markdown) => markdown.replace(/^/gm, '> > ')],
    [
      'quoted in mail with CRLF and text around it',
      (markdown) =>
        `Hello,\r\n\r\nhere it is.\r\n${markdown.replace(/^/gm, '> ').replaceAll('\n', '\r\n')}\r\nRegards\r\n`,
    ],
    [
      'wrapped at 76 columns',
      (markdown) => markdown.replace(/(?=.{77})(.{1,76})(?: |$)|(.{76})/gm, '$1$2\n'),
    ],
    ['wrapped at 40 columns', (markdown) => markdown.replace(/.{40}/g, '$&\n')],
    [
      'soft line breaks of quoted-printable',
      (_, block) => block.map((line) => line.replace(/.{50}/g, '$&=\n')).join('\n'),
    ],
    [
      'after the truncated block of another report',
      (markdown, block) => `${block.slice(0, 2).join('\n')}\n\`\`\`\n${markdown}`,
    ],
  ])('is read from %s', async (_name, change) => {
    const { sent, markdown, block } = await sender.send(START + refused(1));
    const opened = await sender.read(change(markdown, block));
    expect(opened.reopened).toMatchObject({ problem: null });
    expect(view(opened)).toEqual(view(sent));
  });

  it('fills no values into commands', async () => {
    const { markdown } = await sender.send(START + refused(1));
    const opened = await sender.read(markdown);
    expect(
      opened.findings.some(({ chain }) =>
        chain.some(({ captures }) => captures['addr']?.includes('ip-1:443')),
      ),
    ).toBe(true);
    const written = customerReply(maskReport(opened), sender.words, (path) => path);
    // Neither a stand-in nor a sample is this log's address.
    expect(written).toContain(
      '\n1. Find out whether the address, the route or a firewall is at fault',
    );
    expect(written).not.toMatch(/Compare ip-1|203\.0\.113\.80/);
  });

  it('does not change if it is redacted again', async () => {
    const first = await sender.send(START + refused(1));
    const opened = await sender.read(first.markdown);
    expect(redact(sender.matcher, opened).redacted).toEqual(opened);
  });
});

describe('a block that cannot be read', () => {
  it.each<[string, (block: string[]) => string[], object]>([
    ['its end is missing', (block) => block.slice(0, -1), { problem: 'truncated' }],
    [
      'its end is missing, and a fence follows',
      (block) => [...block.slice(0, 2), '```'],
      { problem: 'truncated' },
    ],
    ['a line is missing', (block) => block.toSpliced(1, 1), { problem: 'damaged' }],
    [
      'a sentence was inserted into it',
      (block) => block.toSpliced(2, 0, 'Sent from my phone!'),
      { problem: 'damaged' },
    ],
    [
      'its format is newer',
      (block) => ['shindan-report/2', ...block.slice(1)],
      { problem: 'unknown-format', format: 2 },
    ],
  ])('says that %s, and reads the lines around it', async (_name, change, fault) => {
    const { sent, markdown, block } = await sender.send(START + refused(1));
    const opened = await sender.read(markdown.replace(block.join('\n'), change(block).join('\n')));
    expect(opened.reopened).toEqual(fault);
    expect(opened.answers.map(({ guide }) => guide)).toEqual(
      sent.answers.map(({ guide }) => guide),
    );
    expect((await sender.read(change(block).join('\n'))).reopened).toEqual(fault);
  });

  it('yields a valid report whatever the block contains', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.boolean(), async (text, ends) => {
        const report = await sender.read(
          `shindan-report/1\n${text}\n${ends ? 'shindan-end/00000000' : ''}`,
        );
        expect(['healthy', 'recovered', 'action-needed', 'unrecognised']).toContain(report.status);
      }),
      { numRuns: 100 },
    );
  });
});
