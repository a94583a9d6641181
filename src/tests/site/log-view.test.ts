import { describe, expect, inject, it } from 'vitest';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { useBrowser } from './browser.ts';

const browser = useBrowser();
const base = inject('base');

const at = (minute: number): string => `2026/03/02 ${String(4 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:09`;
const start = (minute: number, version: string): string[] => [
  `${at(minute)} INFO <main> Starting mackerel-agent version:${version}, rev:aaaaaaa, apibase:https://api.mackerelio.com`,
  `${at(minute)} INFO <command> Start: apibase = https://api.mackerelio.com, hostName = web01, hostID = 3xFAjdWpSBu`,
];
const LINES = [
  ...start(0, '0.72.1'),
  ...Array.from({ length: 60 }, (_, minute) => `${at(minute)} DEBUG <command> quiet line ${minute}`),
  ...Array.from({ length: 20 }, (_, minute) => `${at(60 + minute)} WARNING <command> Failed to post metrics value (will retry): API request failed: 403 Forbidden`),
  ...start(90, '0.87.0'),
  ...Array.from({ length: 400 }, (_, index) => `${at(91 + Math.floor(index / 20))} DEBUG <command> busy line ${index} ${'and words that make it long '.repeat(8)}`),
];

async function open(lang = 'en', options = {}): Promise<Page & { problems: string[] }> {
  const page = await browser.page(options);
  await page.goto(`${base}/${lang}/analyze/`);
  await page.waitForSelector('astro-island:not([ssr])', { state: 'attached' });
  await page.fill('[data-analyze-input]', LINES.join('\n'));
  await page.waitForSelector('[data-analyze-state="done"]');
  await page.waitForSelector('.log-box li');
  return page;
}
const numbers = (page: Page) => page.$$eval('.log-box li', (rows) => rows.map((row) => Number(row.getAttribute('data-line'))));
const hint = (page: Page) => page.locator('.log-hint').innerText();

