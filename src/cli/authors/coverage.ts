import { coverageOf, loadContent } from '../../compiler/index.ts';
import { ROOT } from '../root.ts';

/**
 * Print the products' messages that have no entry or several, and the ids in entries that no
 * message has. Exits with 0 if there are none of these. Also print the causes that no guide's
 * evidence names: a log with them gets no answer.
 */
export function run(): number {
  const { needed, missing, duplicates, unknown, unanswered } = coverageOf(loadContent(ROOT));
  const lines = [
    ...missing.map(
      ({ id, level, source, text }) =>
        `missing    ${id}  ${level === '-' ? '' : `${level} `}${text}  (${source})`,
    ),
    ...duplicates.map(
      ({ message, entries }) =>
        `duplicate  ${message}  in ${entries.map(({ id }) => id).join(', ')}`,
    ),
    ...unknown.map(({ message, entry }) => `unknown    ${message}  in ${entry.id}`),
  ];
  for (const line of lines) process.stdout.write(`${line}\n`);
  for (const { id, yaml } of unanswered)
    process.stdout.write(`no guide   ${id}  a cause, act: ${yaml.act}\n`);
  const covered = needed - missing.length;
  const counts =
    needed === 0
      ? ['no product lists its messages in messages.tsv']
      : [
          `${covered} of ${needed} messages covered (${Math.floor((1000 * covered) / needed) / 10} %)`,
          `${missing.length} missing`,
          `${duplicates.length} duplicate`,
          `${unknown.length} unknown`,
        ];
  counts.push(`${unanswered.length} causes in no guide's evidence`);
  process.stdout.write(`${counts.join(', ')}\n`);
  return lines.length > 0 ? 1 : 0;
}
