import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { configSentences } from '../../src/report/config-sentences.ts';
import { jsonLine } from '../../src/cli/json-line.ts';
import { renderComparison } from '../../src/cli/render-comparison.ts';
import { renderInspection } from '../../src/cli/render-inspection.ts';
import { renderReport } from '../../src/cli/render-report.ts';
import { escapeReport } from '../../src/report/format/index.ts';
import { maskReport } from '../../src/redaction/mask-secrets.ts';
import { compareReports } from '../../src/intake/compare.ts';
import type { Comparison, InspectedReport } from '../../src/intake/index.ts';
import { encodePayload } from '../../src/intake/report-payload.ts';
import {
  customerReply,
  supportReport,
  describeOutputs,
  type ProgramStart,
  type SenderNotes,
} from '../../src/report/index.ts';
import { inspectText } from '../helpers/inspect-text.ts';
import { sample } from '../helpers/sample.ts';
import { catalog, content, matcher, words } from '../helpers/whole-content.ts';

const LANGUAGES = ['en', 'ja'] as const;
beforeAll(() => {
  vi.stubEnv('FORCE_COLOR', '1');
  vi.stubEnv('NO_COLOR', undefined);
});

const START = `2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.71.2, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 04:12:11 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = web01, hostID = 3xFAjdWpSBu
`;
const OTHER_HOST = START.replaceAll(' 04:', ' 05:')
  .replace('3xFAjdWpSBu', '4yGBkeXqTCv')
  .replace('web01', 'web02')
  .replace('0.71.2', '0.85.1');
const REFUSED =
  '2026/03/02 06:13:20 WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp 203.0.113.25:443: connect: connection refused\n';
const FAULTS = `${REFUSED}2026/03/02 06:13:22 WARNING <command> ReportCheckMonitors: failed to report (will retry): API request failed: 403 Forbidden
2026/03/02 06:13:23 WARNING <command> Checker "web" action stdout: "" stderr: "sh: 1: x: not found\\n" exitCode: 127
2026/03/02 06:13:24 ERROR <main> the moon is full
2026/03/02 06:13:25 WARNING <command> Failed to post metrics values (will retry): odd
`;
const RETIRED =
  '2026/03/02 07:00:00 INFO <main> This host (hostID: 3xFAjdWpSBu) has been retired.\n';
const STOPPED = `2026/03/02 07:01:00 INFO <main> Received signal 'terminated', try graceful shutdown up to 30.000000 seconds. If you want force shutdown immediately, send a signal again.\n`;
const SERVICE = `● mackerel-agent.service - mackerel.io agent
     Loaded: loaded (/usr/lib/systemd/system/mackerel-agent.service; disabled; preset: disabled)
     Active: failed (Result: exit-code) since Tue 2026-11-24 22:41:04 JST; 3min ago
   Main PID: 4511 (code=exited, status=1/FAILURE)
`;
const DF =
  'Filesystem     1024-blocks    Used Available Capacity Mounted on\n/dev/sda1        1000000 1000000         0     100% /\n/dev/sdb1        1000000  600000    300000      67% /srv\n';
const CONFIG = `apikey = "k"\nrolse = ["a:b"]\nroles = ["a:b", "nope"]\nverbose = "yes"\n[plugin.checks."a.b"]\ncommand = "check-http"\ncheck_interval = 90\nmax_check_attempts = 2\nprevent_alert_auto_close = true\n[plugin.checks.web]\nmemo = "x"\n[filesystems]\nignore = "("\n`;

const PASTES: Record<string, string> = {
  log: START + OTHER_HOST + FAULTS,
  'healthy log': START + OTHER_HOST + RETIRED,
  'stopped log': START + STOPPED,
  'recovered log': [
    START,
    REFUSED,
    OTHER_HOST.replaceAll(' 05:', ' 09:'),
    '2026/03/02 09:20:00 DEBUG <command> x\n',
  ].join(''),
  'strange log': 'one\ntwo\n',
  config: CONFIG,
  'broken config': 'apikey = "k\nroles = [ “a:b”\n',
  'config beside a log': `${CONFIG}\n${START}${FAULTS}`,
  df: DF,
  'df with an error': `df: /mnt/nfs: Stale file handle\n${DF}`,
  service: SERVICE,
  'service of Windows':
    '\nStatus   Name               DisplayName\n------   ----               -----------\nStopped  mackerel-agent     mackerel-agent\n\n',
  curl: 'curl: (6) Could not resolve host: api.mackerelio.com\n\n000\n',
  'an answer to curl': '<html>\n<p>Sign in</p>\n</html>\n200\n',
  configtest: '[CRITICAL] failed to test config: failed to load the config file: toml: line 3: x\n',
  memory: 'MemTotal:  1000000 kB\nMemFree:  100000 kB\nMemAvailable:  400000 kB\n',
};

