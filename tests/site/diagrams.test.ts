import type { Page } from '@playwright/test';
import { describe, expect, inject, it } from 'vitest';
import { allBlocks, LANGUAGES, openContentLazily } from '../../src/compiler/index.ts';
import { sample, sampleLanguages } from '../helpers/sample.ts';
import { useBrowser } from './browser.ts';
import { violations } from './axe-violations.ts';

const browser = useBrowser({ isReused: true });
const base = inject('base');
const content = openContentLazily();
const places = content.diagrams.flatMap((diagram, turn) => {
  const guide = content.guides.find(({ prose }) =>
    allBlocks(prose.en.parts).some(
      (block) => block.kind === 'diagram' && block.of === diagram.slug,
    ),
  );
  return LANGUAGES.map(
    (lang) =>
      [
        `${diagram.slug} in ${lang}`,
        lang,
        diagram,
        `${base}/${lang}/guides/${guide?.slug ?? ''}/`,
        turn,
      ] as const,
  );
});

/** Expand the causes that contain a diagram. */
async function expandCauses(page: Page, slug: string): Promise<void> {
  for (const cause of await page.locator(`details:has(#diagram-${slug})`).all())
    await cause.locator('> summary').click();
}

describe.each(places)('%s', (_name, lang, { slug, yaml }, url, turn) => {
  // The colors change no size, so one color scheme per language is enough.
  it.each(sample(['light', 'dark'] as const, 2, LANGUAGES.indexOf(lang)))(
    'is readable on a phone without JavaScript, in %s',
    async (colorScheme) => {
      const page = await browser.page({
        javaScriptEnabled: false,
        colorScheme,
        viewport: { width: 360, height: 740 },
      });
      await page.goto(url);
      await expandCauses(page, slug);
      const drawing = page.getByRole('img', { name: yaml.title[lang] });
      expect(await drawing.locator('desc').textContent()).toBe(yaml.text[lang]);
      const frame = await drawing.boundingBox();
      const texts = await drawing.locator('text').evaluateAll((elements) =>
        elements.map((element) => {
          const { left, right, height } = element.getBoundingClientRect();
          return { words: element.textContent, left, right, height };
        }),
      );
      expect(texts.length).toBeGreaterThan(3);
      for (const { words, left, right, height } of texts) {
        expect(left, words).toBeGreaterThanOrEqual((frame?.x ?? 0) - 1);
        expect(right, words).toBeLessThanOrEqual((frame?.x ?? 0) + (frame?.width ?? 0) + 1);
        expect(height, words).toBeGreaterThanOrEqual(12);
      }
    },
  );

  it.runIf(sampleLanguages(turn).includes(lang))('has no axe violation', async () => {
    const page = await browser.page();
    await page.goto(url);
    await expandCauses(page, slug);
    expect(await violations(page, { within: `figure:has(#diagram-${slug})` })).toEqual([]);
  });
});
