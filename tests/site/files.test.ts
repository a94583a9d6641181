import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { afterAll, describe, expect, inject, it } from 'vitest';
import type { Page } from '@playwright/test';
import { answersOn, statusOn, untilDone, untilReady } from '../browser/analyzer-page.ts';
import { IS_THOROUGH } from '../helpers/sample.ts';
import { useBrowser } from './browser.ts';

const browser = useBrowser({ isReused: true });
const base = inject('base');
const folder = mkdtempSync(join(tmpdir(), 'shindan-'));
afterAll(() => rmSync(folder, { recursive: true }));

const REFUSED = `2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 04:12:11 WARNING <command> Failed to post metrics value (will retry): API request failed: 403 Forbidden`;
const DISK =
  '2026/03/02 04:13:19 WARNING <util.filesystem> \'df -Pkl\' command exited with a non-zero status: 1: "df: /mnt/nfs: Stale file handle\\n"\n';
const BINARY = Buffer.from(Uint8Array.from({ length: 4096 }, (_, index) => index % 7));

async function open(lang = 'en'): Promise<Page & { problems: string[] }> {
  const page = await browser.page();
  await page.goto(`${base}/${lang}/analyze/`);
  await untilReady(page);
  return page;
}
const choose = (page: Page, files: Record<string, Buffer | Uint8Array | string>) =>
  page.setInputFiles(
    'input[type=file]',
    Object.entries(files).map(([name, content]) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(content as Uint8Array),
    })),
  );
/** Drop files on the page as a file manager does. */
async function drop(page: Page, ...files: string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', {
      type,
      x: 300,
      y: 300,
      data: { items: [], files, dragOperationsMask: 1 },
    });
}
const failed = async (page: Page): Promise<string> => {
  await page.waitForSelector('[data-analyze-state="failed"]');
  return page.locator('.report').innerText();
};

