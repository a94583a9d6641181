import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AnalysedLog } from '../analyzer/worker/analysed-log.ts';
import { LineBuffer } from '../analyzer/worker/line-buffer.ts';
import {
  buildCatalog,
  buildSettings,
  buildDetectionHints,
  buildWords,
  openContentLazily,
} from '../compiler/index.ts';
import { compile, openDiagnosis } from '../engine/index.ts';
import { redact, type Replacement } from '../redaction/index.ts';
import { findPayload, Intake } from '../intake/index.ts';
import { finishReport, redactParts } from './redact-parts.ts';
import { redactedReport } from './redacted-report.ts';

const content = openContentLazily();
const [settings, signs] = [buildSettings(content), buildDetectionHints(content)];
const catalog = buildCatalog(content);
const matcher = compile(catalog);
const words = { en: buildWords(content, 'en'), ja: buildWords(content, 'ja') };
const SILENT = { system: '', installed: '', changed: '', tried: '' };
const SITE = 'https://support.example.com/kb/en/';

interface Written {
  markdown: string;
  replacements: Replacement[];
}

/** Write the support report as the analyzer and the command do. */
async function write(
  text: string,
  {
    language = 'en',
    told = SILENT,
    leave = new Set<string>(),
    file = 'x.log',
  }: {
    language?: 'en' | 'ja';
    told?: typeof SILENT;
    leave?: ReadonlySet<string>;
    file?: string;
  } = {},
): Promise<Written> {
  let kept: LineBuffer | null = null;
  const intake = new Intake({
    diagnosis: openDiagnosis(matcher, { now: Date.parse('2026-11-24T15:00:00Z'), offset: -540 }),
    catalog: catalog.version,
    signs,
    loadSettings: () => Promise.resolve(settings),
    decode: (bytes, encoding) => new TextDecoder(encoding).decode(bytes),
    encode: (piece) => new TextEncoder().encode(piece),
    onLog: (bytes) => (kept ??= new LineBuffer(bytes)).appendChunk(bytes),
  });
  intake.beginFile(file);
  intake.addBytes(new TextEncoder().encode(text));
  const report = await intake.finishReport();
  const lines = kept as LineBuffer | null;
  lines?.finish();
  const { source } = new AnalysedLog(report, lines, catalog);
  const redactor = {
    redactParts: (asked: Parameters<typeof redactParts>[1]) => redactParts(source, asked, catalog),
    finish: (finished: Parameters<typeof finishReport>[0]) =>
      Promise.resolve(finishReport(finished, catalog)),
  };
  return redactedReport(
    redactor,
    {
      told,
      leave,
      done: new Set(),
      now: Date.parse('2026-11-24T15:00:00Z'),
      address: (path) => SITE + path,
    },
    words[language],
  );
}

