import { describe, expect, inject, it } from 'vitest';
import { SAMPLE_PASTE } from '../helpers/sample-paste.ts';
import { answersOn, statusOn, unfold, untilDone, untilReady } from '../browser/analyzer-page.ts';
import { sample, sampleLanguages } from '../helpers/sample.ts';
import { paste, useBrowser } from './browser.ts';

const browser = useBrowser({ isReused: true });
const base = inject('base');
const BOX = '[data-analyze-input]';

const HEALTHY = `2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 04:12:11 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = web01, hostID = 3xFAjdWpSBu
`;
/** A fault that only the plugin's output explains. */
const GRAPHS = '2026/03/02 04:13:00 ERROR <command> Failed to create graphdefs: the moon is full\n';
/** A crash that only another program's log explains, which not all platforms have. */
const ABNORMAL =
  '2026/03/02 04:13:00 WARNING <supervisor> mackerel-agent abnormally finished with following error and try to restart it: the moon is full\n';
/** A version with a known bug. */
const OLD = `${HEALTHY.replace('0.85.1', '0.71.2')}2026/03/02 04:13:20 WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp 203.0.113.25:443: i/o timeout
2026/03/02 04:13:40 ERROR <command> Error while updating host specs: Put "https://api.mackerelio.com/api/v0/hosts/3xFAjdWpSBu": x509: certificate has expired or is not yet valid: current time 2026-03-01T19:13:40Z is after 2026-02-01T00:00:00Z
`;

describe.each(sampleLanguages(1))('the analyzer in %s', (lang) => {
  it('answers a real paste with evidence and steps', async () => {
    const page = await browser.page();
    await page.goto(`${base}/${lang}/analyze/`);
    await untilReady(page);
    await paste(page, BOX, SAMPLE_PASTE);
    await untilDone(page);
    expect(await answersOn(page)).toEqual(['key-rejected']);
    expect(await statusOn(page)).toBe('action-needed');
    await unfold(page);
    const report = await page.locator('.report').innerText();
    expect(report).toContain('0.48.1');
    expect(report).toContain('2017-12');
    expect(report).toContain(
      lang === 'ja' ? 'idファイルを消さないでください' : 'Do not delete the id file',
    );
    expect(report).toContain(lang === 'ja' ? 'この起動は失敗しました' : 'This start failed');
    expect(page.problems).toEqual([]);
  });
});

