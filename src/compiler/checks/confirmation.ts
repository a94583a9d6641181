import { isReadableOutput } from '../../report/format/index.ts';
import { commandsOf } from '../build-follow-up.ts';
import type { FollowUpYaml } from '../../model/schemas/follow-up.ts';
import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/**
 * Check that a guide that may be only a possible answer says how to confirm it: with a command
 * whose output the analyzer reads, or with an explanation of the output.
 */
export function checkConfirmation({ guides, products }: Content): Problem[] {
  const programs = products.flatMap(({ yaml }) => yaml.programs);
  return guides.flatMap(({ folder, yaml }) => {
    const file = `${folder}/guide.yaml`;
    const undecided = yaml.evidence.find(
      ({ confidence, beside }) => confidence === 'possible' && beside === undefined,
    );
    if (yaml.decides) return checkOutputIsRead(yaml.decides, programs, file);
    if (!undecided) return [];
    const chain = undecided.chain.join(', ');
    return [
      {
        file,
        found: `evidence [${chain}] is only possible, but nothing says how to confirm it`,
        write:
          'decides: { what: { en: …, ja: … }, command: … }, ' +
          'a command whose output confirms this guide or rules it out',
      },
    ];
  });
}

function checkOutputIsRead(decides: FollowUpYaml, programs: string[], file: string): Problem[] {
  const command = Object.values(commandsOf(decides)).find(
    (candidate) => !isReadableOutput(candidate, programs),
  );
  if (command === undefined || decides.reads) return [];
  return [
    {
      file,
      anchorText: 'decides:',
      found: `decides: the analyzer does not read the output of "${command.split('\n')[0]}"`,
      write:
        'a command whose output it reads (src/report/format/is-readable-output.ts), ' +
        'or reads: { en: …, ja: … }, what to look for in the output',
    },
  ];
}
