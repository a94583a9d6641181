import { describe, expect, it } from 'vitest';
import { allBlocks, allTexts, LANGUAGES, type Language } from '../../src/compiler/index.ts';
import { allInlines } from '../../src/report/format/index.ts';
import { content } from '../helpers/whole-content.ts';

/** Return the addresses to which pages in a language link, sorted. */
function linksIn(language: Language): string[] {
  const inProse = allTexts(content)
    .filter((text) => text.language === language)
    .flatMap(({ inlines }) => allInlines(inlines))
    .flatMap((inline) => (inline.kind === 'link' ? inline.href : []));
  const others = [...content.elsewhere, ...content.site.links].map(({ url }) =>
    typeof url === 'string' ? url : url[language],
  );
  return [...new Set([...inProse, ...others])].sort();
}

/** Return the addresses in commands, except in examples, sorted. */
function addressesInCommands(): string[] {
  const texts = [...content.guides, ...content.entries].flatMap(({ prose }) =>
    allBlocks(prose.en.parts).flatMap((block) => (block.kind === 'command' ? block.text : [])),
  );
  const found = texts.flatMap((text) => text.match(/https?:\/\/[^\s'"|)]+/g) ?? []);
  return [...new Set(found)]
    .filter((url) => !/\bexample\.(?:com|internal)|localhost|\$|YOUR|\d\.\d+\.\d/.test(url))
    .sort();
}

describe.each(LANGUAGES)('the outside addresses on pages in %s', (language) => {
  it('equal the reviewed list', () => expect(linksIn(language)).toMatchSnapshot());

  it('lead to pages in that language', () => {
    const otherLanguage = { en: /\/ja\b/, ja: /\/en-us\b|mackerel\.io\/(?:api-)?docs\b/ }[language];
    // The post on what to write to support exists only in Japanese, and the English page says so.
    const wrong = linksIn(language).filter(
      (url) => otherLanguage.test(url) && !url.includes('/ja/blog/'),
    );
    expect(wrong).toEqual([]);
  });
});

it('has only reviewed addresses in commands', () =>
  expect(addressesInCommands()).toMatchSnapshot());
