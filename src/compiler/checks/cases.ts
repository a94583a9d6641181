import type { Matcher } from '../../engine/index.ts';
import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';
import { diagnoseText } from './samples.ts';

/**
 * Check that every case of a guide leads to that guide first, and that a guide with evidence has a
 * case.
 */
export function checkCases({ guides }: Content, matcher: Matcher): Problem[] {
  const problems: Problem[] = [];
  for (const { slug, folder, yaml, cases } of guides) {
    if (yaml.evidence.length > 0 && cases.length === 0)
      problems.push({
        file: `${folder}/cases`,
        found: 'no case',
        write: 'at least one .log file that leads to this guide',
      });
    for (const { file, text } of cases) {
      const report = diagnoseText(matcher, text);
      const [first] = report.answers;
      if (first?.guide === slug) continue;
      const chains = report.findings.map(({ chain, rest }) =>
        [
          ...chain.map(({ entry }) => entry),
          ...(rest === null ? [] : [`"${rest.slice(0, 60)}"`]),
        ].join(' → '),
      );
      const findings = chains.join(' | ') || 'none';
      problems.push({
        file,
        found: `the first answer is ${first?.guide ?? 'none'}; findings: ${findings}`,
        write: `evidence in guide.yaml that matches these lines, or a log that leads to ${slug}`,
      });
    }
  }
  return problems;
}