describe('files', () => {
  it('are read as one log, in their order, even without a final line break', async () => {
    const page = await open();
    await choose(page, { 'one.log': REFUSED, 'two.log.gz': gzipSync(DISK) });
    await untilDone(page);
    expect((await answersOn(page)).sort()).toEqual(['df-failed', 'key-rejected']);
    await expect.poll(() => page.locator('.log-box li').count()).toBe(3);
  });

  it('from log rotation are read in chronological order, compressed or not', async () => {
    const page = await open();
    const start = (day: string): string =>
      `2026/03/${day} 04:12:09 INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com\n2026/03/${day} 04:12:11 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = web01, hostID = 3abCdEfGhIj\n`;
    const stop =
      "2026/03/02 11:00:02 INFO <main> Received signal 'terminated', try graceful shutdown up to 30.000000 seconds. If you want force shutdown immediately, send a signal again.\n";
    await choose(page, {
      'mackerel-agent.conf': 'apikey = "k"\n',
      'mackerel-agent.log': start('03'),
      'mackerel-agent.log.1': start('02') + stop,
      'mackerel-agent.log.2.gz': gzipSync(start('01')),
    });
    await untilDone(page);
    expect(await statusOn(page)).toBe('healthy');
    expect(await page.locator('.report').innerText()).not.toContain('no start follows');
    await expect
      .poll(() =>
        page
          .locator('.log-box li')
          .allInnerTexts()
          .then((lines) =>
            lines.flatMap((line) => /2026.03.\d\d/.exec(line)?.[0].slice(-2) ?? []).join(' '),
          ),
      )
      .toBe('01 01 02 02 02 03 03');
  });

  it('are named if they are not logs, and do not keep logs from being read', async () => {
    const page = await open('ja');
    await choose(page, {
      'photo.jpg': BINARY,
      'agent.log': REFUSED,
      'broken.gz': gzipSync(REFUSED).subarray(0, 30),
    });
    await untilDone(page);
    expect(await answersOn(page)).toEqual(['key-rejected']);
    expect(await page.locator('.report-note').innerText()).toMatch(
      /photo\.jpg：バイナリー[\s\S]*broken\.gz：gzip/,
    );
    await choose(page, { 'photo.jpg': BINARY, 'other.jpg': BINARY });
    expect(await failed(page)).toContain('バイナリーファイル');
  });

  it('are reported if they are folders or no longer exist', async () => {
    const page = await open();
    const folders = mkdtempSync(join(folder, 'logs-'));
    await drop(page, folders);
    expect(await failed(page)).toContain('This is a folder, or a file that was moved');
    const log = join(folder, 'beside.log');
    writeFileSync(log, REFUSED);
    await drop(page, folders, log);
    await untilDone(page);
    expect(await answersOn(page)).toEqual(['key-rejected']);
    expect(await page.locator('.report-note').innerText()).toContain('This is a folder');
  });

  it('in a zip are read, compressed or stored, including a configuration', async () => {
    const page = await open();
    const zip = zipSync({
      logs: { 'agent.log': strToU8(REFUSED), 'old.log': [strToU8(DISK), { level: 0 }] },
      __MACOSX: { '._agent.log': strToU8('x') },
      'etc/mackerel-agent.conf': strToU8('apikey = "k"\nrolse = []\n'),
      'photo.jpg': new Uint8Array(BINARY),
    });
    await choose(page, { 'support.zip': zip });
    await untilDone(page);
    expect((await answersOn(page)).sort()).toEqual(['df-failed', 'key-rejected', 'unexpected-key']);
    expect(await page.locator('.inspection h3').innerText()).toBe(
      'In support.zip: etc/mackerel-agent.conf',
    );
    expect(await page.locator('.report-note').innerText()).toContain('photo.jpg');
    expect(page.problems).toEqual([]);
  });

  it('exported from Event Viewer are read as CSV and as XML', async () => {
    const page = await open();
    const line =
      '2026/11/24 22:41:04 WARNING <command> Failed to post metrics value (will retry): API request failed: 403 Forbidden';
    await choose(page, {
      'events.csv': `\ufeffレベル,日付と時刻,ソース,イベント ID,タスクのカテゴリ\r\n警告,2026/11/24 22:41:04,mackerel-agent,1,なし,${line}\r\n`,
    });
    await untilDone(page);
    expect(await answersOn(page)).toEqual(['key-rejected']);
    const data = line.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const xml = [
      '\ufeff<?xml version="1.0"?>\r\n',
      "<Events><Event><System><Provider Name='mackerel-agent'/></System>",
      `<EventData><Data>${data}</Data></EventData></Event></Events>`,
    ].join('');
    await choose(page, { 'events.xml': Buffer.from(xml, 'utf16le') });
    await untilDone(page);
    expect(await answersOn(page)).toEqual(['key-rejected']);
  });

  it('of the Windows event log (.evtx) are rejected with the command that reads them', async () => {
    const page = await open();
    await choose(page, { 'Application.evtx': Buffer.concat([Buffer.from('ElfFile\0'), BINARY]) });
    expect(await failed(page)).toContain('Get-WinEvent');
    expect(await page.locator('.report select option:checked').innerText()).toContain('Windows');
  });

  it('in a damaged or empty zip are reported', async () => {
    const page = await open();
    await choose(page, {
      'cut.zip': zipSync({ 'agent.log': strToU8(REFUSED.repeat(50)) }).subarray(0, 90),
    });
    expect(await failed(page)).toContain('zip file is empty, damaged');
    await choose(page, { 'empty.zip': Buffer.from('PK\u0003\u0004 and more') });
    expect(await failed(page)).toContain('zip file is empty, damaged');
    await choose(page, { 'nothing.zip': zipSync({}) });
    expect(await failed(page)).toContain('zip file is empty, damaged');
    await choose(page, { 'photos.zip': zipSync({ 'photo.jpg': new Uint8Array(BINARY) }) });
    expect(await failed(page)).toContain('binary file');
  });
});

