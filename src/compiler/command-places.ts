import { listOf, type Command } from '../report/format/index.ts';
import type { Problem } from './problem.ts';

/**
 * Find faults in the attributes that say which parts of a command a log may fill.
 *
 * @param commands the command, on each platform
 */
export function faultsOfPlaces(
  { of, fits, sample, example }: Pick<Command, 'of' | 'fits' | 'sample' | 'example'>,
  commands: readonly string[],
): Pick<Problem, 'found' | 'write'>[] {
  const absent = [sample, example]
    .flatMap(listOf)
    .find((value) => !commands.some((command) => command.includes(value)));
  const lists = [
    ['sample', sample, 'one hole for each sample, in the same order'],
    ['fits', fits, 'a type of content/commands.yaml for each hole, in the same order'],
  ] as const;
  return [
    ...(absent === undefined
      ? []
      : [
          {
            found: `"${absent}", which is not in the command`,
            write: 'a sample that appears in the command word for word',
          },
        ]),
    ...lists
      .filter(([, list]) => listOf(list).length !== listOf(of).length)
      .map(([name, list, write]) => ({
        found: `of="${of ?? ''}" with ${name}="${list ?? ''}"`,
        write,
      })),
  ];
}
