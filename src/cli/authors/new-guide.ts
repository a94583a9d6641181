import type { Content } from '../../compiler/index.ts';
import { nameLanguage, type Language } from '../../model/languages.ts';
import { checkedLine, languagesOf, textOf, type NewFiles } from './new-folder.ts';

/** Return the files of a guide, with a GAP wherever something is to be written. */
export function guideFiles(content: Content): NewFiles {
  const {
    guides,
    products: [product],
  } = content;
  const { site }: Partial<Content> = content;
  const category = site?.categories.find(({ general }) => !general)?.id ?? 'GAP';
  const taken = guides.filter(({ yaml }) => yaml.category === category);
  const order = Math.max(0, ...taken.map(({ yaml }) => yaml.order)) + 1;
  const parts = ['Signs', 'Fix', 'Verify', 'Dont', 'Send'].map((part) =>
    part === 'Fix'
      ? '<Fix>\n<Step id="first" title="GAP what to do">\nGAP how\n</Step>\n</Fix>'
      : `<${part}>\nGAP\n</${part}>`,
  );
  const prose = (language: Language): string =>
    textOf(
      '---',
      `title: GAP in the reader's words (${nameLanguage(language)})`,
      'summary: GAP the answer in one or two sentences',
      'symptoms:',
      '  - GAP what people type',
      '---',
      parts.join('\n\n'),
    );
  return {
    'guide.yaml': textOf(
      `category: ${category}`,
      `order: ${order}`,
      checkedLine(product),
      'effect: degrades',
      '# The messages that lead here: - { chain: [catalog/entry], confidence: certain }',
      'evidence: []',
    ),
    ...Object.fromEntries(
      languagesOf(content).map((language) => [`${language}.mdx`, prose(language)]),
    ),
  };
}
