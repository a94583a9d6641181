import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildCatalog,
  buildSettings,
  buildDetectionHints,
  buildWords,
  openContentLazily,
} from '../compiler/index.ts';
import { compile, openDiagnosis } from '../engine/index.ts';
import { redact } from '../redaction/index.ts';
import { maskReport } from '../redaction/mask-secrets.ts';
import { Intake, encodePayload, type InspectedReport } from '../intake/index.ts';
import { linesToEmbed } from './lines-to-embed.ts';
import { linesToQuote } from './lines-to-quote.ts';
import { customerReply } from './customer-reply.ts';
import { supportReport } from './support-report.ts';

const content = openContentLazily();
const settings = buildSettings(content);
const signs = buildDetectionHints(content);
const matcher = compile(buildCatalog(content));
const words = buildWords(content, 'en');

function read(text: string): Promise<InspectedReport> {
  const intake = new Intake({
    diagnosis: openDiagnosis(matcher, { now: Date.now(), offset: 540 }),
    catalog: matcher.catalog.version,
    signs,
    loadSettings: () => Promise.resolve(settings),
    decode: (bytes, encoding) => new TextDecoder(encoding).decode(bytes),
    encode: (piece) => new TextEncoder().encode(piece),
  });
  intake.beginFile('x');
  intake.addBytes(new TextEncoder().encode(text));
  return intake.finishReport();
}

/** Write a report as the analyzer does: choose, redact, pack, write. */
async function send(
  log: string,
): Promise<{ sent: InspectedReport; markdown: string; block: string[]; held: number }> {
  const sent = await read(log);
  const rows = log
    .replace(/\n$/, '')
    .split('\n')
    .map((row) => row.replace(/\r$/, ''));
  const { rows: carried, isThin } = linesToEmbed(sent, {
    count: rows.length,
    numberAt: (at) => at + 1,
    text: (line) => rows[line - 1],
  });
  const { redacted } = redact(matcher, [carried.map(({ text }) => text), sent]);
  const [texts, report] = redacted as [string[], InspectedReport];
  const excerpt = {
    catalog: matcher.catalog.version,
    total: sent.lines.total,
    rows: carried.map(({ line }, index) => ({ line, text: texts[index] ?? '' })),
    isThin,
  };
  const quoting = new Set(linesToQuote(sent));
  const block = await encodePayload(excerpt);
  const lines = excerpt.rows.flatMap(({ line, text }) => (quoting.has(line) ? [text] : []));
  const told = {
    system: 'Rocky Linux 9',
    installed: 'yum',
    changed: 'shindan-report/1',
    tried: '',
  };
  const markdown = supportReport(
    {
      report,
      lines,
      block,
      excerpt,
      inspected: [],
      starts: [],
      told,
      done: new Set(),
      now: Date.now(),
      address: (path) => `https://x.example/en/${path}`,
    },
    words,
  );
  return { sent, markdown, block, held: carried.length };
}

/** Return the parts of a report that must be equal after reopening. */
function view({
  status,
  exited,
  data,
  answers,
  version,
  lines,
  findings,
  inspections,
  kind,
}: InspectedReport): object {
  return {
    status,
    exited,
    data,
    version,
    lines,
    kind,
    inspections: inspections.length,
    answers: answers.map(({ guide, confidence, state, evidence }) => ({
      guide,
      confidence,
      state,
      lines: evidence.flatMap((index) => findings[index]?.lines ?? []),
    })),
  };
}

const diagnosisOf = ({ status, exited, data, answers }: InspectedReport): object => ({
  status,
  exited,
  data,
  answers: answers.map(({ guide, state }) => ({ guide, state })),
});
const wholeLogs = content.products.flatMap(({ id, cases }) =>
  cases.map(({ file, log }) => ({ name: `${id}/${file}`, text: log.text })),
);
const cases = [
  ...wholeLogs,
  ...content.guides.flatMap(({ slug, cases: logs }) =>
    logs.map(({ name, text }) => ({ name: `${slug}/${name}`, text })),
  ),
];

