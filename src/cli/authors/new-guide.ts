import type { Content } from '../../compiler/index.ts';
import { openDiagnosis, type Matcher } from '../../engine/index.ts';
import { nameLanguage, type Language } from '../../model/languages.ts';
import { redact } from '../../redaction/index.ts';
import { checkedLine, languagesOf, textOf, type NewFiles } from './new-folder.ts';

/** A log that a guide explains: its name, its text, and the chains of entries that lead to it. */
export interface GuideLog {
  name: string;
  text: string;
  chains: string[][];
}

/**
 * Return a log without its private values, with the chains of the faults in it that no guide
 * explains.
 */
export function guideLog(name: string, log: string, matcher: Matcher): GuideLog {
  const { redacted } = redact(matcher, log);
  const diagnosis = openDiagnosis(matcher);
  diagnosis.push(new TextEncoder().encode(redacted));
  const { findings, answers } = diagnosis.close();
  const explained = new Set(answers.flatMap(({ evidence }) => evidence));
  const chains = findings
    .filter(
      ({ role }, index) => !explained.has(index) && (role === 'cause' || role === 'consequence'),
    )
    .map(({ chain }) => chain.map(({ entry }) => entry));
  return { name, text: redacted, chains };
}

/** Return the files of a guide, with a GAP wherever something is to be written. */
export function guideFiles(content: Content, log?: GuideLog): NewFiles {
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
      ...(log && log.chains.length > 0
        ? [
            '# The faults of the log that no guide explains: keep those that lead here.',
            'evidence:',
            ...log.chains.map(
              (chain) => `  - { chain: [${chain.join(', ')}], confidence: certain }`,
            ),
          ]
        : [
            '# The messages that lead here: - { chain: [catalog/entry], confidence: certain }',
            'evidence: []',
          ]),
      ...(log
        ? [
            '# What the report on each log in cases/ says: the cause and the step that it begins with.',
            'cases:',
            `  ${log.name}: { cause: null, first-step: first }`,
          ]
        : []),
    ),
    ...(log ? { [`cases/${log.name}.log`]: log.text } : {}),
    ...Object.fromEntries(
      languagesOf(content).map((language) => [`${language}.mdx`, prose(language)]),
    ),
  };
}