describe('many files', () => {
  /** Write logs of one fault each, at different times; the first log has the latest time. */
  const many = (count: number): string[] => {
    const logs = mkdtempSync(join(folder, 'many-'));
    return Array.from({ length: count }, (_, index) => {
      const path = join(logs, `${index}.log`);
      writeFileSync(
        path,
        `${DISK.replace('04:13:19', new Date(4e7 - index * 1000).toISOString().slice(11, 19))}`,
      );
      return path;
    });
  };

  it('are read whether they are dropped one after another or all at once', async () => {
    const page = await open();
    const files = many(20);
    for (const file of files.slice(0, 5)) {
      await drop(page, file);
      await page.waitForSelector('[data-analyze-state="working"]', { state: 'detached' });
      expect(await answersOn(page)).toEqual(['df-failed']);
    }
    await drop(page, ...files);
    await expect
      .poll(() => page.locator('.log-box [data-lines]').getAttribute('data-lines'))
      .toBe('20');
  });

  it('are read in chronological order, even if there are hundreds', async () => {
    const page = await open();
    await drop(page, ...many(300));
    await untilDone(page);
    await expect
      .poll(() => page.locator('.log-box [data-lines]').getAttribute('data-lines'))
      .toBe('300');
    expect(await page.locator('.log-box li').first().innerText()).toContain(
      new Date(4e7 - 299 * 1000).toISOString().slice(11, 19),
    );
  });

  it('are read from one archive of thousands, and twenty that are not logs are named', async () => {
    const count = IS_THOROUGH ? 20_000 : 1_000;
    const page = await open();
    const stored = (text: string | Uint8Array): [Uint8Array, { level: 0 }] => [
      typeof text === 'string' ? strToU8(text) : text,
      { level: 0 },
    ];
    const logs: Zippable = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`${index}.log`, stored(`line ${index}\n`)]),
    );
    const strange: Zippable = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [`${index}.jpg`, stored(BINARY.subarray(0, 64))]),
    );
    await choose(page, {
      'support.zip': zipSync({ ...logs, ...strange, 'agent.log': strToU8(REFUSED) }),
    });
    await untilDone(page);
    expect(await answersOn(page)).toEqual(['key-rejected']);
    await expect
      .poll(() => page.locator('.log-box [data-lines]').getAttribute('data-lines'))
      .toBe(String(count + 2));
    expect(await page.locator('.report-note li').count()).toBe(21);
    expect(await page.locator('.report-note li').last().innerText()).toBe('480 more');
  });
});

describe('compressed data', () => {
  it('may have several members, followed by other data', async () => {
    const page = await open();
    await choose(page, {
      'agent.log.gz': Buffer.concat([
        gzipSync(`${REFUSED}\n`),
        gzipSync(DISK),
        Buffer.from('and something else'),
      ]),
    });
    await untilDone(page);
    expect((await answersOn(page)).sort()).toEqual(['df-failed', 'key-rejected']);
  });

  it('is unpacked only until it is rejected, even if it is a decompression bomb', async () => {
    const page = await open();
    const zeros = new Uint8Array(IS_THOROUGH ? 100_000_000 : 20_000_000);
    // Unpacking all of it would hit damaged bytes and fail.
    const damaged = (packed: Uint8Array): Uint8Array =>
      packed.fill(0xff, packed.length - 2000, packed.length - 1900);
    await choose(page, { 'bomb.gz': damaged(gzipSync(zeros)) });
    expect(await failed(page)).toContain('binary file');
    const zip = zipSync({ 'bomb.log': zeros, 'agent.log': strToU8(REFUSED) });
    await choose(page, { 'bomb.zip': zip.fill(0xff, 10_000, 10_100) });
    await untilDone(page);
    expect(await answersOn(page)).toEqual(['key-rejected']);
  });
});

