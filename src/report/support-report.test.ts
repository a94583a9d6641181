import { beforeAll, describe, expect, it } from 'vitest';
import { buildCatalog, buildWords } from '../compiler/index.ts';
import { openSampleContent } from '../../tests/helpers/open-sample-content.ts';
import type { ReportTexts } from '../model/words.ts';
import { compile, openDiagnosis, type Matcher } from '../engine/index.ts';
import { redact, type Replacement } from '../redaction/index.ts';
import type { InspectedReport, Inspection } from '../intake/index.ts';
import { linesToQuote } from './lines-to-quote.ts';
import { describeOutputs } from './describe-outputs.ts';
import { supportReport, type ProgramStart, type SenderNotes } from './support-report.ts';

const content = openSampleContent();
let matcher: Matcher;
let words: Record<'en' | 'ja', ReportTexts>;
beforeAll(() => {
  matcher = compile(buildCatalog(content));
  words = { en: buildWords(content, 'en'), ja: buildWords(content, 'ja') };
});

/** A time at which the agents in these logs still keep their values. */
const NOW = Date.parse('2026-03-02T05:00:00Z');
const SILENT: SenderNotes = { system: '', installed: '', changed: '', tried: '' };

function diagnose(log: string): InspectedReport {
  const diagnosis = openDiagnosis(matcher);
  diagnosis.push(new TextEncoder().encode(log));
  return { ...diagnosis.close(), kind: 'log', inspections: [], reopened: null };
}

/** Write a report as the analyzer does: quote, redact, write. */
function write(
  log: string,
  language: 'en' | 'ja' = 'en',
  notes = SILENT,
  undone: ReadonlySet<string> = new Set(),
  starts: ProgramStart[] = [],
  block = ['shindan-report/1', 'eA', 'shindan-end/12345678'],
  now = NOW,
): { markdown: string; replacements: Replacement[] } {
  const report = diagnose(log);
  const rows = log.split('\n');
  const quoted = linesToQuote(report).map((line) => rows[line - 1] ?? '');
  const { redacted, replacements } = redact(
    matcher,
    [quoted, report, Object.values(notes)],
    undone,
  );
  const [lines, clean, said] = redacted as [string[], InspectedReport, string[]];
  const excerpt = {
    catalog: '1234567890',
    total: rows.length,
    rows: [{ line: 3, text: 'x' }],
    isThin: false,
  };
  const input = {
    report: clean,
    lines,
    block,
    excerpt,
    inspected: [],
    starts,
    notes: Object.fromEntries(
      Object.keys(notes).map((key, index) => [key, said[index] ?? '']),
    ) as SenderNotes,
    done: new Set(['ask']),
    now,
    address: (path: string) => `/${language}/${path}`,
  };
  return { markdown: supportReport(input, words[language]), replacements };
}

const LOG = `2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 04:12:11 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = db-tokyo, hostID = 3xFAjdWpSBu
2026/03/02 04:13:20 WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": proxyconnect tcp: dial tcp 10.20.30.40:3128: connect: connection refused
2026/03/02 04:13:30 ERROR <command> Put "https://bob:Hunter2Hunter2@api.mackerelio.com/api/v0/hosts/3xFAjdWpSBu": x509: odd
2026/03/02 04:13:31 ERROR <main> the moon over db-tokyo is full, \`\`\` says taro@example.jp \u202e
`;
const SECRETS = [
  'db-tokyo',
  '3xFAjdWpSBu',
  '10.20.30.40',
  'Hunter2',
  'taro@example.jp',
  'kR9dZ2mQv8LpT4wXy7BnC1sFh6JgU3eA+o5/iW0aN2c=',
];
const TOLD: SenderNotes = {
  system: 'Rocky Linux 9 on db-tokyo',
  installed: 'yum',
  changed: 'apikey = "kR9dZ2mQv8LpT4wXy7BnC1sFh6JgU3eA+o5/iW0aN2c="',
  tried: '```\nrestarted 10.20.30.40',
};

