import { describe, expect, inject, it } from 'vitest';
import type { Page } from '@playwright/test';
import { answersOn, statusOn, unfold, untilDone, untilReady } from '../browser/analyzer-page.ts';
import { sample } from '../helpers/sample.ts';
import { paste, useBrowser } from './browser.ts';

const browser = useBrowser({ isReused: true });
const base = inject('base');
const BOX = '[data-analyze-input]';

const HEALTHY = `2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 04:12:11 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = web01, hostID = 3xFAjdWpSBu
`;

describe('a command of an answer', () => {
  const DF = `${HEALTHY}2026/03/02 04:13:20 WARNING <util.filesystem> 'df -Pkl' command exited with a non-zero status: 1: "df: /mnt/nfs: Stale file handle\\n"\n`;
  const RUNNING =
    'pidfile.Create("/var/run/mackerel-agent.pid") failed: pidfile found, try stopping another running mackerel-agent or delete /var/run/mackerel-agent.pid\n';
  const NOT_FOUND =
    '2026/03/02 04:12:12 CRITICAL <main> command.Prepare failed: failed to prepare host: failed to find this host on mackerel (You may want to delete file "/opt/mackerel/id" to register this host to an another organization): API request failed: Host Not Found.\n';

  const OFFLINE =
    '2026/03/02 04:13:20 WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp 198.51.100.7:443: connect: connection refused\n';

  it('is for the chosen platform in every step', async () => {
    const page = await browser.page();
    await page.goto(`${base}/en/analyze/`);
    await untilReady(page);
    await page.fill(BOX, `${HEALTHY}${OFFLINE}`);
    await untilDone(page);
    await unfold(page);
    const choices = page.locator('.platform-choice');
    expect(await choices.count()).toBe(1);
    expect(await page.locator('.part-fix .platforms').count()).toBeGreaterThan(1);
    await choices.getByText('Windows').click();
    await choices.locator('input[value=windows]:checked').waitFor({ state: 'attached' });
    const steps = await page.locator('.part-fix .platforms:has(.command)').allInnerTexts();
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.filter((step) => !step.includes('PowerShell, run as administrator'))).toEqual([]);
    // The choice is remembered.
    await page.reload();
    await untilReady(page);
    await page.fill(BOX, `${HEALTHY}${OFFLINE}`);
    await untilDone(page);
    expect(await choices.locator('input:checked').getAttribute('value')).toBe('windows');
  });

  it('is not offered for a platform on which the product does not run', async () => {
    const page = await browser.page();
    await page.goto(`${base}/en/analyze/`);
    await untilReady(page);
    await page.fill(
      BOX,
      '2026/11/25 21:00:01 WARNING <check> plugin cert (check-ssl-cert -H db.example.internal): command timed out\n',
    );
    await untilDone(page);
    expect(await page.locator('.platform-choice label').allInnerTexts()).toEqual([
      'Docker',
      'Kubernetes',
      'Amazon ECS',
    ]);
  });

  it('has the values from the log, not the usual path', async () => {
    const page = await browser.page();
    await page.goto(`${base}/en/analyze/`);
    await untilReady(page);
    await page.fill(BOX, DF);
    await untilDone(page);
    // df printed the path, so it is not filled into a command that runs as root. The note below the
    // command mentions it.
    const unmount = page.locator('.command', { hasText: 'umount' });
    expect(await unmount.locator('code').innerText()).not.toContain('/mnt/nfs');
    expect(await unmount.locator('.example-note').innerText()).toContain('/mnt/nfs');
    await page.fill(BOX, HEALTHY.split('\n')[0] + '\n' + NOT_FOUND);
    await page.waitForSelector('[data-answer="host-not-found"]');
    await unfold(page);
    expect(await page.locator('.command code', { hasText: 'sudo mv' }).innerText()).toBe(
      'sudo mv -- /opt/mackerel/id /opt/mackerel/id.old',
    );
    expect(await page.locator('[data-answer="host-not-found"]').innerText()).not.toContain(
      '/var/lib/mackerel-agent/id',
    );
    await page.fill(BOX, 'apikey = "k"\nroles =\n');
    await page.waitForSelector('[data-answer="toml-errors"]');
    await unfold(page);
    expect(await page.locator('.command code', { hasText: 'awk' }).innerText()).toContain(
      'awk -v n=2 ',
    );
    expect(await page.locator('.example').count()).toBe(0);
  });

  it.each(
    sample(
      [
        ['en', 'An example: replace PID with your own before you run it.'],
        ['ja', '例です。実行する前に、PIDをお使いの環境の値に置き換えてください。'],
      ],
      2,
    ),
  )(
    'marks example values and explains them in %s, in an answer and in the guide',
    async (lang, note) => {
      const page = await browser.page({ permissions: ['clipboard-read', 'clipboard-write'] });
      for (const path of ['analyze', 'guides/already-running']) {
        await page.goto(`${base}/${lang}/${path}/`);
        if (path === 'analyze') {
          await untilReady(page);
          await paste(page, BOX, HEALTHY + RUNNING);
          await untilDone(page);
          await unfold(page);
        }
        const command = page.locator('.command:visible', { has: page.locator('mark.example') });
        expect(await command.locator('mark').innerText()).toBe('PID');
        expect(await command.locator('mark').getAttribute('title')).toBe(note);
        expect(await command.locator('.example-note').innerText()).toBe(note);
        await command.locator('button').click();
        await expect
          .poll(() => page.evaluate(() => navigator.clipboard.readText()))
          .toBe('sudo kill -TERM PID');
        expect(page.problems).toEqual([]);
      }
    },
  );
});

