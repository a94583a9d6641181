import { coverageOf, loadContent, type Content } from '../compiler/index.ts';
import { runAuthorCommand } from './run-author-command.ts';
import { ROOT } from './root.ts';

/**
 * `npm run coverage`: print the products' messages that have no entry or several, and the ids in
 * entries that no message has. Exits with 0 if there are none of these.
 */
function run(content: Content): number {
  const { needed, missing, duplicates, unknown } = coverageOf(content);
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
  const covered = needed - missing.length;
  const percent = Math.floor((1000 * covered) / needed) / 10;
  const counts = [
    `${covered} of ${needed} messages covered (${percent} %)`,
    `${missing.length} missing`,
    `${duplicates.length} duplicate`,
    `${unknown.length} unknown`,
  ];
  process.stdout.write(`${counts.join(', ')}\n`);
  return lines.length > 0 ? 1 : 0;
}

await runAuthorCommand(() => run(loadContent(ROOT)));
