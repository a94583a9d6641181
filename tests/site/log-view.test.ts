import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Page } from '@playwright/test';
import { openLog, showPart, untilDone, untilReady } from '../browser/analyzer-page.ts';
import { sample } from '../helpers/sample.ts';
import { stopClock, useBrowser } from './browser.ts';
import { violations } from './axe-violations.ts';

const browser = useBrowser({ isReused: true });
const base = inject('base');

const twoDigits = (number: number): string => String(number).padStart(2, '0');
const at = (minute: number): string =>
  `2026/03/02 ${twoDigits(4 + Math.floor(minute / 60))}:${twoDigits(minute % 60)}:09`;
const start = (minute: number, version: string): string[] => [
  `${at(minute)} INFO <main> Starting mackerel-agent version:${version}, rev:aaaaaaa, apibase:https://api.mackerelio.com`,
  `${at(minute)} INFO <command> Start: apibase = https://api.mackerelio.com, hostName = web01, hostID = 3xFAjdWpSBu`,
];
const LINES = [
  ...start(0, '0.72.1'),
  ...Array.from(
    { length: 60 },
    (_, minute) => `${at(minute)} DEBUG <command> quiet line ${minute}`,
  ),
  ...Array.from(
    { length: 20 },
    (_, minute) =>
      `${at(60 + minute)} WARNING <command> Failed to post metrics value (will retry): API request failed: 403 Forbidden`,
  ),
  ...start(90, '0.87.0'),
  ...Array.from({ length: 400 }, (_, index) => {
    const tail = 'and words that make it long '.repeat(8);
    return `${at(91 + Math.floor(index / 20))} DEBUG <command> busy line ${index} ${tail}`;
  }),
];

async function open(
  lang = 'en',
  options = {},
  lines = LINES,
): Promise<Page & { problems: string[] }> {
  const page = await browser.page(options);
  await page.goto(`${base}/${lang}/analyze/`);
  await untilReady(page);
  await openLog(page, lines.join('\n'));
  await page.waitForSelector('.log-box li', { state: 'attached' });
  await showPart(page, 'log');
  await page.waitForSelector('.log-box li');
  return page;
}
const numbers = (page: Page) =>
  page.$$eval('.log-box li', (rows) => rows.map((row) => Number(row.getAttribute('data-line'))));
const hint = (page: Page) => page.locator('.log-hint [role=status]').innerText();
const current = (page: Page) => page.locator('.log-box li[aria-current]').getAttribute('data-line');
const expand = (page: Page) => page.locator('.log-fold > summary').click();
/** Return whether the current line is fully visible in the box. */
const isInSight = (page: Page) =>
  page.locator('.log-box').evaluate((box) => {
    const [row, view] = [
      box.querySelector('[aria-current]')?.getBoundingClientRect(),
      box.getBoundingClientRect(),
    ];
    return row !== undefined && row.top >= view.top && row.bottom <= view.bottom;
  });
/** Return whether an element is at rest, fully visible and not covered. */
const isVisible = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate(async (element) => {
      const before = element.getBoundingClientRect().top;
      for (let frame = 0; frame < 6; frame++) await new Promise(requestAnimationFrame);
      const { top, bottom, left, width } = element.getBoundingClientRect();
      return (
        top === before &&
        top >= 0 &&
        bottom <= innerHeight &&
        element.contains(document.elementFromPoint(left + width / 4, (top + bottom) / 2))
      );
    });

it('gives its rows the height that a larger text needs', async () => {
  const page = await browser.page();
  await page.goto(`${base}/en/analyze/`);
  await untilReady(page);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await openLog(page, LINES.slice(0, 5).join('\n'));
  await showPart(page, 'log');
  await page.waitForSelector('.log-box li');
  const isTooLow = await page.$$eval('.log-box li', (rows) =>
    rows.some((row) => {
      const { fontSize, lineHeight } = getComputedStyle(row);
      return (
        Number.parseFloat(lineHeight) < 1.5 * Number.parseFloat(fontSize) ||
        row.scrollHeight > row.clientHeight
      );
    }),
  );
  expect(isTooLow).toBe(false);
});

