import type { Answer, Matcher, Report } from '../../engine/index.ts';
import { matchesEvidence } from '../../engine/answers/evidence.ts';
import type { GuideParts } from '../../report/applicable-parts.ts';
import type { Content, Guide } from '../content.ts';
import type { Problem } from '../problem.ts';
import { actionsIn, guidePartsOf } from './actions.ts';
import { fixForPlainLines } from './near-miss.ts';
import { diagnoseText } from './samples.ts';

/**
 * Check that every case of a guide leads to that guide first, and that a guide with evidence has a
 * case.
 */
export function checkCases(content: Content, matcher: Matcher): Problem[] {
  const { guides, products } = content;
  const words = guidePartsOf(content);
  const problems: Problem[] = [];
  for (const guide of guides) {
    const { slug, folder, yaml, cases } = guide;
    const names = cases.map(({ name }) => name);
    for (const name of Object.keys(yaml.cases))
      if (!names.includes(name))
        problems.push({
          file: `${folder}/guide.yaml`,
          anchorText: `${name}:`,
          found: `cases: ${name}, which is not in cases/`,
          write: names.length > 0 ? `one of ${names.join(', ')}` : 'no row, as cases/ has no log',
        });
    if (yaml.evidence.length > 0 && cases.length === 0)
      problems.push({
        file: `${folder}/cases`,
        found: 'no case',
        write: 'at least one log that leads to this guide, such as cases/example.log',
      });
    for (const { file, name, text } of cases) {
      const report = diagnoseText(matcher, text);
      const [first] = report.answers;
      if (first?.guide === slug) {
        problems.push(...checkActions(guide, name, first, report, words));
        continue;
      }
      const chains = report.findings.map(({ chain, rest }) =>
        [
          ...chain.map(({ entry }) => entry),
          ...(rest === null ? [] : [`"${rest.slice(0, 60)}"`]),
        ].join(' → '),
      );
      const findings = chains.join(' | ') || 'none';
      problems.push({
        file,
        found:
          `the first answer is ${describeAnswer(first, report, guides)}; findings: ${findings}` +
          (products.length > 1 ? `; read as a log of ${report.product ?? 'no product'}` : ''),
        write:
          fixForPlainLines(content, matcher, text, report) ??
          `evidence in guide.yaml that matches these lines, or a log that leads to ${slug}`,
      });
    }
  }
  return problems;
}

/** Name the guide of an answer, and the piece of evidence that led to it. */
function describeAnswer(
  answer: Answer | undefined,
  { findings }: Report,
  guides: readonly Guide[],
): string {
  if (!answer) return 'none';
  const guide = guides.find(({ slug }) => slug === answer.guide);
  const won = guide?.yaml.evidence.find((evidence) =>
    answer.evidence.some((index) => matchesEvidence(findings[index]?.chain ?? [], evidence)),
  );
  return won
    ? `${answer.guide}, by its evidence { chain: [${won.chain.join(', ')}], confidence: ${won.confidence} }`
    : `${answer.guide}, which is only ${answer.confidence}`;
}

/** Check that a case proves the cause in guide.yaml and begins with the step named there. */
function checkActions(
  { folder, yaml }: Guide,
  name: string,
  answer: Answer,
  report: Report,
  words: GuideParts,
): Problem[] {
  const wanted = yaml.cases[name];
  const { cause, step } = actionsIn(answer, report, words);
  const found = `{ cause: ${cause ?? 'null'}, first-step: ${step ?? 'null'} }`;
  if (wanted?.cause === cause && wanted['first-step'] === step) return [];
  return [
    {
      file: `${folder}/guide.yaml`,
      anchorText: wanted === undefined ? 'cases:' : `${name}:`,
      found:
        wanted === undefined
          ? `no row in cases for ${name}`
          : `cases/${name}.log results in ${found}`,
      write:
        wanted === undefined
          ? `under cases in guide.yaml: "${name}: ${found}", if this result is right`
          : 'causes, evidence and conditions that result in this row, or the right row',
    },
  ];
}
