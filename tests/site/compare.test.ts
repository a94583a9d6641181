import { describe, expect, inject, it } from 'vitest';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { statusOn, untilDone, untilReady } from '../browser/analyzer-page.ts';
import { sample } from '../helpers/sample.ts';
import { paste, useBrowser } from './browser.ts';
import { violations } from './axe-violations.ts';

const browser = useBrowser({ isReused: true });
const base = inject('base');
const BOX = '[data-analyze-input]';

const start = (
  clock: string,
  id = '3xFAjdWpSBu',
): string => `2026/03/02 ${clock} INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 ${clock} INFO <command> Start: apibase = https://api.mackerelio.com, hostName = web01, hostID = ${id}
`;
const refused = (clock: string): string =>
  `2026/03/02 ${clock} WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp 203.0.113.25:443: connect: connection refused\n`;
const missing = (clock: string): string =>
  `2026/03/02 ${clock} WARNING <checks> Checker "web" output stderr: sh: 1: check-web: not found\n`;
const FAULT = start('04:00:00') + refused('04:01:00') + missing('04:02:00');

async function open(
  lang = 'en',
  options: BrowserContextOptions = {},
): Promise<Page & { problems: string[] }> {
  const page = await browser.page(options);
  await page.goto(`${base}/${lang}/analyze/`);
  await untilReady(page);
  return page;
}
const outcome = async (page: Page): Promise<string | null> => {
  await page.waitForSelector('[data-analyze-state="done"] [data-comparison]');
  return page.getAttribute('[data-comparison]', 'data-comparison');
};
const compared = (page: Page) =>
  page.$$eval('[data-compared]', (elements) =>
    elements.map((element) => {
      const change = element.closest('[data-change]')?.getAttribute('data-change');
      return `${element.getAttribute('data-compared')} ${change}`;
    }),
  );
const spoken = (page: Page) => page.locator('.analyzer > [role=status]').innerText();

describe.each(
  sample(
    [
      [
        'en',
        {
          offer: 'Compare after the fix',
          note: 'It is compared with the first log, which ends at 2026-03-02 04:02:00.',
          still: 'A fault is still there.',
          worked: 'It worked. The fault is gone.',
          forget: 'Stop comparing',
          label: 'Paste a log',
        },
      ],
      [
        'ja',
        {
          offer: '対応後のログと比べる',
          note: '最初のログ（末尾は2026-03-02 04:02:00）と比べます。',
          still: 'まだ続いている異常があります。',
          worked: '解決しました。異常は解消しています。',
          forget: '比較をやめる',
          label: 'ログを貼り付ける',
        },
      ],
    ] as const,
    2,
  ),
)('after a fix, in %s', (lang, words) => {
  it('compares each new log with the first one until the reader is done', async () => {
    const page = await open(lang);
    await page.fill(BOX, FAULT);
    await untilDone(page);
    expect(await page.locator('[data-comparison]').count()).toBe(0);
    await page.getByRole('button', { name: words.offer }).click();
    expect(await page.locator('[data-comparing]').innerText()).toContain(words.note);
    expect(
      await page.evaluate((box) => document.activeElement === document.querySelector(box), BOX),
    ).toBe(true);
    expect(await page.inputValue(BOX)).toBe('');
    expect(await page.getAttribute('[data-analyze-state]', 'data-analyze-state')).toBe('done');
    await paste(page, BOX, start('04:10:00') + missing('04:12:00'));
    expect(await outcome(page)).toBe('still');
    expect(await compared(page)).toEqual(['plugin-cannot-run still', 'connection-refused gone']);
    // Screen readers read the verdict on focus, so the live region does not repeat it.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe(words.still);
    expect(await spoken(page)).not.toContain(words.still);
    await page.getByRole('button', { name: words.offer }).click();
    await paste(page, BOX, start('04:20:00') + start('04:31:00'));
    expect(await outcome(page)).toBe('open');
    await page.fill(
      BOX,
      `${start('04:20:00')}2026/03/02 04:31:00 INFO <checks> Checker "web" status has been changed WARNING -> OK: x\n`,
    );
    await expect.poll(() => compared(page)).toContain('connection-refused gone');
    expect(await page.locator('.comparison').innerText()).toContain('2026-03-02 04:31:00');
    await page.getByRole('button', { name: words.forget }).click();
    expect(await page.locator('.analyzer-input > label').innerText()).toBe(words.label);
    expect(await page.locator('[data-comparison], [data-comparing]').count()).toBe(0);
    expect(await page.locator('.result-answer > .verdict').count()).toBe(1);
    await page.fill(BOX, FAULT);
    await expect.poll(() => page.locator('[data-comparison]').count()).toBe(0);
    await untilDone(page);
    expect(page.problems).toEqual([]);
  });
});

