import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { contentPath } from '../../compiler/index.ts';
import { escapeLine } from '../../report/format/index.ts';
import { ROOT } from '../root.ts';
import { UsageError } from '../usage-error.ts';
import { caseFromLog, casesFromReport, type CaseSite } from './case-from-report.ts';
import { writeFiles } from './new-folder.ts';

/**
 * Read the file that a new folder is created from.
 *
 * @param wanted the kind of file to name instead, for the error message
 */
export function readSource(path: string, wanted: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const failure =
      code === 'ENOENT'
        ? 'no such file'
        : code === 'EISDIR'
          ? 'is a folder'
          : `cannot be read (${code})`;
    throw new UsageError(`${path}: ${failure}; name ${wanted}`);
  }
}

/** Return a name for the case that is made from a file. */
export function caseName(path: string): string {
  const name = basename(path)
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return name.replace(/^-|-$/g, '') || 'case';
}

/** Make cases of a product from a log or a support report; return the exit code. */
export function createCases(path: string, openSite: () => CaseSite): number {
  const text = readSource(path, 'a log (.log), or a Markdown file with the log in a fenced block');
  const isLog = path.endsWith('.log');
  const cases = isLog
    ? [caseFromLog(text, openSite()) ?? []].flat()
    : casesFromReport(text, openSite());
  if (cases.length === 0) {
    process.stderr.write(
      isLog
        ? `${escapeLine(path)}: not a log of a known product\n`
        : `${escapeLine(path)}: no fenced block contains a log of a known product; ` +
            'put the log between two lines of ```, or into a file named .log\n',
    );
    return 1;
  }
  const title = caseName(path);
  const files = cases.map((found, index) => ({
    ...found,
    file: `content/products/${found.product}/cases/${title}${index === 0 ? '' : `-${index + 1}`}`,
  }));
  const taken = files
    .flatMap(({ file }) => [`${file}.log`, `${file}.yaml`])
    .find((file) => existsSync(contentPath(ROOT, file)));
  if (taken !== undefined) {
    process.stderr.write(`${taken} already exists; rename the file that you passed\n`);
    return 1;
  }
  for (const { file, log, yaml, report } of files) {
    const folder = contentPath(ROOT, dirname(file));
    const name = basename(file);
    writeFiles(folder, { [`${name}.log`]: log, [`${name}.yaml`]: yaml });
    const answers = report.answers
      .map(({ guide, confidence }) => `${guide} (${confidence})`)
      .join(', ');
    const { explained, problem } = report.lines;
    const facts = [
      `${file}.log: ${report.status}`,
      `answers: ${answers || 'none'}`,
      `${explained} of ${problem} problem lines explained`,
    ];
    process.stdout.write(`${facts.join('; ')}\n`);
  }
  process.stdout.write(
    'Remove keys, names and addresses from the log, correct the .yaml if it is wrong, ' +
      'replace its GAP, then run npx shindan check\n',
  );
  return 0;
}