describe('reading a long file', () => {
  const path = join(folder, 'long.log');
  const quiet =
    '2026/03/02 04:12:12 DEBUG <command> a line that says nothing much and is about as long as the others\n';
  writeFileSync(path, `${REFUSED}\n${quiet.repeat(10_000)}`);
  // A sparse file that takes longer to read than a click does on a busy machine.
  truncateSync(path, 2 ** 34);

  it('shows bytes, lines, speed and time left, and can be stopped to show what was read', async () => {
    const page = await open();
    await page.setInputFiles('input[type=file]', path);
    await page.waitForSelector('.working progress');
    await expect
      .poll(() => page.locator('.working-facts').innerText())
      .toMatch(
        /Reading: [\d.]+ [kMG]B of 17\.18 GB, [\d,]+ lines\s+[\d.]+ [kMG]B a second\s+\d+ (?:s|min) left/,
      );
    await page.getByRole('button', { name: 'Stop and show what was read' }).click();
    await untilDone(page);
    expect(await page.locator('[data-stopped]').innerText()).toMatch(
      /^Stopped: this covers only the first [\d.]+ [kMG]B of 17\.18 GB\.$/,
    );
    expect(await answersOn(page)).toEqual(['key-rejected']);
  });

  it.each(['Stop and show what was read', 'Cancel'])(
    'stops on "%s" even if a read of the file never settles',
    async (button) => {
      const page = await open();
      await choose(page, { 'two.log': DISK });
      await untilDone(page);
      const [worker] = page.workers();
      await worker?.evaluate(() => {
        const read = Blob.prototype.arrayBuffer;
        let reads = 0;
        const isStuck = new Promise<void>((resolve) => {
          Blob.prototype.arrayBuffer = function arrayBuffer() {
            if (reads++ < 3) return read.call(this);
            resolve();
            return new Promise(() => undefined);
          };
        });
        Object.assign(self, { isStuck });
      });
      await page.setInputFiles('input[type=file]', path);
      await worker?.evaluate(() => (self as unknown as { isStuck: Promise<void> }).isStuck);
      await page.getByRole('button', { name: button }).click();
      if (button !== 'Cancel') {
        await untilDone(page);
        expect(await page.locator('[data-stopped]').innerText()).toMatch(
          /covers only the first .* of 17\.18 GB/,
        );
        expect(await answersOn(page)).toEqual(['key-rejected']);
      } else
        expect(await page.getAttribute('[data-analyze-state]', 'data-analyze-state')).toBe('empty');
    },
  );

  it('can be canceled, and leaves nothing behind', async () => {
    const page = await open();
    await page.setInputFiles('input[type=file]', path);
    await page.waitForSelector('.working progress');
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await page.getAttribute('[data-analyze-state]', 'data-analyze-state')).toBe('empty');
    await choose(page, { 'two.log': DISK });
    await untilDone(page);
    expect(await answersOn(page)).toEqual(['df-failed']);
  });
});

describe('the help beside the box', () => {
  const CONFIGURATIONS = 'mackerel-agent.conf, mackerel-container-agent.yaml';

  it.each([
    [true, `logs, .gz, .zip, ${CONFIGURATIONS}`],
    [false, `or drop them here: logs, .gz, .zip, ${CONFIGURATIONS}`],
  ])(
    'lists the accepted files, and offers dropping only with a mouse (touch: %s)',
    async (isTouch, text) => {
      const page = await browser.page({ hasTouch: isTouch, isMobile: isTouch });
      await page.goto(`${base}/en/analyze/`);
      await untilReady(page);
      expect(await page.locator('.drop-hint').innerText()).toBe(text);
    },
  );

  it('has the command that prints the last lines, by platform', async () => {
    const page = await open();
    await page.locator('.collect summary').click();
    expect(await page.locator('.collect code').innerText()).toContain(
      'journalctl -u mackerel-agent.service',
    );
    await page.locator('.collect select').selectOption({ label: 'Windows (PowerShell)' });
    expect(await page.locator('.collect code').innerText()).toMatch(
      /Get-WinEvent[\s\S]*\| Set-Clipboard$/,
    );
    expect(await page.locator('.collect').innerText()).toContain('to the clipboard');
  });
});