describe('the log view', () => {
  it('tints the lines of the cause up to the edge of the box', async () => {
    const page = await open('en', {}, LINES.slice(58, 64));
    const [box, row] = await page.evaluate(() => {
      const element = document.querySelector('.log-box') as HTMLElement;
      const edge = element.getBoundingClientRect().right - 1;
      return [edge, element.querySelector('[data-role=cause]')?.getBoundingClientRect().right ?? 0];
    });
    expect(row).toBeCloseTo(box, 0);
  });

  it('filters by level, text and answer, and shows how many lines are left', async () => {
    const page = await open();
    await expand(page);
    const [level, answer] = [
      page.getByLabel('Level', { exact: true }),
      page.getByLabel('Answer', { exact: true }),
    ];
    await level.selectOption('WARNING');
    await expect.poll(() => hint(page)).toBe('20 of 484 lines');
    await expect
      .poll(() => numbers(page))
      .toEqual(Array.from({ length: 20 }, (_, index) => 63 + index));
    await level.selectOption('');
    await page.getByLabel('Text', { exact: true }).fill('QUIET LINE 5');
    await expect.poll(() => numbers(page)).toEqual([8, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62]);
    await page.getByRole('button', { name: 'All lines' }).click();
    await expect.poll(() => hint(page)).toBe('');
    await answer.selectOption({ index: 1 });
    await expect.poll(() => hint(page)).toBe('20 of 484 lines');
    await expect.poll(() => page.locator('.log-box li:not([data-role="cause"])').count()).toBe(0);
  });

  it('keeps the text filter if another is set before it is applied, and can clear all', async () => {
    const page = await open();
    await expand(page);
    const type = (value: string): Promise<void> =>
      page.locator('.log-search input').evaluate((input, text) => {
        (input as HTMLInputElement).value = text;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }, value);
    const level = page.getByLabel('Level', { exact: true });
    await Promise.all([type('busy line'), level.selectOption('WARNING')]);
    await expect.poll(() => hint(page)).toBe('0 of 484 lines');
    expect(await level.inputValue()).toBe('WARNING');
    await level.selectOption('DEBUG');
    await expect.poll(() => hint(page)).toBe('400 of 484 lines');
    await page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('.log-search input');
      if (input) input.value = 'nothing has this';
      input?.dispatchEvent(new InputEvent('input', { bubbles: true }));
      document.querySelector<HTMLElement>('.log-hint button')?.click();
    });
    // Longer than the pause after which a text is applied, on the clock of the page.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
    await expect.poll(() => hint(page)).toBe('');
    expect([
      await level.inputValue(),
      await page.locator('.log-search input').inputValue(),
    ]).toEqual(['', '']);
  });

  it('jumps to a line and explains it, even if a filter hides the line', async () => {
    const page = await open();
    await expand(page);
    await page.getByLabel('Line', { exact: true }).fill('300');
    await page.keyboard.press('Enter');
    await expect.poll(() => current(page)).toBe('300');
    expect(await page.locator('.line-meaning').innerText()).toContain(
      'This line shows no known fault',
    );
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('log-box');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => current(page)).toBe('301');
    await page.getByLabel('Level').selectOption('DEBUG');
    await expect.poll(() => hint(page)).toBe('460 of 484 lines');
    // The fault is resolved, so its answer is collapsed.
    await page.locator('[data-answer] > summary').first().click();
    await page.locator('[data-evidence] > summary').first().click();
    await page.locator('.evidence-place button').first().click();
    await expect.poll(() => current(page)).toBe('63');
    expect(await page.locator('.line-meaning').innerText()).toContain(
      'Evidence for: The API key is refused',
    );
  });

  it.each(sample([1280, 390], 2, 1))(
    'gives wrapped lines the estimated height at %i pixels, and jumps to the right line',
    async (width) => {
      const page = await open('en', { viewport: { width, height: 844 } });
      await expand(page);
      expect(await page.getByLabel('Wrap lines').isChecked()).toBe(true);
      for (const line of ['150', '450', '484', '3']) {
        await page.getByLabel('Line', { exact: true }).fill(line);
        await page.keyboard.press('Enter');
        await expect.poll(() => current(page)).toBe(line);
        await expect.poll(() => isInSight(page)).toBe(true);
      }
      await page.getByLabel('Line', { exact: true }).fill('300');
      await page.keyboard.press('Enter');
      await expect.poll(() => isInSight(page)).toBe(true);
      const box = page.locator('.log-box');
      expect(await box.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
      const heights = await box
        .locator('li')
        .evaluateAll((rows) =>
          rows.map((row) => [
            row.clientHeight,
            (row.querySelector('.log-text') as HTMLElement).offsetHeight,
          ]),
        );
      expect(Math.max(...heights.flat())).toBeGreaterThanOrEqual(48);
      for (const [row, words] of heights) expect(row).toBe(words);
      for (const row of await box.locator('.log-text > span:not(:last-child)').allTextContents())
        expect(row).toMatch(/[ /:,;]$/);
      const copied = await box
        .locator('li')
        .first()
        .evaluate((row) => {
          getSelection()?.selectAllChildren(row.querySelector('.log-text') as Element);
          return String(getSelection());
        });
      expect(LINES).toContain(copied);
      const before = await current(page);
      await page.getByLabel('Wrap lines').uncheck();
      await expect
        .poll(() =>
          box
            .locator('li')
            .first()
            .evaluate((row) => row.clientHeight),
        )
        .toBe(24);
      expect(await current(page)).toBe(before);
    },
  );

  it('gives wrapped wide, invisible, blank or unbreakable text the estimated height', async () => {
    const odd = [
      '{"host":"web01","values":[1,2,3]}'.repeat(9),
      'x'.repeat(900),
      `${'word '.repeat(30)}${' '.repeat(300)}end`,
      '日本語のログ行、とても長い。'.repeat(20),
      '\x1b[31mred\u202e '.repeat(30),
      '\ttab\t/a/b'.repeat(30),
      '絵文字👩‍👩👍🏽 '.repeat(30),
      '',
      ' '.repeat(400),
      `${'y'.repeat(46)} `.repeat(12),
    ];
    const page = await open('ja', { viewport: { width: 390, height: 844 } }, [
      ...LINES.slice(0, 2),
      ...odd.map((text) => `${at(1)} DEBUG <command> ${text}`),
      ...odd,
    ]);
    const box = page.locator('.log-box');
    await expect.poll(() => box.locator('.log-text > span').count()).toBeGreaterThan(60);
    const heights = await box
      .locator('li')
      .evaluateAll((rows) =>
        rows.map((row) => [
          row.clientHeight,
          Number.parseFloat(row.style.minBlockSize),
          (row.querySelector('.log-text') as HTMLElement).offsetHeight,
        ]),
      );
    for (const [real, counted, words] of heights) expect([real, words]).toEqual([counted, counted]);
    expect(await box.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  });

  it('shows its first line early on a phone, jumps to a hidden line, and has one legend', async () => {
    const page = await open('en', { viewport: { width: 390, height: 844 } });
    await expect.poll(() => page.locator('.timeline').count()).toBe(1);
    const [section, box] = await Promise.all(
      ['.log', '.log-box'].map((selector) => page.locator(selector).boundingBox()),
    );
    expect((box?.y ?? NaN) - (section?.y ?? NaN)).toBeLessThan(500);
    await expand(page);
    await page.getByLabel('Level').selectOption('DEBUG');
    await expect.poll(() => hint(page)).toBe('460 of 484 lines');
    await showPart(page, 'answer');
    await page.locator('[data-answer] > summary').first().click();
    await page.locator('[data-evidence] > summary').first().click();
    await page.locator('.evidence-place button').first().click();
    await expect.poll(() => current(page)).toBe('63');
    await expect.poll(() => isInSight(page)).toBe(true);
    expect(await page.locator('.marks').allInnerTexts()).toEqual(['Cause\nOther lines']);
  });

  it.each([
    [1280, 800],
    [390, 844],
    [844, 390],
  ])(
    'explains a line without scrolling in a window of %i × %i, and returns to its link',
    async (width, height) => {
      const page = await open('en', { viewport: { width, height } });
      await showPart(page, 'answer');
      await page.locator('[data-answer] > summary').first().click();
      await page.locator('[data-evidence] > summary').first().click();
      const button = page.locator('.evidence-place button').nth(1);
      await button.click();
      await expect.poll(() => current(page)).toBe('64');
      await expect.poll(() => isVisible(page, '.line-meaning')).toBe(true);
      await expect.poll(() => isVisible(page, '.log-box li[aria-current]')).toBe(true);
      await page
        .locator('[data-answer] > summary')
        .first()
        .evaluate((summary) => ((summary.parentElement as HTMLDetailsElement).open = false));
      await page.getByRole('button', { name: 'Back' }).click();
      await expect
        .poll(() => button.evaluate((element) => element === document.activeElement))
        .toBe(true);
      expect(await button.isVisible()).toBe(true);
    },
  );

  it('reaches the first and the last line by keyboard', async () => {
    const page = await open();
    await page.locator('.log-box').focus();
    for (const [key, line] of [
      ['End', '484'],
      ['ArrowUp', '483'],
      ['Home', '1'],
      ['ArrowDown', '2'],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => current(page)).toBe(line);
      await expect.poll(() => isInSight(page)).toBe(true);
    }
  });

  it('says that no line matches, and offers to show all lines', async () => {
    const page = await open();
    await expand(page);
    await page.getByLabel('Text', { exact: true }).fill('no such words');
    await expect
      .poll(() => page.locator('.log-box').innerText())
      .toMatch(/^No lines match this filter\.\s+Show all lines$/);
    await page.locator('.log-box').getByRole('button').click();
    await expect.poll(() => numbers(page)).toContain(1);
    expect(await page.getByLabel('Text', { exact: true }).inputValue()).toBe('');
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('log-box');
  });

  it('marks unknown lines that look like errors, and quotes the first of each kind in full', async () => {
    const strange = (minute: number, units: number): string =>
      `${at(minute)} ERROR <oven> the sourdough reached ${units} units \u{1f469}\u200d\u{1f373}`;
    const page = await open('en', {}, [
      ...start(0, '0.87.0'),
      strange(1, 17),
      `${at(2)} INFO <command> well`,
      strange(3, 18),
    ]);
    await expect
      .poll(() => page.locator('.unknown code').allInnerTexts())
      .toEqual([strange(1, 17)]);
    // The verdict has the same number.
    expect(await page.locator('.folded:has(.unknown) > summary').innerText()).toContain('2');
    await expect
      .poll(() =>
        page
          .locator('.log-box li[data-role=unknown]')
          .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-line'))),
      )
      .toEqual(['3', '5']);
    // So short a log is seen at a glance.
    expect(await page.locator('.timeline').count()).toBe(0);
    expect(await page.locator('.marks').innerText()).toBe('Unknown');
    await page.locator('.log-box li').last().click();
    expect(await page.locator('.line-meaning').innerText()).toContain(
      'this site does not know this message',
    );
    const quiet = Array.from({ length: 50 }, (_, minute) => `${at(minute)} INFO <command> well`);
    const long = await open('en', {}, [...start(0, '0.87.0'), strange(1, 17), ...quiet]);
    await expect.poll(() => long.locator('.timeline rect[data-role=unknown]').count()).toBe(1);
    expect(await long.locator('.marks').innerText()).toBe('Unknown\nOther lines');
  });

  it('copies the lines that are shown', async () => {
    const page = await open();
    await expand(page);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByLabel('Level').selectOption('WARNING');
    await expect.poll(() => hint(page)).toBe('20 of 484 lines');
    await stopClock(page);
    await page.getByRole('button', { name: 'Copy these lines' }).click();
    await expect
      .poll(() => page.locator('.log-switches .copy').innerText())
      .toBe('20 lines copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `${LINES.slice(62, 82).join('\n')}\n`,
    );
  });

  /** More lines than a browser can lay out one above the other. */
  const HUGE = 700_000;
  const folder = mkdtempSync(join(tmpdir(), 'shindan-'));
  const hugeLog = join(folder, 'agent.log');
  beforeAll(() =>
    writeFileSync(
      hugeLog,
      [
        ...start(0, '0.87.0'),
        ...Array.from({ length: HUGE - 2 }, (_, index) => `${at(1)} DEBUG <command> ${index}`),
      ].join('\n'),
    ),
  );
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(sample([1280, 390], 2))(
    'reaches the last line of a huge log at %i pixels by wheel, keyboard and line number',
    async (width) => {
      const page = await browser.page({ viewport: { width, height: 720 } });
      await page.goto(`${base}/en/analyze/`);
      await untilReady(page);
      await page.setInputFiles('input[type=file]', hugeLog);
      await untilDone(page);
      await page.waitForSelector('.log-box li', { state: 'attached' });
      await showPart(page, 'log');
      const box = page.locator('.log-box');
      await expect
        .poll(() =>
          box.evaluate((element) => (element as HTMLElement).style.getPropertyValue('--columns')),
        )
        .not.toBe('');
      const inView = () =>
        box.evaluate((element) => {
          const { top, bottom } = element.getBoundingClientRect();
          return [...element.querySelectorAll('li')]
            .filter(
              (row) =>
                row.getBoundingClientRect().bottom > top + 1 &&
                row.getBoundingClientRect().top < bottom - 1,
            )
            .map((row) => Number(row.getAttribute('data-line')));
        });
      await box.evaluate((element) => element.scrollTo(0, element.scrollHeight));
      await expect.poll(async () => (await inView()).at(-1)).toBe(HUGE);
      const atEnd = await inView();
      expect(
        await box.evaluate(
          (element) =>
            element.getBoundingClientRect().bottom -
            (element.querySelector('li:last-child')?.getBoundingClientRect().bottom ?? NaN),
        ),
      ).toBeGreaterThanOrEqual(0);
      await box.hover();
      await page.mouse.wheel(0, -240);
      await expect.poll(async () => (await inView())[0]).toBeLessThan((atEnd[0] ?? 0) - 4);
      expect((await inView()).length).toBeLessThanOrEqual(atEnd.length + 1);
      await expand(page);
      await page.getByLabel('Line', { exact: true }).fill('650001');
      await page.keyboard.press('Enter');
      await expect.poll(inView).toContain(650_001);
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => current(page)).toBe('650002');
      expect(page.problems).toEqual([]);
    },
  );
});

