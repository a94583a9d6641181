import type { Matcher, Report } from '../../engine/index.ts';
import type { CaseYaml } from '../../model/schemas/case.ts';
import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';
import { actionsIn, guidePartsOf } from './actions.ts';
import { diagnoseText } from './samples.ts';
import type { GuideParts } from '../../report/applicable-parts.ts';

/**
 * Check that no case of a product is read as the log of another product, and that each has the
 * results of its YAML file: status, exit, data, and the guides in order.
 */
export function checkWholeLogs(content: Content, matcher: Matcher): Problem[] {
  const words = guidePartsOf(content);
  return content.products.flatMap(({ id, cases }) =>
    cases.flatMap(({ log, file, yaml }) => {
      const report = diagnoseText(matcher, log.text);
      if (report.product !== null && report.product !== id)
        return [
          {
            file,
            found: `${log.file} is read as a log of ${report.product}`,
            write: `a log that ${id} prints, or move the case to content/products/${report.product}`,
          },
        ];
      const [wanted, found] = [expected(yaml), outcome(report, yaml, words)];
      return wanted === found
        ? []
        : [
            {
              file,
              found: `${log.file} results in ${found}`,
              write: `evidence that results in ${wanted}, or the right results in this file`,
            },
          ];
    }),
  );
}

function expected({ about: _about, ...wanted }: CaseYaml): string {
  return line(wanted);
}

function outcome(report: Report, wanted: CaseYaml, words: GuideParts): string {
  const { status, exited, data, answers } = report;
  const [first] = answers;
  const found = first ? actionsIn(first, report, words) : { cause: null, step: null };
  return line({
    status,
    exited,
    ...(wanted.data && { data: data.state }),
    answers: answers.map(({ guide }) => guide),
    ...(wanted.cause !== undefined && { cause: found.cause }),
    ...(wanted['first-step'] !== undefined && { 'first-step': found.step }),
  });
}

function line({ status, exited, data, answers, cause, ...steps }: Omit<CaseYaml, 'about'>): string {
  const step = steps['first-step'];
  return [
    `status: ${status}`,
    `exited: ${exited}`,
    ...(data ? [`data: ${data}`] : []),
    `answers: [${answers.join(', ')}]`,
    ...(cause === undefined ? [] : [`cause: ${cause ?? 'null'}`]),
    ...(step === undefined ? [] : [`first-step: ${step ?? 'null'}`]),
  ].join(', ');
}