const INVISIBLE = [
  '\u001bc',
  '\u001b[31m',
  '\u001b]0;title\u0007',
  '\u009b2J',
  '\u0085',
  '\u007f',
  '\u202e',
  '\u2066',
  '\u200e',
  '\u061c',
  '\u200b',
  'x\u200dy',
  'a\u00adb',
  'a\u034fb',
  '\u115f',
  '\u1160',
  '\u17b4',
  '\u180e',
  '\u2028',
  '\u2060',
  '\u2800',
  '\u3164',
  'a\ufe0f',
  '\ufeff',
  '\uffa0',
  '\ufff9',
  '\ufdd0',
  '\ud800',
  '\u{1d173}',
  '\u{e0041}\u{e007f}',
  'a\u{e0100}',
];
const MARKUP = [
  'a\rb',
  'a\nb',
  '](https://evil.example/) [x](https://evil.example/)',
  '![x](https://evil.example/p.png)',
  '<img src=x onerror=alert(1)>',
  '</code><script>',
  '<!-- ',
  '<https://evil.example/>',
  'https://evil.example/',
  'www.evil.example',
  'evil@evil.example',
  'xmpp:a@b.example',
  '`',
  '``',
  '``` x',
  '` ](https://evil.example/) `',
  '\n```\nx',
  '\n~~~\nx',
  '# x',
  '\n# x',
  '\n\n# x',
  'x\n===',
  'x\n---',
  '- x',
  '* x',
  '+ x',
  '1. x',
  '1) x',
  '\n\n- x',
  '> x',
  '\n\n> x',
  '\t\tx',
  '     x',
  '\n\n     x',
  '| a | b |\n| - | - |\n| c | d |',
  'a\n:-',
  '\n\n***\n\n',
  '*a* **b** _c_ __d__',
  '~~a~~ ~b~',
  '[^1]',
  '\n[^1]: x',
  '[x]: https://evil.example/',
  '[ ] x',
  '&lt;b&gt; &#60;b&#62;',
  '\\',
  '\\# x\\',
  'x  \ny',
  '$x$',
  ':smile:',
  '@user #1 GH-1',
  'host\\_1.example',
  '日本https://evil.example/語www.evil.example語@evil.example',
];
/** All invisible characters are in one text: an output with any of them fails. */
const HOSTILE = [INVISIBLE.join(' '), ...MARKUP];
/** Two words, because a single one may be redacted as a key. */
const HARMLESS = 'x y';

/** Fields that hold fixed words or names from the content, never a value from a log. */
const FIXED_FIELDS = new Set([
  'kind',
  'status',
  'state',
  'guide',
  'confidence',
  'role',
  'level',
  'entry',
  'message',
  'code',
  'effect',
  'setting',
  'detail',
  'case',
  'manager',
  'missing',
  'problem',
  'restart',
  'change',
  'outcome',
  'refusal',
  'order',
  'because',
  'catalog',
  'own',
  'product',
  'fixedIn',
]);

/** The input of all outputs: a report, its comparison, and what the sender adds. */
interface Subject {
  file: string;
  report: InspectedReport;
  comparison: Comparison;
  starts: ProgramStart[];
  notes: SenderNotes;
  lines: string[];
}

async function makeSubject(paste: string): Promise<Subject> {
  const report = await inspectText(content, matcher, paste);
  const before = await inspectText(content, matcher, START + REFUSED);
  return {
    file: 'x.log',
    report,
    comparison: compareReports(before, report, catalog),
    starts: [
      { time: '2026-03-02 04:12', version: '0.71.2' },
      { time: '2026-03-02 04:13', version: null },
    ],
    notes: { system: 'a', installed: 'b', changed: 'c', tried: 'd' },
    lines: paste.split('\n').slice(0, 6),
  };
}

/** Return the paths of all texts that may come from outside. */
function pathsIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value === 'string') return [path];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, field]) =>
    FIXED_FIELDS.has(key) || (key === 'unit' && (field === 'kilobytes' || field === 'other'))
      ? []
      : pathsIn(field, [...path, key]),
  );
}