describe('the timeline', () => {
  it('has a text alternative, marks the first fault, restarts and updates, and links to them', async () => {
    const page = await open();
    expect(await page.locator('.timeline title').textContent()).toBe(
      'Lines over time from 2026-03-02 04:00 to 2026-03-02 05:52, in 56 slices of 2 min; 10 of them have a fault.',
    );
    expect(await page.locator('.timeline-facts').innerText()).toMatch(
      /First fault\s+2026-03-02 05:00\s+2 starts of the agent\s+2026-03-02 04:00 \(0\.72\.1\)\s*2026-03-02 05:30 \(0\.87\.0\)/,
    );
    await page.locator('.timeline-facts button').last().click();
    await expect.poll(() => current(page)).toBe('83');
  });

  it('counts lines that look like errors, however many other lines there are', async () => {
    const page = await open();
    const tallest = (role: string) =>
      page
        .locator(`.timeline rect[data-role=${role}]`)
        .evaluateAll((bars) => Math.max(...bars.map((bar) => Number(bar.getAttribute('height')))));
    expect(await tallest('cause')).toBe(32);
    expect(await tallest('other')).toBeLessThan(10);
    expect(await page.locator('.timeline').innerText()).toContain('Bars: 20 of 484 lines');
  });

  it('has one track with two thumbs that cannot pass each other', async () => {
    const page = await open();
    const [from, until] = [page.getByLabel('Show from'), page.getByLabel('Show until')];
    expect(await from.boundingBox()).toEqual(await until.boundingBox());
    await from.focus();
    await page.keyboard.press('End');
    await expect.poll(() => from.getAttribute('aria-valuetext')).toBe('2026-03-02 05:50');
    expect([await from.inputValue(), await until.inputValue()]).toEqual(['55', '56']);
    // Drag the thumbs at the places where they are visible.
    const track = await page.locator('.timeline-range').boundingBox();
    const place = (slice: number): [number, number] => [
      (track?.x ?? 0) + ((track?.width ?? 0) * slice) / 56,
      (track?.y ?? 0) + (track?.height ?? 0) / 2,
    ];
    await page.mouse.move(...place(55));
    await page.mouse.down();
    await page.mouse.move(...place(30), { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => from.inputValue()).toBe('30');
  });

  it('filters by keyboard alone', async () => {
    const page = await open();
    const from = page.getByLabel('Show from');
    await from.focus();
    await from.fill('29');
    await page.keyboard.press('ArrowRight');
    expect(await from.getAttribute('aria-valuetext')).toBe('2026-03-02 05:00');
    await expect.poll(() => hint(page)).toBe('422 of 484 lines');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Home');
    await expect.poll(() => hint(page)).toBe('2 of 484 lines');
    await expect.poll(() => numbers(page)).toEqual([63, 64]);
  });

  it('filters when a bar is tapped, fits a phone, and has no axe violation', async () => {
    const page = await open('ja', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
    await page.locator('.timeline-touch').nth(31).click();
    await expect.poll(() => hint(page)).toBe('全484行のうち2行');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await violations(page)).toEqual([]);
    expect(page.problems).toEqual([]);
  });
});
