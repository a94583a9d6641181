import { describe, expect, it } from 'vitest';
import { openSampleContent } from '../../tests/helpers/open-sample-content.ts';
import {
  readings,
  SILENT,
  SITE,
  SupportReportWriter,
} from '../../tests/helpers/support-report-writer.ts';
import { redact } from '../redaction/index.ts';

const writer = new SupportReportWriter(openSampleContent());

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
      const written = await writer.write(text, {
        language,
        file: `/home/${PRIVATE.user}/mackerel-agent.conf`,
      });
      const heading = /^# .+/.exec(written.markdown)?.[0] ?? '';
      expect(heading).not.toBe('');
      for (const value of Object.values(PRIVATE))
        for (const reading of readings(written.markdown))
          expect(reading).not.toContain(value.toLowerCase());
      expect(writer.leaksOf(written)).toEqual([]);
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
    const notes = {
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
    const written = await writer.write(LOG, { notes });
    for (const reading of readings(written.markdown))
      for (const value of ['db-tokyo', PRIVATE.mail, PRIVATE.key.slice(3), PRIVATE.address])
        expect(reading).not.toContain(value.toLowerCase());
    expect(written.markdown).toContain('`host-1` and host-1');
  });

  it("keeps the site's own text: URLs, commands and titles", async () => {
    const notes = {
      ...SILENT,
      system: 'on support.example.com, the host connection',
      changed: 'HOSTNAME=Evidence',
    };
    const { markdown } = await writer.write(LOG, { notes });
    expect(markdown).toContain(`](${SITE}guides/connection-refused/)`);
    expect(markdown).toContain(`<${SITE}analyze/>`);
    expect(markdown).toMatch(/^## Evidence$/m);
  });

  it('keeps the values that the sender wants to keep, except keys', async () => {
    const notes = { ...SILENT, changed: `apikey = "${PRIVATE.key}"` };
    const { replacements } = await writer.write(LOG, { notes });
    const undone = new Set(replacements.map(({ standIn }) => standIn));
    const { markdown } = await writer.write(LOG, { notes, undone });
    expect(markdown).toContain(`dial tcp ${PRIVATE.address}:443`);
    expect(markdown).toContain('hostName = db-tokyo');
    expect(markdown).not.toContain(PRIVATE.key);
  });

  it('changes nothing when repeated', async () => {
    const { markdown } = await writer.write(LOG, {
      notes: { ...SILENT, tried: `mail ${PRIVATE.mail}` },
    });
    const body = markdown.slice(0, markdown.indexOf('## To open'));
    expect(redact(writer.matcher, body.replaceAll(SITE, '/')).redacted).toBe(
      body.replaceAll(SITE, '/'),
    );
  });
});