/** For each kind of field in a list, keep only the first item that has it. */
function firstOfKind(paths: readonly string[][]): string[][] {
  const kinds = new Map(
    paths
      .toReversed()
      .map((path) => [path.map((key) => (/^\d+$/.test(key) ? '*' : key)).join('.'), path]),
  );
  return [...kinds.values()];
}

/** Copy a subject, replacing the texts at some paths. */
function withText(subject: Subject, paths: readonly string[][], text: string): Subject {
  const copy = structuredClone(subject);
  for (const path of paths) {
    const holder = path
      .slice(0, -1)
      .reduce<Record<string, unknown>>(
        (at, key) => at[key] as Record<string, unknown>,
        copy as unknown as Record<string, unknown>,
      );
    holder[path.at(-1) as string] = text;
  }
  return copy;
}

const address = (path: string): string => `https://ours.example/${path}`;
let block: string[];
beforeAll(async () => {
  block = await encodePayload({
    catalog: '1',
    total: 1,
    rows: [{ line: 1, text: 'x' }],
    isThin: false,
  });
});

function outputs(
  { file, report, comparison, starts, notes, lines }: Subject,
  language: 'en' | 'ja',
): { terminal: string; markdown: string; reply: string; json: string } {
  const own = words[language];
  const inspected = [...configSentences(report, own), ...describeOutputs(report.inspections, own)];
  const excerpt = { catalog: '1', total: 1, rows: [{ line: 1, text: 'x' }], isThin: false };
  return {
    terminal: `${renderComparison(escapeReport(comparison), report.product, own)}\n${renderReport(
      file,
      escapeReport(report),
      own,
      [],
      report.inspections.map((inspection) => renderInspection(inspection, own)),
    )}`,
    markdown: supportReport(
      { report, lines, block, excerpt, inspected, starts, notes, done: new Set(), now: 0, address },
      own,
    ),
    reply: customerReply(maskReport(report), own, address, 0),
    json: jsonLine({ schema: 1, file, ...report, comparison }),
  };
}

/** Characters that must not appear. Deliberately independent of the code under test. */
const UNSEEN =
  /(?![\t\n\u0600-\u0605\u06dd])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/u;
/** The escape sequences of the terminal's styles, as `styleText` writes them. */
const STYLES = /\u001b\[(?:1|2|22|31|32|33|36|39)m/g;

interface Node {
  type: string;
  url?: string;
  depth?: number;
  children?: Node[];
}

/** Return the structure of a Markdown tree without its text. */
function structureOf({ type, url, depth, children }: Node): unknown {
  return [
    type,
    url,
    depth,
    (children ?? [])
      .filter((child) => child.type !== 'text' && child.type !== 'inlineCode')
      .map(structureOf),
  ];
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(nodesOf)];
}

interface MarkdownReading {
  structure: string;
  /** Whether all nodes may be in a report, and all links lead to the site. */
  isExpected: boolean;
}

/** The readings of a test. Many fields are not in the Markdown, which is then the same. */
const readings = new Map<string, MarkdownReading>();
beforeEach(() => readings.clear());

function readMarkdown(markdown: string): MarkdownReading {
  const known = readings.get(markdown);
  if (known) return known;
  const tree = fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  }) as Node;
  const reading = {
    structure: JSON.stringify(structureOf(tree)),
    isExpected: nodesOf(tree).every(
      ({ type, url }) =>
        !/^(?:html|image|table|delete|footnote|blockquote|thematicBreak|definition|break)/.test(
          type,
        ) &&
        (url === undefined || url.startsWith('https://ours.example/')),
    ),
  };
  readings.set(markdown, reading);
  return reading;
}

let checks = 0;
const verify = (is: boolean, what: string, context: unknown): void => {
  checks++;
  if (!is) expect.fail(`${what}: ${JSON.stringify(context)}`);
};
afterAll(() => {
  vi.unstubAllEnvs();
  process.stdout.write(`hostile text: ${checks} checks\n`);
});

/** Render a subject with a harmless text at some paths. */
function renderHarmless(
  subject: Subject,
  paths: string[][],
  language: 'en' | 'ja',
  text = HARMLESS,
): { styles: string; lines: Record<'terminal' | 'reply', number>; shapes: string[] } {
  const made = outputs(withText(subject, paths, text), language);
  // A sentence with a captured value gives way to one without it if the value cannot be shown.
  const without = paths.some(isCapture)
    ? [outputs(withText(subject, paths.filter(isCapture), ''), language)]
    : [];
  return {
    styles: stylesOf(made.terminal),
    lines: { terminal: linesOf(made.terminal), reply: linesOf(made.reply) },
    shapes: [made, ...without].map(({ markdown }) => readMarkdown(markdown).structure),
  };
}

