import { checkFolder, formatProblems } from '../../compiler/index.ts';
import { ROOT } from '../root.ts';

/** Check the content. Exits with 1 if something is wrong. */
export function run(): number {
  const started = performance.now();
  const { content, problems } = checkFolder(ROOT);
  if (problems.length > 0) process.stderr.write(`${formatProblems(problems)}\n`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const counts = `${content.entries.length} entries, ${content.guides.length} guides`;
  const noun = problems.length === 1 ? 'problem' : 'problems';
  process.stdout.write(`${counts}, ${problems.length} ${noun}, ${seconds} s\n`);
  return problems.length > 0 ? 1 : 0;
}