describe('on a phone', () => {
  const SCREEN = { width: 390, height: 844 };
  const open = async (lang: string) => {
    const page = await browser.page({ viewport: SCREEN });
    await page.goto(`${base}/${lang}/analyze/`);
    await untilReady(page);
    return page;
  };

  it.each(sampleLanguages(0))(
    'shows the verdict on the first screen after reading a log, in %s',
    async (lang) => {
      const page = await open(lang);
      await paste(page, BOX, SAMPLE_PASTE);
      await untilDone(page);
      const ends = await page.$$eval('.verdict-status, .verdict h2', (parts) =>
        parts.map((part) => part.getBoundingClientRect().bottom + scrollY),
      );
      expect(Math.max(...ends)).toBeLessThan(SCREEN.height * 0.75);
      expect(await page.locator('.examples').isVisible()).toBe(false);
    },
  );

  it.each(sampleLanguages(1))(
    'shows the state of the data and the number of faults first, then the faults and the steps, in %s',
    async (lang) => {
      const page = await open(lang);
      await paste(
        page,
        BOX,
        `${HEALTHY}2026/03/02 04:13:00 WARNING <command> Failed to post metrics value (will retry): API request failed: the moon is full\n2026/03/02 04:14:21 WARNING <util.filesystem> 'df -Pkl' command exited with a non-zero status: 1: "df: /mnt/nfs: Stale file handle\\n"\n`,
      );
      await untilDone(page);
      expect(await answersOn(page)).toEqual(['post-failed', 'df-failed']);
      const ends = await page.$$eval(
        '.verdict h2, .chips, .part-fix .decides h4, .folded[data-others]',
        (parts) => parts.map((part) => part.getBoundingClientRect().bottom),
      );
      expect(ends).toHaveLength(4);
      expect(ends).toEqual([...ends].sort((a, b) => a - b));
      expect(ends[2]).toBeLessThan(SCREEN.height);
      const chips = await page.locator('.chips li').allInnerTexts();
      expect(chips[0]).toContain('04:13');
      expect(chips.at(-1)).toContain('2');
    },
  );

  it('accepts the next log in the collapsed box, and expands for another one', async () => {
    const page = await open('en');
    await page.fill(BOX, SAMPLE_PASTE);
    await untilDone(page);
    await page.fill(BOX, HEALTHY);
    await page.waitForSelector('[data-status="healthy"]');
    expect(await page.locator('.examples').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Replace' }).click();
    expect(await page.locator('.examples').isVisible()).toBe(true);
    expect(await page.evaluate(() => getSelection()?.toString())).toContain(
      'Starting mackerel-agent',
    );
    expect(await statusOn(page)).toBe('healthy');
  });

  it('does not collapse the box while somebody types', async () => {
    const page = await open('en');
    await page.locator(BOX).pressSequentially('command.Prepare failed: x');
    await untilDone(page);
    expect(await page.locator('.examples').isVisible()).toBe(true);
  });
});

describe.each(
  sample(
    [
      [
        'en',
        [
          'Memory had room for them until 2026-03-02 10:13:20:',
          'more than 20 minutes late',
          'fixed in 0.72.0. You run 0.71.2',
          'Whether a proxy is set',
        ],
      ],
      [
        'ja',
        [
          '期限の2026-03-02 10:13:20を過ぎています',
          '20分を超えて遅れた値',
          '0.72.0で修正されています。お使いのバージョンは0.71.2です',
          'プロキシが設定されているかどうか',
        ],
      ],
    ] as const,
    2,
    0,
  ),
)('the explanation in %s', (lang, words) => {
  it('says what happened to the data, how to confirm the cause, and which version fixes it', async () => {
    const page = await browser.page();
    await page.goto(`${base}/${lang}/analyze/`);
    await untilReady(page);
    await paste(page, BOX, OLD);
    await untilDone(page);
    expect(await answersOn(page)).toEqual(['timeouts', 'x509-expired', 'proxy']);
    await page.$$eval('details', (elements) =>
      elements.forEach((element) => (element.open = true)),
    );
    const report = await page.locator('.report').innerText();
    for (const sentence of words) expect(report).toContain(sentence);
    expect(page.problems).toEqual([]);
  });
});

describe.each(
  sample(
    [
      [
        'en',
        {
          ends: 'which ends at 2026-03-02 04:13:00',
          questions: [
            'Does the agent run now?',
            'Is this the current log?',
            'Is the clock right?',
            'Are you looking at the right host?',
            'only alerts are missing?',
          ],
          sure: 'How to confirm',
          what: 'Which requests fail, and why.',
        },
      ],
      [
        'ja',
        {
          ends: '最後の行は2026-03-02 04:13:00',
          questions: [
            'エージェントはいま動いていますか',
            'いまのログですか',
            '時計は合っていますか',
            'このホストですか',
            'アラートだけが来ないのでは',
          ],
          sure: '原因を確定するための確認',
          what: 'どの送信が、なぜ失敗しているかです',
        },
      ],
    ] as const,
    2,
    1,
  ),
)('the follow-up questions, in %s', (lang, words) => {
  it('are shown with commands for a healthy log, and next to an uncertain answer', async () => {
    const page = await browser.page();
    await page.goto(`${base}/${lang}/analyze/`);
    await untilReady(page);
    await page.fill(BOX, `${HEALTHY}2026/03/02 04:13:00 INFO <command> a line that nobody knows\n`);
    await untilDone(page);
    expect(await page.locator('.verdict').innerText()).toContain(words.ends);
    await page.locator('[data-missing] > summary').click();
    const asked = await page.locator('.missing li').allInnerTexts();
    expect(asked).toHaveLength(words.questions.length);
    words.questions.forEach((question, index) => expect(asked[index]).toContain(question));
    expect(await page.locator('.missing li code').count()).toBe(words.questions.length);
    await page.fill(
      BOX,
      `${HEALTHY}2026/03/02 04:13:00 WARNING <command> Failed to post metrics value (will retry): API request failed: the moon is full\n`,
    );
    await page.waitForSelector('[data-answer="post-failed"]');
    const decides = await page.locator('[data-answer="post-failed"] .decides').innerText();
    expect(decides).toContain(words.sure);
    expect(decides).toContain(words.what);
    expect(decides).toContain('journalctl');
    expect(page.problems).toEqual([]);
  });

  it("show the command for the log's platform, else for the remembered or any other one", async () => {
    const page = await browser.page();
    await page.goto(`${base}/${lang}/analyze/`);
    await untilReady(page);
    await page.fill(BOX, HEALTHY);
    await untilDone(page);
    await page.locator('[data-missing] > summary').click();
    await page.locator('.missing').getByText('macOS', { exact: true }).click();
    expect(await page.locator('.missing code').first().innerText()).toBe('brew services list');
    await page.fill(
      BOX,
      `${HEALTHY}2026/03/02 04:13:00 WARNING <command> Failed to post metrics value (will retry): API request failed: the moon is full\n`,
    );
    await page.waitForSelector('[data-answer="post-failed"]');
    expect(await page.locator('[data-answer="post-failed"] .decides code').innerText()).toContain(
      '$(brew --prefix)/var/log',
    );
    const onWindows = `${HEALTHY}pidfile.Create("C:\\Program Files\\Mackerel\\mackerel-agent\\mackerel-agent.pid") failed: the moon is full\n`;
    await page.fill(BOX, `${onWindows}${GRAPHS}`);
    await page.waitForSelector('[data-answer="graphdef"] .decides', { state: 'attached' });
    expect(await page.locator('.missing code').first().textContent()).toContain(
      'Invoke-WebRequest',
    );
    await page.fill(BOX, `${onWindows}${ABNORMAL}`);
    await page.waitForSelector('[data-answer="agent-stopped"] .decides', { state: 'attached' });
    // The question has no command for Windows, so it names the platform of the one that it shows.
    expect(await page.locator('.platform-choice input:checked').getAttribute('value')).toBe(
      'windows',
    );
    expect(
      await page.locator('[data-answer="agent-stopped"] .decides .platform-name').textContent(),
    ).toBe('Linux');
    expect(page.problems).toEqual([]);
  });
});

describe.each(
  sample(
    [
      [
        'en',
        'Similar to Failed to post metrics value (will retry): cause, but "transmit" in place of "post"',
        'too many kinds of them',
        'What to send to support',
      ],
      [
        'ja',
        'Failed to post metrics value (will retry): causeに似ていますが、「post」と「transmit」が異なります',
        '件数だけ',
        'サポートに送るもの',
      ],
    ] as const,
    2,
    1,
  ),
)('unknown lines in %s', (lang, hint, counted, collect) => {
  it('name the most similar known message, and how many were only counted', async () => {
    const page = await browser.page();
    await page.goto(`${base}/${lang}/analyze/`);
    await untilReady(page);
    const letters = (index: number): string =>
      index.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '');
    const strange = Array.from({ length: 600 }, (_, index) => {
      const words = [1, 2, 3, 4].map((word) => letters(index * 7919 + word * 104729));
      return `2026/03/02 04:13:01 ERROR <main> ${words.join(' ')}`;
    });
    await page.fill(
      BOX,
      `${HEALTHY}2026/03/02 04:13:00 ERROR <command> Failed to transmit metrics value (will retry): strange\n${strange.join('\n')}\n`,
    );
    await untilDone(page);
    expect(await answersOn(page)).toEqual([]);
    const first = page.locator('.unknown li').first();
    expect(await first.innerText()).toContain(hint);
    expect(await first.locator('a').getAttribute('href')).toBe(`/${lang}/errors/agent/post-retry/`);
    expect(await page.locator('.unknown ~ p').allInnerTexts()).toEqual([
      expect.any(String),
      expect.stringContaining(counted),
      expect.stringContaining(collect),
    ]);
    expect(page.problems).toEqual([]);
  });
});

