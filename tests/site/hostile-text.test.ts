import type { Page } from '@playwright/test';
import { describe, expect, inject, it } from 'vitest';
import { unfold, untilDone, untilReady } from '../browser/analyzer-page.ts';
import { sample } from '../helpers/sample.ts';
import { paste, useBrowser } from './browser.ts';

const browser = useBrowser({ isReused: true });
const base = inject('base');

/**
 * Invisible characters, and markup that would create nodes if text were parsed as HTML. There are
 * no line breaks, because the logs have their own.
 */
const INVISIBLE =
  '\u0007\u009b2J\u202e\u2066\u00ad\u034f\u115f\u180e\u2028\u2060\u3164\uffa0\u{e0041}\u{e0100}';
const MARKUP =
  '<img/src=x/onerror=alert(1)><script>alert(1)</script><a/href=https://evil.example/>x</a>';
const HOSTILE = `a${INVISIBLE}b${MARKUP}`;

const START = (
  id: string,
  version = '0.85.1',
): string => `2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:${version}, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 04:12:11 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = ${HOSTILE}, hostID = ${id}
`;
const TWO_STARTS = START(`3x${HOSTILE}`) + START(`4y${HOSTILE}`, `0.85.1${INVISIBLE}`);
const PASTES: Record<string, string> = {
  log: `${TWO_STARTS}2026/03/02 04:13:20 WARNING <command> Failed to post metrics value (will retry): Post "https://${HOSTILE}/api/v0/tsdb": dial tcp 10.20.30.40:443: connect: connection refused
2026/03/02 04:15:20 WARNING <command> Failed to post metrics value (will retry): ${HOSTILE}
2026/03/02 04:15:30 ERROR <main> ${HOSTILE}
2026/03/02 07:00:00 INFO <main> This host (hostID: ${HOSTILE}) has been retired.
`,
  configuration: `apikey = "k"\n"${HOSTILE.replaceAll('"', '')}" = 1\nroles = ["${HOSTILE}"]\n[plugin.checks."${HOSTILE}"]\nmemo = "x"\n`,
  df: `df: /${HOSTILE}: Stale file handle\nFilesystem 1024-blocks Used Available Capacity Mounted on\n/dev/${HOSTILE} 1000000 1000000 0 100% /${HOSTILE}\n`,
  service: `● mackerel-agent.service - mackerel.io agent\n     Loaded: loaded (/usr/lib/systemd/system/mackerel-agent.service; enabled)\n     Active: failed (Result: exit-code) since ${HOSTILE}; 3min ago\n   Main PID: 4511 (code=exited, status=1/${HOSTILE})\n`,
  curl: `curl: (6) Could not resolve host: api.mackerelio.com ${HOSTILE}\n\n000\n`,
};

async function open(
  lang: string,
  options: Parameters<typeof browser.page>[0] = {},
): Promise<Page & { problems: string[] }> {
  const page = await browser.page(options);
  await page.goto(`${base}/${lang}/analyze/`);
  await untilReady(page);
  return page;
}

/**
 * Return the texts and attributes with invisible characters, unexpected nodes, and links that leave
 * the site.
 */
function inspectPage(
  page: Page,
): Promise<{ hidden: string[]; nodes: string[]; links: string[]; texts: number }> {
  return page.evaluate(() => {
    const unseen = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
    const texts: string[] = [];
    const walker = document.createTreeWalker(
      document.querySelector('main') as HTMLElement,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      texts.push(node.nodeValue ?? '');
    for (const element of document.querySelectorAll('main *'))
      for (const { name, value } of element.attributes)
        if (!['props', 'value'].includes(name)) texts.push(value);
    return {
      hidden: [...texts, document.title, location.href].filter((text) => unseen.test(text)),
      nodes: [
        ...document.querySelectorAll(
          '.report :is(img, script, iframe, object, embed, style, link, form[action])',
        ),
      ].map(({ outerHTML }) => outerHTML),
      links: [...document.querySelectorAll<HTMLAnchorElement>('.report a[href]')]
        .map(({ href }) => href)
        .filter((href) => new URL(href).host !== location.host),
      texts: texts.length,
    };
  });
}

describe.each([
  ['en', 0],
  ['ja', 1],
] as const)('the report page in %s', (lang, turn) => {
  it.each(sample(Object.entries(PASTES), 2, turn))(
    'escapes invisible characters and markup of a %s',
    async (_, text) => {
      const page = await open(lang);
      await paste(page, '[data-analyze-input]', text);
      await untilDone(page);
      await unfold(page);
      const { texts, ...found } = await inspectPage(page);
      expect(texts).toBeGreaterThan(100);
      expect(found).toEqual({ hidden: [], nodes: [], links: [] });
      expect(await page.locator('.report').innerText()).toContain('\\u202e');
      expect(page.problems).toEqual([]);
    },
  );
});

it('escapes invisible characters in the names of read and skipped files', async () => {
  const page = await open('en');
  const buffer = Buffer.from(PASTES['configuration'] ?? '');
  await page.setInputFiles('input[type=file]', [
    { name: 'a\u202eb\u00ad.conf', mimeType: 'text/plain', buffer },
    {
      name: 'c\u3164\u{e0041}d.bin',
      mimeType: 'text/plain',
      buffer: Buffer.from(Uint8Array.from({ length: 4096 }, (_, index) => index % 7)),
    },
  ]);
  await untilDone(page);
  await unfold(page);
  const { hidden } = await inspectPage(page);
  expect(hidden).toEqual([]);
  const shown = await page.locator('.report').innerText();
  expect(shown).toContain('a\\u202eb\\xad.conf');
  expect(shown).toContain('c\\u3164\\u{e0041}d.bin');
});

it('copies no invisible characters to the clipboard', async () => {
  const page = await open('en', { permissions: ['clipboard-read', 'clipboard-write'] });
  await paste(page, '[data-analyze-input]', PASTES['log'] ?? '');
  await untilDone(page);
  await unfold(page);
  const buttons = page.locator('.report button.copy');
  const count = await buttons.count();
  expect(count).toBeGreaterThan(3);
  const copied: string[] = [];
  for (let at = 0; at < count; at++) {
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await buttons.nth(at).evaluate((button: HTMLButtonElement) => button.click());
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe('');
    copied.push(await page.evaluate(() => navigator.clipboard.readText()));
  }
  expect(
    copied.filter((text) =>
      /(?![\t\r\n])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(text),
    ),
  ).toEqual([]);
  expect(copied.some((text) => text.includes('\\u202e'))).toBe(true);
});