const START = `2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 04:12:11 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = db-tokyo, hostID = 3xFAjdWpSBu
`;
const twoDigits = (number: number): string => String(number).padStart(2, '0');
const CHATTER = Array.from({ length: 4000 }, (_, index) => {
  const [minute, second] = [20 + Math.floor(index / 200), Math.floor(index / 4) % 50];
  const clock = `04:${twoDigits(minute)}:${twoDigits(second)}`;
  return `2026/03/02 ${clock} DEBUG <metrics> collected ${index}\n`;
}).join('');
const refused = (minute: number): string => {
  const clock = `${twoDigits(5 + Math.floor(minute / 60))}:${twoDigits(minute % 60)}:20`;
  return `2026/03/02 ${clock} WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp 10.20.30.40:443: connect: connection refused\n`;
};

describe('a reopened report', () => {
  it.each(cases)('gives the diagnosis that its sender saw: $name', async ({ text }) => {
    const { sent, markdown } = await send(text);
    const opened = await read(markdown);
    expect(opened.reopened).toEqual({
      problem: null,
      catalog: matcher.catalog.version,
      own: matcher.catalog.version,
      held: sent.lines.total,
      isThin: false,
    });
    expect(view(opened)).toEqual(view(sent));
  });

  it('gives the same diagnosis from a part of a long log, with its line numbers', async () => {
    const outage = Array.from({ length: 90 }, (_, minute) => refused(minute)).join('');
    const log =
      START +
      CHATTER +
      outage +
      CHATTER.replaceAll('03/02', '03/03') +
      outage.replaceAll('03/02', '03/03') +
      START.replaceAll('03/02', '03/04');
    const { sent, markdown, held } = await send(log);
    const opened = await read(markdown);
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

  it('gives the same diagnosis if the fault is at the end of a long log', async () => {
    for (const { name, text } of cases) {
      const { sent, block, held } = await send(CHATTER + text);
      const opened = await read(block.join('\n'));
      expect(held, name).toBeLessThan(sent.lines.total);
      expect(diagnosisOf(opened), name).toEqual(diagnosisOf(sent));
    }
  });

  it('follows an outage with more lines than fit, or leaves the data state unknown', async () => {
    const outage = (minutes: number, perMinute: number): string =>
      START +
      Array.from({ length: minutes * perMinute }, (_, index) =>
        refused(Math.floor(index / perMinute)),
      ).join('');
    const long = await send(outage(1000, 3));
    expect((await read(long.markdown)).reopened).toMatchObject({ isThin: false });
    expect(diagnosisOf(await read(long.markdown))).toEqual(diagnosisOf(long.sent));
    const dense = await send(outage(1000, 20));
    const opened = await read(dense.markdown);
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
    const { sent, markdown, block } = await send(START + refused(1));
    const opened = await read(change(markdown, block));
    expect(opened.reopened).toMatchObject({ problem: null });
    expect(view(opened)).toEqual(view(sent));
  });

  it('fills no values into commands', async () => {
    const { markdown } = await send(START + refused(1));
    const opened = await read(markdown);
    expect(
      opened.findings.some(({ chain }) =>
        chain.some(({ captures }) => captures['addr']?.includes('ip-1:443')),
      ),
    ).toBe(true);
    const written = customerReply(maskReport(opened), words, (path) => path);
    expect(written).toContain('203.0.113.80:443');
    expect(written).not.toContain('Compare `ip-1:443`');
  });

  it('does not change when it is redacted to be passed on', async () => {
    const first = await send(START + refused(1));
    const opened = await read(first.markdown);
    expect(redact(matcher, opened).redacted).toEqual(opened);
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
    const { sent, markdown, block } = await send(START + refused(1));
    const opened = await read(markdown.replace(block.join('\n'), change(block).join('\n')));
    expect(opened.reopened).toEqual(fault);
    expect(opened.answers.map(({ guide }) => guide)).toEqual(
      sent.answers.map(({ guide }) => guide),
    );
    expect((await read(change(block).join('\n'))).reopened).toEqual(fault);
  });

  it('yields a valid report whatever the block contains', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.boolean(), async (text, ends) => {
        const report = await read(
          `shindan-report/1\n${text}\n${ends ? 'shindan-end/00000000' : ''}`,
        );
        expect(['healthy', 'recovered', 'action-needed', 'unrecognised']).toContain(report.status);
      }),
      { numRuns: 100 },
    );
  });
});

it('finds no block in an ordinary log', async () => {
  for (const { text } of cases) expect((await read(text)).reopened).toBeNull();
});