describe('the log from after a fix', () => {
  const compare = async (page: Page, first: string, second: string): Promise<string | null> => {
    await page.fill(BOX, first);
    await untilDone(page);
    await page.locator('.compare-offer button').click();
    await page.fill(BOX, second);
    return outcome(page);
  };

  it('is recognized as the same or an older log', async () => {
    const page = await open();
    expect(await compare(page, FAULT, FAULT)).toBe('not-newer');
    expect(await compared(page)).toEqual([]);
    expect(await page.locator('.comparison h2').innerText()).toBe(
      'This is the same log or an older one. It says nothing about the fix.',
    );
  });

  it('ignores lines that both logs have, and says which facts count and what has changed', async () => {
    const page = await open();
    expect(
      await compare(
        page,
        start('04:00:00') + refused('04:01:00'),
        [
          refused('04:01:00'),
          start('04:10:00', '4yGBkeXqTCv'),
          '2026/03/02 04:12:00 INFO <checks> Checker "web" status has been changed WARNING -> OK: x\n',
        ].join(''),
      ),
    ).toBe('worked');
    expect(await compared(page)).toEqual(['connection-refused gone']);
    const text = await page.locator('.comparison').innerText();
    // The answers come first, then their evidence.
    expect(text.indexOf('Gone')).toBeLessThan(text.indexOf('Only lines after'));
    expect(text).toContain('2026-03-02 04:01:00 to 04:12:00');
    for (const sentence of [
      'Only lines after 2026-03-02 04:01:00 count.',
      'The agent finished starting at 2026-03-02 04:10:00.',
      'The host ID changed from 3xFAjdWpSBu to 4yGBkeXqTCv.',
      'new values should arrive',
    ])
      expect(text).toContain(sentence);
    expect(await page.locator('.compare-offer').count()).toBe(0);
  });

  it('links remaining faults to this page and fixed ones to another page', async () => {
    const page = await open();
    expect(await compare(page, FAULT, start('04:10:00') + missing('04:12:00'))).toBe('still');
    await page.locator('[data-compared="plugin-cannot-run"] a').click();
    expect(
      await page.evaluate(
        () => document.activeElement?.closest<HTMLElement>('[data-answer]')?.dataset['answer'],
      ),
    ).toBe('plugin-cannot-run');
    expect(page.url()).toBe(`${base}/en/analyze/`);
    const [guide] = await Promise.all([
      page.context().waitForEvent('page'),
      page.locator('[data-compared="connection-refused"] a').click(),
    ]);
    await guide.waitForURL(`${base}/en/guides/connection-refused/`);
    expect(await page.locator('[data-comparison]').count()).toBe(1);
  });

  it('becomes the first log of the next comparison once the reader is done', async () => {
    const page = await open();
    expect(await compare(page, FAULT, start('04:10:00') + missing('04:12:00'))).toBe('still');
    await page.getByRole('button', { name: 'Stop comparing' }).click();
    await page.locator('.compare-offer button').click();
    expect(await page.locator('[data-comparing]').innerText()).toContain(
      'ends at 2026-03-02 04:12:00',
    );
    await page.fill(BOX, start('04:20:00') + missing('04:22:00'));
    expect(await outcome(page)).toBe('still');
    expect(await compared(page)).toEqual(['plugin-cannot-run still']);
  });

  it('can be pasted at once, because the box is emptied before the next frame', async () => {
    const page = await open();
    await page.fill(BOX, FAULT);
    await untilDone(page);
    const emptied = await page.evaluate(async (box) => {
      document.querySelector<HTMLElement>('.compare-offer button')?.click();
      await Promise.resolve();
      return document.querySelector<HTMLTextAreaElement>(box)?.value;
    }, BOX);
    expect(emptied).toBe('');
  });

  it('shows hostile names as text', async () => {
    const page = await open();
    await compare(
      page,
      FAULT,
      start('04:10:00').replace('web01', '<img src=x onerror=alert(1)>\u202e'),
    );
    expect(await page.locator('.comparison img').count()).toBe(0);
    expect(await page.locator('.comparison').innerText()).toContain('<img src=x onerror=alert(1)>');
    expect(await page.locator('.comparison').innerText()).not.toContain('\u202e');
    expect(page.problems).toEqual([]);
  });

  it('works by keyboard, fits a phone in the dark theme, and has no axe violation', async () => {
    const page = await open('ja', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
    await page.fill(BOX, FAULT);
    await untilDone(page);
    await page.locator('.compare-offer button').focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-comparing]');
    await page.keyboard.insertText(start('04:10:00') + missing('04:12:00'));
    expect(await outcome(page)).toBe('still');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await violations(page)).toEqual([]);
  });
});