describe('the analyzer', () => {
  it('changes its state within the task of the input event, and drops stale answers', async () => {
    const page = await browser.page();
    await page.goto(`${base}/en/analyze/`);
    await untilReady(page);
    const states = await page.evaluate(
      async ({ selector, first, second }) => {
        const box = document.querySelector<HTMLTextAreaElement>(selector);
        const state = () =>
          document.querySelector('[data-analyze-state]')?.getAttribute('data-analyze-state');
        const type = async (value: string) => {
          if (!box) return undefined;
          box.value = value;
          box.dispatchEvent(new InputEvent('input', { bubbles: true }));
          await Promise.resolve();
          await Promise.resolve();
          return state();
        };
        return [await type(first), await type(second), await type('')];
      },
      { selector: BOX, first: SAMPLE_PASTE, second: HEALTHY },
    );
    expect(states).toEqual(['working', 'working', 'empty']);
    await page.fill(BOX, SAMPLE_PASTE);
    await page.fill(BOX, HEALTHY);
    await untilDone(page);
    expect(await statusOn(page)).toBe('healthy');
    // Longer than the pause after which a text is read, on the clock of the page.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
    expect(await answersOn(page)).toEqual([]);
  });

  it('accepts a paste while a checkbox has the focus', async () => {
    const page = await browser.page();
    await page.goto(`${base}/en/analyze/`);
    await untilReady(page);
    await paste(page, BOX, SAMPLE_PASTE);
    await page.waitForSelector('.log-box li');
    await paste(page, '.log-switches input', HEALTHY);
    await expect.poll(() => statusOn(page)).toBe('healthy');
  });

  it('switches platforms even if the browser denies access to storage', async () => {
    const page = await browser.page();
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      }),
    );
    await page.goto(`${base}/en/analyze/`);
    await untilReady(page);
    await paste(page, BOX, HEALTHY);
    await untilDone(page);
    await page.locator('[data-missing] > summary').click();
    await page.locator('.missing').getByText('macOS', { exact: true }).click();
    await expect
      .poll(() => page.locator('.missing code').first().innerText())
      .toBe('brew services list');
    expect(page.problems).toEqual([]);
  });

  it('replaces a worker that failed', async () => {
    const page = await browser.page();
    await page.goto(`${base}/en/analyze/`);
    await untilReady(page);
    await paste(page, BOX, HEALTHY);
    await untilDone(page);
    await page.workers()[0]?.evaluate(() => reportError(new Error('the moon is full')));
    await page.getByRole('button', { name: 'Try again' }).click();
    await untilDone(page);
    await expect.poll(() => page.workers()).toHaveLength(1);
  });

  it('reads a paste over 1 MB without putting it into the box', async () => {
    const page = await browser.page();
    await page.goto(`${base}/en/analyze/`);
    await untilReady(page);
    await paste(page, BOX, HEALTHY + 'filler of another program\n'.repeat(42_000) + SAMPLE_PASTE);
    await untilDone(page);
    expect(await page.inputValue(BOX)).toBe('');
    expect(await answersOn(page)).toEqual(['key-rejected']);
  });

  it('reads files, including gzip, and rejects files that are not logs', async () => {
    const { gzipSync } = await import('node:zlib');
    const page = await browser.page();
    await page.goto(`${base}/en/analyze/`);
    await untilReady(page);
    const choose = (name: string, buffer: Buffer) =>
      page.setInputFiles('input[type=file]', {
        name,
        mimeType: 'application/octet-stream',
        buffer,
      });
    await choose('agent.log.gz', gzipSync(SAMPLE_PASTE));
    await untilDone(page);
    expect(await answersOn(page)).toEqual(['key-rejected']);
    await choose('agent.zip', Buffer.from('PK\u0003\u0004 and more'));
    await page.waitForSelector('[data-analyze-state="failed"]');
    expect(await page.locator('.report').innerText()).toContain('zip');
  });

  it('links the evidence to its line, and opens an example', async () => {
    const page = await browser.page();
    await page.goto(`${base}/en/analyze/`);
    await untilReady(page);
    await page.locator('.examples button').first().click();
    await untilDone(page);
    expect((await answersOn(page)).length).toBeGreaterThan(0);
    await page.locator('[data-evidence] > summary').first().click();
    await page.locator('.evidence-place button').first().click();
    // The line may be current before the click, so wait for the focus.
    await page.waitForSelector('.log-box:focus li[aria-current="true"]');
  });

  it('shows hostile text as text', async () => {
    const page = await browser.page();
    await page.goto(`${base}/en/analyze/`);
    await untilReady(page);
    await page.fill(
      BOX,
      `${HEALTHY}2026/03/02 04:13:00 ERROR <main> <img src=x onerror=alert(1)> \u202e \u001b[31m\n`,
    );
    await untilDone(page);
    expect(await page.locator('.report img').count()).toBe(0);
    expect(await page.locator('.report').innerText()).not.toMatch(/[\u202e\u001b]/);
    expect(page.problems).toEqual([]);
  });

  it('works below a base path', async () => {
    const page = await browser.page();
    await page.goto(`${inject('kbBase')}en/analyze/`);
    await untilReady(page);
    await paste(page, BOX, SAMPLE_PASTE);
    await untilDone(page);
    expect(await answersOn(page)).toEqual(['key-rejected']);
    const links = await page.$$eval('.report a[href^="/"]', (elements) =>
      elements.map((element) => element.getAttribute('href') ?? ''),
    );
    expect(links.filter((href) => !href.startsWith('/kb/'))).toEqual([]);
    expect(page.problems).toEqual([]);
  });
});