describe('the log view', () => {
  it('filters by level, text and answer, and shows how many lines are left', async () => {
    const page = await open();
    const [level, answer] = [page.getByLabel('Level', { exact: true }), page.getByLabel('Answer', { exact: true })];
    await level.selectOption('WARNING');
    await expect.poll(() => hint(page)).toBe('20 of 484 lines');
    await expect.poll(() => numbers(page)).toEqual(Array.from({ length: 20 }, (_, index) => 63 + index));
    await level.selectOption('');
    await page.getByLabel('Text', { exact: true }).fill('QUIET LINE 5');
    await expect.poll(() => numbers(page)).toEqual([8, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62]);
    await page.getByRole('button', { name: 'All lines' }).click();
    await expect.poll(() => hint(page)).toContain('Marked lines');
    await answer.selectOption({ index: 1 });
    await expect.poll(() => hint(page)).toBe('20 of 484 lines');
    await expect.poll(() => page.locator('.log-box li:not([data-role="cause"])').count()).toBe(0);
  });

  it('goes to a line, says what a line means, and leads to a hidden line', async () => {
    const page = await open();
    await page.getByLabel('Line', { exact: true }).fill('300');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.log-box li[aria-current]').getAttribute('data-line')).toBe('300');
    expect(await page.locator('.line-meaning').innerText()).toContain('Nothing in this line');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('log-box');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.locator('.log-box li[aria-current]').getAttribute('data-line')).toBe('301');
    await page.getByLabel('Level').selectOption('DEBUG');
    await expect.poll(() => hint(page)).toBe('460 of 484 lines');
    // It is over, so its answer is closed.
    await page.locator('[data-answer] > summary').first().click();
    await page.locator('.evidence-place button').first().click();
    await expect.poll(() => page.locator('.log-box li[aria-current]').getAttribute('data-line')).toBe('63');
    expect(await page.locator('.line-meaning').innerText()).toContain('It belongs to: The API key is refused');
  });

  it('wraps long lines and turns pages', async () => {
    const page = await open();
    await page.getByLabel('Wrap lines').check();
    await expect.poll(() => page.locator('.log-box li').count()).toBe(200);
    await page.getByRole('button', { name: 'Later' }).click();
    await expect.poll(async () => (await numbers(page))[0]).toBe(201);
    const [row, box] = await Promise.all(['.log-box li', '.log-box'].map((selector) => page.locator(selector).first().boundingBox()));
    expect(row?.height).toBeGreaterThan(30);
    expect(row?.width).toBeLessThanOrEqual(box?.width ?? 0);
    await page.getByLabel('Line', { exact: true }).fill('450');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.log-box li[aria-current]').getAttribute('data-line')).toBe('450');
  });

  it('wraps from the start on a phone, where a jump finds its line on its page, and names its marks', async () => {
    const page = await open('en', { viewport: { width: 390, height: 844 } });
    expect(await page.getByLabel('Wrap lines').isChecked()).toBe(true);
    const isInView = () => page.locator('.log-box').evaluate((box) => {
      const [row, view] = [box.querySelector('[aria-current]')?.getBoundingClientRect(), box.getBoundingClientRect()];
      return row !== undefined && row.top >= view.top && row.bottom <= view.bottom;
    });
    for (const line of ['150', '450', '3']) {
      await page.getByLabel('Line', { exact: true }).fill(line);
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('.log-box [aria-current]').getAttribute('data-line')).toBe(line);
      await expect.poll(isInView).toBe(true);
    }
    await page.getByLabel('Level').selectOption('DEBUG');
    await expect.poll(() => hint(page)).toBe('460 of 484 lines');
    await page.locator('[data-answer] > summary').first().click();
    await page.locator('.evidence-place button').first().click();
    await expect.poll(() => page.locator('.log-box [aria-current]').getAttribute('data-line')).toBe('63');
    await expect.poll(isInView).toBe(true);
    expect(await page.locator('.marks').allInnerTexts()).toEqual(['Cause\nOther lines', 'Cause']);
  });

  it('copies the lines that are shown', async () => {
    const page = await open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByLabel('Level').selectOption('WARNING');
    await expect.poll(() => hint(page)).toBe('20 of 484 lines');
    await page.getByRole('button', { name: 'Copy these lines' }).click();
    await expect.poll(() => page.locator('.log-switches .copy').innerText()).toBe('20 lines copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${LINES.slice(62, 82).join('\n')}\n`);
  });

  it('reaches the last of more lines than a box is tall enough for, with the wheel, the keyboard and the number', async () => {
    const page = await browser.page();
    await page.goto(`${base}/en/analyze/`);
    await page.waitForSelector('astro-island:not([ssr])', { state: 'attached' });
    const count = 700_000;
    const log = [...start(0, '0.87.0'), ...Array.from({ length: count - 2 }, (_, index) => `${at(1)} DEBUG <command> ${index}`)].join('\n');
    await page.setInputFiles('input[type=file]', { name: 'agent.log', mimeType: 'text/plain', buffer: Buffer.from(log) });
    await page.waitForSelector('[data-analyze-state="done"]');
    const box = page.locator('.log-box');
    const inView = () => box.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return [...element.querySelectorAll('li')].filter((row) => row.getBoundingClientRect().bottom > top + 1 && row.getBoundingClientRect().top < bottom - 1).map((row) => Number(row.getAttribute('data-line')));
    });
    await box.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await expect.poll(async () => (await inView()).at(-1)).toBe(count);
    const atEnd = await inView();
    await box.hover();
    await page.mouse.wheel(0, -240);
    await expect.poll(async () => (await inView())[0]).toBeLessThan((atEnd[0] ?? 0) - 9);
    expect((await inView()).length).toBeLessThanOrEqual(atEnd.length + 1);
    await page.getByLabel('Line', { exact: true }).fill('650001');
    await page.keyboard.press('Enter');
    await expect.poll(inView).toContain(650_001);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.locator('.log-box [aria-current]').getAttribute('data-line')).toBe('650002');
    expect(page.problems).toEqual([]);
  });
});

describe('the timeline', () => {
  it('is a picture with words, tells the first fault, restarts and new versions, and leads there', async () => {
    const page = await open();
    expect(await page.locator('.timeline title').textContent()).toBe('Lines over time from 2026-03-02 04:00 to 2026-03-02 05:52, in 56 slices of 2 min; 10 of them have a fault.');
    expect(await page.locator('.timeline-facts').innerText()).toMatch(/First fault\s+2026-03-02 05:00\s+2 starts of the agent\s+2026-03-02 04:00 \(0\.72\.1\)\s*2026-03-02 05:30 \(0\.87\.0\)/);
    await page.locator('.timeline-facts button').last().click();
    await expect.poll(() => page.locator('.log-box li[aria-current]').getAttribute('data-line')).toBe('83');
  });

  it('filters by keyboard alone', async () => {
    const page = await open();
    const from = page.getByLabel('Show from');
    await from.focus();
    for (let press = 0; press < 30; press++) await page.keyboard.press('ArrowRight');
    expect(await from.getAttribute('aria-valuetext')).toBe('2026-03-02 05:00');
    await expect.poll(() => hint(page)).toBe('422 of 484 lines');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Home');
    await expect.poll(() => hint(page)).toBe('2 of 484 lines');
    await expect.poll(() => numbers(page)).toEqual([63, 64]);
  });

  it('filters by a touch on a bar, fits a phone, and has no axe violation', async () => {
    const page = await open('ja', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
    await page.locator('.timeline-touch').nth(31).click();
    await expect.poll(() => hint(page)).toBe('全484行のうち2行');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(page.problems).toEqual([]);
  });
});
