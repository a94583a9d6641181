import type { Matcher, Report } from '../../engine/index.ts';
import type { CaseYaml } from '../../model/schemas/case.ts';
import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';
import { diagnoseText } from './samples.ts';

/**
 * Check that every case of a product has the results of its YAML file: status, exit, data, and the
 * guides in order.
 */
export function checkWholeLogs({ products }: Content, matcher: Matcher): Problem[] {
  return products.flatMap(({ cases }) =>
    cases.flatMap(({ log, file, yaml }) => {
      const [wanted, found] = [expected(yaml), outcome(diagnoseText(matcher, log.text), yaml)];
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

function expected({ status, exited, data, answers }: CaseYaml): string {
  return line(status, exited, data, answers);
}

function outcome({ status, exited, data, answers }: Report, wanted: CaseYaml): string {
  return line(
    status,
    exited,
    wanted.data && data.state,
    answers.map(({ guide }) => guide),
  );
}

function line(
  status: string,
  exited: boolean,
  data: string | undefined,
  answers: string[],
): string {
  return [
    `status: ${status}`,
    `exited: ${exited}`,
    ...(data ? [`data: ${data}`] : []),
    `answers: [${answers.join(', ')}]`,
  ].join(', ');
}