describe('the collapsed box', () => {
  const CONFIG = `apikey = "SecretKey123SecretKey123"\nrolse = []\n[plugin.checks.web]\ncommand = "check-http"\n`;
  const label = (page: Page) => page.getAttribute(BOX, 'placeholder');

  it.each(
    sample(
      [
        ['en', 'mackerel-agent.conf · 4 lines', '2 lines', 'web01.log · 2 lines', 'Replace'],
        ['ja', 'mackerel-agent.conf · 4行', '2行', 'web01.log · 2行', '入れ替える'],
      ] as const,
      2,
      1,
    ),
  )('describes its content without showing it, in %s', async (lang, config, log, file, another) => {
    const page = await browser.page();
    await page.goto(`${base}/${lang}/analyze/`);
    await untilReady(page);
    await paste(page, BOX, CONFIG);
    await untilDone(page);
    await expect.poll(() => label(page)).toBe(config);
    expect(await page.inputValue(BOX)).toBe('');
    expect(await page.locator('body').innerText()).not.toContain('SecretKey');
    await page.getByRole('button', { name: another }).click();
    expect(await page.inputValue(BOX)).toBe(CONFIG);
    await paste(page, BOX, HEALTHY);
    await expect.poll(() => label(page)).toBe(log);
    await page.setInputFiles('input[type=file]', {
      name: 'web01.log',
      mimeType: 'text/plain',
      buffer: Buffer.from(HEALTHY),
    });
    await expect.poll(() => label(page)).toBe(file);
    await page.getByRole('button', { name: another }).click();
    expect(await page.inputValue(BOX)).toBe('');
    expect(page.problems).toEqual([]);
  });

  it('collapses after any paste and shows the verdict, which stays while the reader types', async () => {
    const page = await browser.page({ viewport: { width: 390, height: 844 } });
    await page.goto(`${base}/en/analyze/`);
    await untilReady(page);
    await paste(page, BOX, 'API request failed: 403 Forbidden');
    await untilDone(page);
    expect(await page.locator('.examples').isVisible()).toBe(false);
    expect(
      await page
        .locator('.verdict h2')
        .evaluate((heading) => heading.getBoundingClientRect().bottom),
    ).toBeLessThan(844 * 0.75);
    const heading = await page.locator('.verdict h2').innerText();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('.verdict') !== null))
      .toBe(true);
    for (const key of ['x', ' ', 'Enter', 'Control+z']) await page.keyboard.press(key);
    await page.locator(BOX).pressSequentially('xyz');
    await page.locator(BOX).press('Control+z');
    expect(await page.locator('.verdict h2').innerText()).toBe(heading);
    expect(await page.inputValue(BOX)).toBe('');
    await page.getByRole('button', { name: 'Replace' }).click();
    await page.locator(BOX).press('Escape');
    expect(await page.locator('.examples').isVisible()).toBe(false);
    expect(await page.locator('.verdict h2').innerText()).toBe(heading);
  });

  it('accepts a log pasted or dropped anywhere on the page', async () => {
    const page = await browser.page();
    await page.goto(`${base}/en/analyze/`);
    await untilReady(page);
    await paste(page, BOX, HEALTHY);
    await untilDone(page);
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document
        .querySelector('.verdict')
        ?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        );
    }, `${HEALTHY}exit status 1\n`);
    await expect.poll(() => statusOn(page)).toBe('action-needed');
    const isLeftToBrowser = await page.evaluate((text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'web01.log'));
      const drop = (name: string): boolean =>
        document
          .querySelector('footer')
          ?.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true })) ??
        true;
      return drop('dragover') || drop('drop');
    }, HEALTHY);
    expect(isLeftToBrowser).toBe(false);
    await expect.poll(() => statusOn(page)).toBe('healthy');
    expect(page.problems).toEqual([]);
  });
});