const stylesOf = (text: string): string => (text.match(STYLES) ?? []).join();
const linesOf = (text: string): number => text.split('\n').length;

/**
 * Check all outputs of a subject with a hostile text at some paths against those with a harmless
 * one.
 */
function check(
  subject: Subject,
  paths: string[][],
  hostile: string,
  language: 'en' | 'ja',
  harmless: ReturnType<typeof renderHarmless>,
): void {
  const bad = withText(subject, paths, hostile);
  const made = outputs(bad, language);
  const context = {
    hostile,
    language,
    at: paths.length === 1 ? paths[0]?.join('.') : 'everywhere',
  };
  for (const kind of ['markdown', 'reply', 'json'] as const)
    verify(!UNSEEN.test(made[kind]), `invisible characters in ${kind}`, {
      ...context,
      found: excerptAround(made[kind]),
    });
  const text = made.terminal.replace(STYLES, '');
  verify(!UNSEEN.test(text), 'invisible characters in the terminal', {
    ...context,
    found: excerptAround(text),
  });
  // A captured value or the key of a setting may be filled into commands, which removes the note on
  // what to replace, and a sentence about a value that cannot be shown is left out. The tests of
  // commands cover that.
  if (!paths.some(isCapture)) {
    verify(stylesOf(made.terminal) === harmless.styles, 'unexpected terminal style', context);
    for (const kind of ['terminal', 'reply'] as const)
      verify(linesOf(made[kind]) === harmless.lines[kind], `unexpected line in ${kind}`, {
        ...context,
        made: made[kind],
      });
  }
  const { file, report, comparison } = bad;
  verify(
    JSON.stringify(JSON.parse(made.json)) ===
      JSON.stringify({ schema: 1, file, ...report, comparison }),
    'JSON differs from the report',
    context,
  );
  const { structure, isExpected } = readMarkdown(made.markdown);
  verify(harmless.shapes.includes(structure), 'Markdown has a different structure', {
    ...context,
    markdown: made.markdown,
  });
  verify(isExpected, 'unexpected node or link in Markdown', {
    ...context,
    markdown: made.markdown,
  });
}

const isCapture = (path: string[]): boolean =>
  path.includes('captures') || (path.includes('inspections') && path.at(-1) === 'key');
/** The sender may type several lines. */
const isTyped = ([first]: string[]): boolean => first === 'notes';

function excerptAround(text: string): string {
  const at = UNSEEN.exec(text)?.index ?? 0;
  return text.slice(Math.max(0, at - 40), at + 10);
}

describe.each(LANGUAGES)('hostile text in a report (%s)', (language) => {
  const pastes = Object.entries(PASTES).map(([name, paste], index) => ({
    name,
    paste,
    turn: LANGUAGES.length * index + LANGUAGES.indexOf(language),
  }));
  describe.each(pastes)('from a $name', ({ paste, turn }) => {
    it('stays visible text in every output, one kind of field at a time', async () => {
      const subject = await makeSubject(paste);
      const paths = pathsIn(subject);
      expect(paths.length).toBeGreaterThan(10);
      const kinds = firstOfKind(paths).filter((one) => !isTyped(one));
      for (const path of sample(kinds, 5, turn))
        check(
          subject,
          [path],
          HOSTILE.join(' '),
          language,
          renderHarmless(subject, [path], language),
        );
    });

    it('stays visible text in every output, all fields together', async () => {
      const subject = await makeSubject(paste);
      const all = pathsIn(subject).filter((path) => !isTyped(path));
      for (const paths of [all.filter(isCapture), all.filter((path) => !isCapture(path))].filter(
        ({ length }) => length > 0,
      )) {
        const harmless = renderHarmless(subject, paths, language);
        for (const hostile of [...sample(HOSTILE, 10, turn), HOSTILE.toReversed().join('\n')])
          check(subject, paths, hostile, language, harmless);
      }
    });
  });

  it('stays visible text in every output if the sender typed it', async () => {
    const subject = await makeSubject(START);
    const paths = pathsIn(subject).filter(isTyped);
    for (const hostile of sample(HOSTILE, 4, LANGUAGES.indexOf(language)))
      check(
        subject,
        paths,
        hostile,
        language,
        renderHarmless(subject, paths, language, hostile.replace(/[^\n]+/g, HARMLESS)),
      );
  });
});