describe('a second paste', () => {
  it('replaces the first without showing it, even if the texts of the first arrive late', async () => {
    const page = await open();
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    let reportRequest = (): void => undefined;
    const requested = new Promise<void>((resolve) => (reportRequest = resolve));
    await page.route('**/words/en.json?*', async (route) => {
      reportRequest();
      await released;
      await route.continue();
    });
    await page.evaluate(() => {
      const seen: string[] = [];
      new MutationObserver(() =>
        seen.push(
          ...[...document.querySelectorAll('[data-answer]')].map(
            (element) => element.getAttribute('data-answer') ?? '',
          ),
        ),
      ).observe(document.querySelector('.report') as Element, { childList: true, subtree: true });
      Object.assign(window, { seen });
    });
    // Listen from the start, because the worker may report before a later listener is attached.
    await page.evaluate(() => {
      window.Worker = class extends Worker {
        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options);
          this.addEventListener(
            'message',
            ({ data }: MessageEvent<{ kind: string }>) =>
              data.kind === 'report' && Object.assign(window, { isRead: true }),
          );
        }
      };
    });
    await page.fill(BOX, FAULT);
    await requested;
    await page.waitForFunction(() => 'isRead' in window);
    await page.fill(BOX, start('04:00:00') + missing('04:02:00'));
    release();
    await page.waitForSelector('[data-answer="plugin-cannot-run"]');
    expect(
      await page.evaluate(() => [...new Set((window as unknown as { seen: string[] }).seen)]),
    ).toEqual(['plugin-cannot-run']);
  });
});

describe('a long log', () => {
  /** Drop a file of several gigabytes, which uses little memory because it repeats one blob. */
  const drop = (page: Page, first: string, times: number) =>
    page.evaluate(
      ({ text, count }) => {
        const line =
          '2026/03/02 04:12:12 DEBUG <command> a line that says nothing much and is about as long as the others\n';
        const piece = new Blob([line.repeat(20_000)]);
        const data = new DataTransfer();
        data.items.add(new File([text, ...Array.from({ length: count }, () => piece)], 'long.log'));
        const input = document.querySelector<HTMLInputElement>('input[type=file]');
        if (!input) return;
        input.files = data.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      },
      { text: first, count: times },
    );

  it('shows interim findings without announcing them or moving the focus, and removes them', async () => {
    const page = await open();
    await drop(page, FAULT, 2000);
    await page.waitForSelector('[data-so-far]');
    const soFar = await page.locator('[data-so-far]').innerText();
    expect(soFar).toMatch(/^Result so far \(\d+ % read\)\n/);
    expect(soFar).toContain('The host cannot connect to Mackerel');
    expect(soFar).toContain('The rest of the log may change this.');
    expect([await spoken(page), await page.getAttribute('.report', 'aria-busy')]).toEqual([
      '',
      'true',
    ]);
    expect(await page.locator('[data-answer]').count()).toBe(0);
    const stop = page.getByRole('button', { name: 'Stop and show what was read' });
    await stop.focus();
    const shown = await page.locator('[data-so-far] h2').innerText();
    await expect.poll(() => page.locator('[data-so-far] h2').innerText()).not.toBe(shown);
    expect(await stop.evaluate((button) => button === document.activeElement)).toBe(true);
    // Reading stops here, so that it does not keep a processor busy.
    await page.workers()[0]?.evaluate(() => {
      Blob.prototype.arrayBuffer = () => new Promise(() => undefined);
    });
    expect(await violations(page, { within: '.report' })).toEqual([]);
    await page.fill(BOX, start('04:00:00'));
    expect(await page.locator('[data-so-far]').count()).toBe(0);
    await untilDone(page);
    expect(await statusOn(page)).toBe('healthy');
    expect(page.problems).toEqual([]);
  });

  it('keeps what was read so far when stopped', async () => {
    const page = await open('ja');
    await drop(page, FAULT, 2000);
    await page.waitForSelector('[data-so-far]');
    await page.getByRole('button', { name: 'ここまでの結果を見る' }).click();
    await untilDone(page);
    expect(await page.locator('[data-answer]').count()).toBe(2);
    expect(await page.locator('[data-stopped]').count()).toBe(1);
  });
});
