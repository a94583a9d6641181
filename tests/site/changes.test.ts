import { readFileSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { content } from '../helpers/whole-content.ts';

const browser = useBrowser();
const base = inject('base');

describe.each(['en', 'ja'])('the changes in %s', (lang) => {
  const html = readFileSync(`dist/${lang}/changes/index.html`, 'utf8');
  const feed = readFileSync(`dist/${lang}/changes/feed.xml`, 'utf8');

  it('list each message under the version that its templates name', () => {
    const section = (version: string): string =>
      html.split(/(?=<h2)/).find((part) => part.includes(`id="mackerel-agent-${version}"`)) ?? '';
    const found = content.entries.filter(
      ({ catalog, yaml: { templates } }) =>
        catalog === 'agent' && templates.length === 1 && templates[0]?.since !== undefined,
    );
    expect(found.length).toBeGreaterThan(20);
    for (const { id, yaml } of found)
      expect(section(yaml.templates[0]?.since ?? ''), id).toContain(`/${lang}/errors/${id}/`);
  });

  it('are a feed with the dates of releases and checks, which links to the page', async () => {
    const page = await browser.page();
    const response = await page.goto(`${base}/${lang}/changes/feed.xml`);
    expect(response?.headers()['content-type']).toBe('application/xml; charset=utf-8');
    const entries = await page.evaluate((text) => {
      const document = new DOMParser().parseFromString(text, 'application/xml');
      return [...document.querySelectorAll('entry')].map((entry) => ({
        id: entry.querySelector('id')?.textContent ?? '',
        updated: entry.querySelector('updated')?.textContent ?? '',
        href: entry.querySelector('link')?.getAttribute('href') ?? '',
      }));
    }, feed);
    expect(entries.length).toBeGreaterThan(10);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    const dates = new Set([
      ...content.products.flatMap(({ yaml }) => Object.values(yaml.releases)),
      ...[...content.guides, ...content.entries].map(({ yaml }) => yaml.checked.date),
    ]);
    for (const { updated, href } of entries) {
      expect(dates).toContain(updated.replace('T00:00:00Z', ''));
      expect(html).toContain(`id="${href.split('#')[1]}"`);
    }
    const updates = entries.map(({ updated }) => updated);
    expect(updates).toEqual([...updates].sort().reverse());
  });

  it('are announced on every page', () => {
    for (const path of ['', 'guides/key-rejected/', 'changes/'])
      expect(readFileSync(`dist/${lang}/${path}index.html`, 'utf8')).toMatch(
        new RegExp(`<link rel="alternate" type="application/atom\\+xml"[^>]*/${lang}/changes/feed`),
      );
  });
});