describe('the answer', () => {
  const DISK =
    '2026/03/02 04:14:21 WARNING <util.filesystem> \'df -Pkl\' command exited with a non-zero status: 1: "df: /mnt/nfs: Stale file handle\\n"\n';
  const TIMEOUT =
    '2026/03/02 04:14:31 ERROR <cmdutil> RunCommand error. command: [/usr/local/bin/check-orders.sh], error: command timed out\n';
  const REFUSED =
    '2026/03/02 04:14:20 WARNING <command> Failed to post metrics value (will retry): API request failed: 403 Forbidden\n';
  const spoken = (page: Page) => page.locator('.analyzer > [role=status]').innerText();

  it('has dates in its chips if the log is not from today', async () => {
    const page = await browser.page();
    await page.goto(`${base}/en/analyze/`);
    await untilReady(page);
    const chipsOf = async (log: string): Promise<string[]> => {
      await page.fill(BOX, log);
      await untilDone(page);
      return page.locator('.chips li').allInnerTexts();
    };
    expect(await chipsOf(HEALTHY + REFUSED.replace('403 Forbidden', '500'))).toEqual([
      'Data waiting since 2026-03-02 04:14',
      'Queue had room until 2026-03-02 10:14',
    ]);
    const today = new Date().toLocaleDateString('sv').replaceAll('-', '/');
    const now = (HEALTHY + REFUSED.replace('403 Forbidden', '500')).replaceAll('2026/03/02', today);
    expect((await chipsOf(now))[0]).toBe('Data waiting since 04:14');
  });

  it('is not announced with a deadline that has passed', async () => {
    const page = await browser.page();
    await page.goto(`${base}/en/analyze/`);
    await untilReady(page);
    await paste(page, BOX, HEALTHY + REFUSED.replace('403 Forbidden', '500'));
    await untilDone(page);
    expect(await page.locator('.chips').innerText()).toContain('10:14');
    expect(await spoken(page)).not.toContain('10:14');
  });

  it.each(
    sample(
      [
        ['en', '3 faults in this log'],
        ['ja', 'このログには異常が3件あります'],
      ],
      2,
      1,
    ),
  )('says at the top how many faults there are, and links to each, in %s', async (lang, words) => {
    const page = await browser.page();
    await page.goto(`${base}/${lang}/analyze/`);
    await untilReady(page);
    await paste(page, BOX, HEALTHY + REFUSED + DISK + TIMEOUT);
    await untilDone(page);
    const link = page.locator('.verdict-faults button');
    expect(await link.innerText()).toContain(words);
    expect(await spoken(page)).toContain(words);
    const others = page.locator('[data-others]');
    // The + and − of collapsible parts have an empty text for screen readers.
    const mark = () =>
      others
        .locator('> summary')
        .evaluate((summary) => getComputedStyle(summary, '::before').content);
    expect(await mark()).toBe('"+" / ""');
    expect(await page.getByRole('button', { name: /^(Copy|コピー)$/ }).count()).toBe(0);
    await link.click();
    expect(await mark()).toBe('"−" / ""');
    expect(
      await others.evaluate(
        (fold: HTMLDetailsElement) =>
          fold.open && document.activeElement === fold.querySelector('summary'),
      ),
    ).toBe(true);
    await expect
      .poll(() =>
        others.evaluate((fold) => {
          const { top, bottom } = fold.getBoundingClientRect();
          return top > 0 && (top < 200 || bottom <= innerHeight);
        }),
      )
      .toBe(true);
    expect(
      await others
        .locator('[data-answer]')
        .evaluateAll((all) => all.map((answer) => answer.getAttribute('data-answer'))),
    ).toEqual((await answersOn(page)).slice(1));
    expect(await answersOn(page)).toHaveLength(3);
    expect(page.url()).toBe(`${base}/${lang}/analyze/`);
    expect(page.problems).toEqual([]);
  });

  it('is collapsed if the fault is resolved, and says what to do about an unintended stop', async () => {
    const page = await browser.page();
    await page.goto(`${base}/en/analyze/`);
    await untilReady(page);
    await paste(
      page,
      BOX,
      `${HEALTHY}${REFUSED}2026/03/02 04:20:00 DEBUG <command> Posting metrics succeeded.\n`,
    );
    await untilDone(page);
    expect(await statusOn(page)).toBe('recovered');
    expect(await page.getAttribute('.verdict', 'data-tone')).toBe('recovered');
    expect(
      await page.$$eval('[data-answer]', (all) =>
        all.map((answer) => (answer as HTMLDetailsElement).open),
      ),
    ).toEqual([false]);
    await page.fill(
      BOX,
      `${HEALTHY}2026/03/02 05:00:00 INFO <main> Received signal 'terminated', try graceful shutdown up to 30.000000 seconds. If you want force shutdown immediately, send a signal again.\n`,
    );
    await page.waitForSelector('.verdict[data-tone="note"]');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Check: Nothing is wrong in this log, but the agent is stopped at its end.');
    expect(await page.locator('.verdict').innerText()).not.toContain('Nothing to do');
    expect(
      await page.$$eval('.verdict-facts li', (facts) =>
        facts.map(({ textContent }) => textContent),
      ),
    ).toEqual([
      'If the stop was not intended, start the agent: sudo systemctl start mackerel-agent',
      'This covers only this log.',
    ]);
    // A chip says when it was stopped; the sentence is with the other details.
    expect(await page.locator('.chips').innerText()).toBe('Stopped at 2026-03-02 05:00');
    expect(await page.locator('[data-details]').textContent()).toContain(
      'stopped at 2026-03-02 05:00:00',
    );
  });

  it('gets the focus after a file was chosen', async () => {
    const page = await browser.page();
    await page.goto(`${base}/en/analyze/`);
    await untilReady(page);
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await page.locator('input[type=file]').focus();
    await page.setInputFiles('input[type=file]', {
      name: 'web01.log',
      mimeType: 'text/plain',
      buffer: Buffer.from(HEALTHY),
    });
    await untilDone(page);
    expect(await focused()).toBe('Nothing to fix: Nothing is wrong in this log.');
    // Screen readers read the heading on focus, so it is not announced again.
    expect(await spoken(page)).toBe('');
    await page.getByRole('button', { name: 'Replace' }).click();
    await page.locator('input[type=file]').focus();
    await page.setInputFiles('input[type=file]', {
      name: 'shot.png',
      mimeType: 'image/png',
      buffer: Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'),
    });
    await page.waitForSelector('[data-analyze-state="failed"]');
    expect(await focused()).toContain('This is an image');
    expect(await page.locator('.log-box').count()).toBe(0);
  });

  it('has no log controls if the log is short', async () => {
    const page = await browser.page();
    await page.goto(`${base}/en/analyze/`);
    await untilReady(page);
    await paste(page, BOX, 'Mar  2 04:13:00 web01 sshd[812]: Accepted publickey for root\n');
    await page.waitForSelector('.log-box li');
    expect(await page.locator('.log-filters :is(select, input:not([type=checkbox]))').count()).toBe(
      0,
    );
    expect(await page.locator('.log-hint').innerText()).toBe('');
  });
});