describe.each(['en', 'ja'] as const)('a support report in %s', (language) => {
  it("leaks no planted secret in lines, chains, unknown lines or the sender's text", () => {
    const { markdown, replacements } = write(LOG, language, TOLD);
    for (const secret of SECRETS) expect(markdown).not.toContain(secret);
    expect(new Set(replacements.map(({ kind }) => kind))).toEqual(
      new Set(['host', 'id', 'ip', 'user', 'password', 'mail', 'key']),
    );
    expect(markdown).toContain('Rocky Linux 9 on host-1');
    expect(markdown).not.toContain('\u202e');
  });

  it('describes command outputs, each as one list item', () => {
    const down: Inspection = {
      kind: 'service',
      manager: 'systemd',
      file: null,
      product: 'mackerel-agent',
      unit: 'mackerel-agent.service',
      state: 'stopped',
      loaded: 'loaded',
      enabled: 'enabled',
      since: null,
      result: null,
      pid: null,
      exit: null,
    };
    const inspected = describeOutputs([down], words[language]);
    const markdown = supportReport(
      {
        report: diagnose(''),
        lines: [],
        block: [],
        excerpt: { catalog: '1', total: 0, rows: [], isThin: false },
        inspected,
        starts: [],
        notes: SILENT,
        done: new Set(),
        now: NOW,
        address: (path) => path,
      },
      words[language],
    );
    expect(markdown).toMatch(
      /\n\n- .*mackerel-agent\.service.*\n {2}.*Restart=.*\n\n {2}`sudo systemctl start mackerel-agent`\n/,
    );
  });

  it('does not change when redacted again', () => {
    const { markdown } = write(LOG, language, TOLD);
    expect(redact(matcher, markdown).redacted).toBe(markdown);
  });

  it('keeps the values that the sender wants to keep', () => {
    const { replacements } = write(LOG, language, TOLD);
    const address = replacements.find(({ value }) => value === '10.20.30.40')?.standIn ?? '';
    const { markdown } = write(LOG, language, TOLD, new Set([address]));
    expect(markdown).toContain('dial tcp 10.20.30.40:3128');
    for (const secret of SECRETS.filter((value) => value !== '10.20.30.40'))
      expect(markdown).not.toContain(secret);
  });

  it('gives no deadline that has passed', () => {
    const [early, late] = [NOW, NOW + 86_400_000].map(
      (now) => write(LOG, language, SILENT, new Set(), [], [], now).markdown,
    );
    expect(early).toContain(
      language === 'en' ? 'Act by 2026-03-02 10:13:20' : '2026-03-02 10:13:20までに対応',
    );
    expect(late).toContain(language === 'en' ? '\nAct now, since' : '\nすぐに対応、');
  });

  it('has its sections in order', () => {
    const { markdown } = write(LOG, language, TOLD);
    const headings = [...markdown.matchAll(/^##? (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(
      language === 'en'
        ? [
            'ip-1:3128 refuses the connection: nothing listens there, or a firewall rejects it.',
            'From the sender',
            'Verdict',
            'Evidence',
            'Lines of the log',
            'Timeline',
            'Lines that this site does not know',
            'Steps of the guide (ticked: done)',
            'To open this report again',
          ]
        : [
            'ip-1:3128が接続を拒否しています。',
            '送信者から',
            '診断結果',
            '判断の根拠',
            'ログの行',
            '経過',
            'このサイトに載っていない行',
            'ガイドの手順（チェックの付いたものは実施済み）',
            'この報告を開き直すには',
          ],
    );
  });
});

it('says if the log is too long to reopen the report', () => {
  const { markdown } = write(LOG, 'en', SILENT, new Set(), [], []);
  expect(markdown).toMatch(
    /## To open this report again\n\nThe log is longer than the page keeps[^\n]*\n$/,
  );
});

it('ticks completed steps and links to each step', () => {
  const { markdown } = write(
    LOG.split('\n')
      .slice(0, 2)
      .concat(
        '2026/03/02 04:13:20 WARNING <command> Failed to post metrics value (will retry): API request failed: 403 Forbidden\n',
      )
      .join('\n'),
  );
  expect(markdown).toContain(
    "/en/guides/key-rejected/)\n\n- [x] Ask Mackerel with this host's key\n- [ ] ",
  );
});

it('lists the timeline in order', () => {
  const [, timeline] =
    /^## Timeline\n\n([\s\S]*?)\n\n/m.exec(
      write(LOG, 'en', SILENT, new Set(), [
        { time: '2026-03-02 04:12', version: '0.85.1' },
        { time: '2026-03-02 04:13', version: null },
      ]).markdown,
    ) ?? [];
  expect(timeline?.split('\n')).toEqual([
    '- 2026-03-02 04:12:09 first known line',
    '- 2026-03-02 04:12 the agent starts (0.85.1)',
    '- 2026-03-02 04:13 the agent starts',
    '- 2026-03-02 04:13:20 first fault',
    '- 2026-03-02 04:13:20 last known line',
  ]);
});

it('uses a fence that a fence in the log cannot close', () => {
  const { markdown } = write(LOG);
  expect(markdown).toMatch(/^````log\n[\s\S]*``` says[\s\S]*\n````$/m);
});