/** Return a report, decoded in each way that an attacker could try, in lower case. */
function readings(markdown: string): string[] {
  const block = findPayload(markdown);
  const rows = block && 'rows' in block ? block.rows.map(({ text }) => text).join('\n') : '';
  const shown = `${markdown}\n${rows}`;
  const unescaped = shown.replace(/\\([!-/:-@[-`{-~])/g, '$1');
  const decoded = shown.replace(/%[2-7][0-9a-f]/gi, (escape) =>
    String.fromCharCode(parseInt(escape.slice(1), 16)),
  );
  return [shown, unescaped, decoded, shown.replace(/\s+/g, '')].map((text) => text.toLowerCase());
}

/** The site's own text: a value that also occurs here cannot be recognized as a leak. */
const own =
  [...Object.values(words.en.guides), ...Object.values(words.ja.guides)]
    .map((guide) => JSON.stringify(guide))
    .join('\n')
    .toLowerCase() + JSON.stringify(catalog).toLowerCase();

/** List the values that were replaced but can still be read. */
function leaksOf(
  { markdown, replacements }: Written,
  leave: ReadonlySet<string> = new Set(),
): string[] {
  const texts = readings(markdown);
  const values = replacements
    .filter(({ standIn }) => !leave.has(standIn))
    .map(({ value }) => value.toLowerCase());
  return values.filter(
    (value) =>
      value.length > 3 && !own.includes(value) && texts.some((text) => hasWord(text, value)),
  );
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!/[a-z0-9]/.test(text[at - 1] ?? ' ') && !/[a-z0-9]/.test(text[at + word.length] ?? ' '))
      return true;
  return false;
}

const CORPUS = '../shared/corpus';
const corpus = existsSync(CORPUS)
  ? readdirSync(CORPUS)
      .filter((file) => file.endsWith('.log'))
      .map((file) => ({ file, text: readFileSync(join(CORPUS, file), 'utf8') }))
  : [];
const logs = [
  ...content.guides.flatMap(({ cases }) => cases),
  ...content.entries.flatMap(({ samples }) => samples),
  ...corpus,
];

describe('the finished report', () => {
  it('leaks no replaced value, for every case and sample', async () => {
    expect(logs.length).toBeGreaterThan(300);
    const leaks: object[] = [];
    let replaced = 0;
    for (const { file, text } of logs) {
      const written = await write(text);
      replaced += written.replacements.length;
      const found = leaksOf(written);
      if (found.length > 0) leaks.push({ file, found });
    }
    expect(replaced).toBeGreaterThan(300);
    expect(leaks).toEqual([]);
  });
});

/** Private values planted in the samples. */
const PRIVATE = {
  user: 'hanako',
  host: 'db01.corp.example.jp',
  mail: 'hanako@corp.example.jp',
  key: ['kR9dZ2mQv8LpT4wXy7', 'BnC1sFh6JgU3eAx5iW0aN2c'].join(''),
  address: '10.20.30.40',
};

/** Configurations whose first sentence quotes their content. */
const CONFIGS: Record<string, string> = {
  'an unknown key with a host': `"${PRIVATE.host}" = 1\n`,
  'an unknown key with a mail address': `"${PRIVATE.mail}" = "x"\n`,
  'a table named after a host': `[plugin.checks."${PRIVATE.host}"]\ncomand = "x"\n`,
  'a table named after a host, after a key': `apikey = "${PRIVATE.key}"\n[plugin.checks."${PRIVATE.host}"]\ncomand = "x"\n`,
  'a plugin without a command, named after a mail address': `[plugin.checks."${PRIVATE.mail}"]\nmemo = "x"\n`,
  'an address of the API': `apibase = "${PRIVATE.host}"\n`,
  'a home directory': `pidfile = "/home/${PRIVATE.user}/x"\nroot = ["/home/${PRIVATE.user}/y"]\n`,
  'a wrong type': `verbose = "${PRIVATE.mail}"\n`,
  'a wrong role': `roles = "${PRIVATE.host}"\n`,
  'a pattern': `[filesystems]\nignore = "/home/${PRIVATE.user}/("\n`,
  'a duplicate key': `[plugin.metrics."${PRIVATE.host}"]\ncommand = "x"\n[plugin.metrics."${PRIVATE.host}"]\ncommand = "y"\n`,
  'an address in a syntax error': `include = ${PRIVATE.address}\n`,
};

const OUTPUTS: Record<string, string> = {
  'a full disk': `Filesystem 1024-blocks Used Available Capacity Mounted on\n/dev/sda1 1000 1000 0 100% /home/${PRIVATE.user}\n`,
  'errors of df': `df: /home/${PRIVATE.user}/mnt: Stale file handle\nFilesystem 1024-blocks Used Available Capacity Mounted on\n/dev/sda1 1000 500 500 50% /\n`,
  'a request by curl': `curl: (6) Could not resolve host: ${PRIVATE.host}\n000\n`,
  'a service': `● mackerel-agent.service - mackerel.io agent\n     Loaded: loaded (/home/${PRIVATE.user}/mackerel-agent.service; enabled)\n     Active: failed (Result: exit-code) since Tue 2026-11-24 22:41:04 JST\n   Main PID: 312 (code=exited, status=1/FAILURE)\n\nNov 24 22:41:04 ${PRIVATE.host.split('.')[0]} mackerel-agent[312]: x\n`,
};

describe.each(['en', 'ja'] as const)('input other than a log, in %s', (language) => {
  it.each(Object.entries({ ...CONFIGS, ...OUTPUTS }))(
    'leaks nothing private: %s',
    async (_name, text) => {
      const written = await write(text, {
        language,
        file: `/home/${PRIVATE.user}/mackerel-agent.conf`,
      });
      const heading = /^# .+/.exec(written.markdown)?.[0] ?? '';
      expect(heading).not.toBe('');
      for (const value of Object.values(PRIVATE))
        for (const reading of readings(written.markdown))
          expect(reading).not.toContain(value.toLowerCase());
      expect(leaksOf(written)).toEqual([]);
    },
  );
});

describe('the final redaction', () => {
  const LOG = `2026/11/24 22:40:19 INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/11/24 22:40:20 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = db-tokyo, hostID = 3xFAjdWpSBu
2026/11/24 22:41:20 WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp ${PRIVATE.address}:443: connect: connection refused
`;

  it('finds values that Markdown, a URL or a line break splits', async () => {
    const { key } = PRIVATE;
    const told = {
      ...SILENT,
      system: 'db\\-tokyo and DB-TOKYO',
      installed: 'https://x.invalid/?u=hanako%40corp%2Eexample%2Ejp&h=db%2Dtokyo',
      changed: 'mail hanako@corp.example.jp',
      tried: [
        '-----BEGIN PRIVATE KEY-----',
        key + key.slice(0, 20),
        `${key.slice(3)}==`,
        '-----END PRIVATE KEY-----',
        `and ${key.slice(3)}`,
      ].join('\n'),
    };
    const written = await write(LOG, { told });
    for (const reading of readings(written.markdown))
      for (const value of ['db-tokyo', PRIVATE.mail, PRIVATE.key.slice(3), PRIVATE.address])
        expect(reading).not.toContain(value.toLowerCase());
    expect(written.markdown).toContain('`host-1` and host-1');
  });

  it("keeps the site's own text: URLs, commands and titles", async () => {
    const told = {
      ...SILENT,
      system: 'on support.example.com, the host connection',
      changed: 'HOSTNAME=Evidence',
    };
    const { markdown } = await write(LOG, { told });
    expect(markdown).toContain(`](${SITE}guides/connection-refused/#`);
    expect(markdown).toContain(`<${SITE}analyze/>`);
    expect(markdown).toMatch(/^## Evidence$/m);
  });

  it('keeps the values that the sender wants to keep, except keys', async () => {
    const told = { ...SILENT, changed: `apikey = "${PRIVATE.key}"` };
    const { replacements } = await write(LOG, { told });
    const leave = new Set(replacements.map(({ standIn }) => standIn));
    const { markdown } = await write(LOG, { told, leave });
    expect(markdown).toContain(`dial tcp ${PRIVATE.address}:443`);
    expect(markdown).toContain('hostName = db-tokyo');
    expect(markdown).not.toContain(PRIVATE.key);
  });

  it('changes nothing when repeated', async () => {
    const { markdown } = await write(LOG, { told: { ...SILENT, tried: `mail ${PRIVATE.mail}` } });
    const body = markdown.slice(0, markdown.indexOf('## To open'));
    expect(redact(matcher, body.replaceAll(SITE, '/')).redacted).toBe(body.replaceAll(SITE, '/'));
  });
});
