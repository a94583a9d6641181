import { listOf } from '../../report/format/index.ts';
import { commandsOf } from '../build-follow-up.ts';
import { faultsOfPlaces } from '../command-places.ts';
import type { FollowUpYaml } from '../../model/schemas/follow-up.ts';
import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/** List the follow-up questions of reports, each with the file that declares it. */
export function followUpsOf({ guides, products }: Content): { file: string; ask: FollowUpYaml }[] {
  return [
    ...guides.flatMap(({ folder, yaml }) =>
      yaml.decides ? [{ file: `${folder}/guide.yaml`, ask: yaml.decides }] : [],
    ),
    ...products.flatMap(({ id, yaml }) =>
      Object.values(yaml.missing).map((ask) => ({
        file: `content/products/${id}/product.yaml`,
        ask,
      })),
    ),
  ];
}

/**
 * Check that the samples of follow-up questions are in their commands and can be filled. If a
 * command for getting the log marks a value as one to replace, the questions must mark it, too.
 */
export function checkFollowUps(content: Content): Problem[] {
  return [
    ...followUpsOf(content).flatMap(({ file, ask }) => {
      const commands = Object.values(commandsOf(ask));
      const [anchorText] = commands;
      return faultsOfPlaces(ask, commands).map((fault) => ({ file, anchorText, ...fault }));
    }),
    ...content.products.flatMap(({ id, yaml: { service, missing } }) =>
      service && !missing['end-of-log']
        ? [
            {
              file: `content/products/${id}/product.yaml`,
              anchorText: 'service',
              found: 'a service, but no end-of-log under missing',
              write: 'the command that prints the last lines of its log: they say why it is down',
            },
          ]
        : [],
    ),
    ...content.products.flatMap(({ id, yaml }) => {
      const examples = new Set(yaml.logs.flatMap(({ example }) => listOf(example)));
      return Object.values(yaml.missing).flatMap((ask) =>
        checkMarked(ask, examples, `content/products/${id}/product.yaml`),
      );
    }),
  ];
}

/** Report values that the reader must replace, but that a question does not mark. */
function checkMarked(ask: FollowUpYaml, examples: Set<string>, file: string): Problem[] {
  const marked = [ask.sample, ask.example].flatMap(listOf);
  return Object.values(commandsOf(ask)).flatMap((command) =>
    [...examples]
      .filter((value) => command.split(/\s+/).includes(value) && !marked.includes(value))
      .map((value) => ({
        file,
        anchorText: command,
        found: `"${value}" in a command of a question, not marked as an example`,
        write: `example: ${value}, as in the command for the log`,
      })),
  );
}
