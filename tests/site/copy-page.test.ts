import { globSync, readFileSync } from 'node:fs';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes } from 'mdast';
import { describe, expect, inject, it } from 'vitest';
import type { Page } from '@playwright/test';
import { markdownToHtml } from '../../src/site/markdown/to-html.ts';
import { sample } from '../helpers/sample.ts';
import { violations } from './axe-violations.ts';
import { useBrowser } from './browser.ts';

const browser = useBrowser();
const base = inject('base');
const kbBase = inject('kbBase');

async function openMenu(page: Page, url: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(url);
  await page.click('.copy-page > summary');
}

const textOf = (node: Nodes): string =>
  'children' in node ? node.children.map(textOf).join('') : 'value' in node ? node.value : '';

/** Copy a page in a format; return what the clipboard has then. */
async function copy(page: Page, format: string): Promise<{ plain: string; html: string | null }> {
  await page.click(`[data-format=${format}]`);
  await page.waitForFunction(
    () => document.querySelector('.copy-page [role=status]')?.textContent !== '',
  );
  expect(await page.locator('.copy-page [role=status]').innerText()).toBe('Copied.');
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string): Promise<string | null> =>
      item?.types.includes(type) ? (await item.getType(type)).text() : null;
    return { plain: (await read('text/plain')) ?? '', html: await read('text/html') };
  });
}

describe('the menu that copies a page', () => {
  it('loads its script only when it opens, also below a base path', async () => {
    const page = await browser.page();
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await page.goto(`${kbBase}en/guides/key-rejected/`);
    await page.waitForLoadState('networkidle');
    expect(loaded.filter((path) => /copy-page|index\.md/.test(path))).toEqual([]);
    await openMenu(page, `${kbBase}en/guides/key-rejected/`);
    expect((await copy(page, 'markdown')).plain).toBe(
      readFileSync('dist-kb/en/guides/key-rejected/index.md', 'utf8'),
    );
    expect(page.problems).toEqual([]);
  });

  it('copies Markdown, mrkdwn and HTML', async () => {
    const page = await browser.page();
    await openMenu(page, `${base}/en/errors/agent/post-retry/`);
    const markdown = await copy(page, 'markdown');
    expect(markdown.plain).toMatch(/^# `Failed to post metrics value \(will retry\): \{cause\}`\n/);
    expect(markdown.html).toBeNull();
    const slack = await copy(page, 'slack');
    expect(slack.plain).toMatch(/^\*When it appears\*$/m);
    expect(slack.plain).toMatch(
      /<http:\S+\/en\/guides\/post-rejected\/\|Posted metrics are rejected/,
    );
    expect(slack.html).toContain('<h2>When it appears</h2>');
    const html = await copy(page, 'html');
    expect(html.plain).toContain('<h1><code>Failed to post metrics value');
    expect(html.html).toContain('<h2>What to do</h2>');
    expect(page.problems).toEqual([]);
  });

  it('says so if it cannot copy, closes with Escape, and has no axe violation', async () => {
    const page = await browser.page({ viewport: { width: 390, height: 844 } });
    await page.route('**/index.md', (route) => route.abort());
    await openMenu(page, `${base}/ja/guides/key-rejected/`);
    await page.click('[data-format=slack]');
    await page.waitForFunction(() =>
      document.querySelector('.copy-page')?.textContent?.includes('コピーできませんでした'),
    );
    expect(await violations(page, { within: '.copy-page' })).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.locator('.copy-page-menu').isVisible()).toBe(false);
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
  });
});

it('the conversion to HTML keeps the text of every page', async () => {
  const page = await browser.page();
  const twins = sample(globSync('dist/{en,ja}/{guides/*,errors/*/*}/index.md').sort(), 3);
  const texts = twins.map((twin) => readFileSync(twin, 'utf8'));
  const shown = await page.evaluate(
    (all) =>
      all.map((html) => new DOMParser().parseFromString(html, 'text/html').body.textContent ?? ''),
    texts.map(markdownToHtml),
  );
  const withoutSpace = (text: string): string => text.replaceAll(/\s/g, '');
  for (const [index, text] of texts.entries())
    expect(withoutSpace(shown[index] ?? ''), twins[index]).toBe(
      withoutSpace(textOf(fromMarkdown(text))),
    );
});
