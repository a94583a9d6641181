import { checkFolder, formatProblems, type Content } from '../../compiler/index.ts';
import { countOf } from '../count-of.ts';
import { ROOT } from '../root.ts';

/** Check the content. Exits with 1 if something is wrong. */
export function run(): number {
  return check();
}

/**
 * Check the content, and print what is wrong.
 *
 * @param onRead takes the content once it fits the schemas
 * @returns the exit code
 */
export function check(onRead?: (content: Content) => void): number {
  const started = performance.now();
  const { content, problems } = checkFolder(ROOT, undefined, onRead);
  if (problems.length > 0) process.stderr.write(`${formatProblems(problems)}\n`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const counts = [
    countOf(content.entries.length, 'entry', 'entries'),
    countOf(content.guides.length, 'guide'),
    countOf(problems.length, 'problem'),
  ];
  process.stdout.write(`${counts.join(', ')}, ${seconds} s\n`);
  return problems.length > 0 ? 1 : 0;
}
