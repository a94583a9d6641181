import type { Content } from '../../compiler/index.ts';
import { openDiagnosis, type Finding, type Matcher } from '../../engine/index.ts';
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
 *
 * @param line the number of a line whose faults are taken instead; the log then ends with the last
 *   of them and has no other faults, which may lead to other guides
 * @returns null if no entry explains a fault in that line
 */
export function guideLog(
  name: string,
  log: string,
  matcher: Matcher,
  line?: number,
): GuideLog | null {
  const { redacted } = redact(matcher, log);
  const diagnosis = openDiagnosis(matcher);
  diagnosis.push(new TextEncoder().encode(redacted));
  const { findings, answers } = diagnosis.close();
  const explained = new Set(answers.flatMap(({ evidence }) => evidence));
  const faults = findings.filter(({ role }) => role === 'cause' || role === 'consequence');
  const chosen = faults.filter((finding) =>
    line === undefined ? !explained.has(findings.indexOf(finding)) : finding.lines.includes(line),
  );
  const chains = chosen.map(({ chain }) => chain.map(({ entry }) => entry));
  if (line === undefined) return { name, text: redacted, chains };
  return chosen.length === 0 ? null : { name, text: excerptOf(redacted, chosen, faults), chains };
}

/** Return a log up to the last of some faults, without the lines of all others. */
function excerptOf(log: string, chosen: readonly Finding[], all: readonly Finding[]): string {
  const kept = new Set(chosen.flatMap(({ lines }) => lines));
  const others = new Set(all.flatMap(({ lines }) => lines));
  return log
    .split(/(?<=\n)/)
    .slice(0, Math.max(...kept))
    .filter((_, index) => kept.has(index + 1) || !others.has(index + 1))
    .join('');
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
