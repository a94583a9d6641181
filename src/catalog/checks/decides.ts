import { isRead, listOf } from '../../display/index.ts';
import { askWords } from '../ask-words.ts';
import type { AskYaml } from '../../schemas/ask.ts';
import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/** A guide that an answer may name as possible says what would decide, with commands whose output the analyzer reads, or a sentence for who has to read it. */
export function checkDecides({ guides }: Content): Problem[] {
  return guides.flatMap(({ folder, yaml }) => {
    const file = `${folder}/guide.yaml`;
    const undecided = yaml.evidence.find(
      ({ confidence, beside }) => confidence === 'possible' && beside === undefined,
    );
    if (yaml.decides) return [...unread(yaml.decides, file), ...unfilled(yaml.decides, file)];
    if (!undecided) return [];
    return [
      {
        file,
        found: `evidence [${undecided.chain.join(', ')}] is possible, and nothing says what would decide`,
        write:
          'decides: { what: { en: …, ja: … }, command: … }, a command whose output tells whether it is this',
      },
    ];
  });
}

function unread(decides: AskYaml, file: string): Problem[] {
  const command = Object.values(askWords(decides, 'en').commands).find(
    (candidate) => !isRead(candidate),
  );
  if (command === undefined || decides.reads) return [];
  return [
    {
      file,
      near: 'decides:',
      found: `decides: the analyzer does not read what "${command.split('\n')[0]}" prints`,
      write:
        'a command whose output is read (src/display/is-read.ts), or reads: { en: …, ja: … }, what in the output decides',
    },
  ];
}

/** Samples that are in no command, or without the hole that fills them. */
function unfilled(decides: AskYaml, file: string): Problem[] {
  const { of, fits, sample, example } = decides;
  const commands = Object.values(askWords(decides, 'en').commands);
  const absent = [sample, example]
    .flatMap(listOf)
    .find((value) => !commands.some((command) => command.includes(value)));
  return [
    ...(absent === undefined
      ? []
      : [
          {
            file,
            near: absent,
            found: `decides: "${absent}", which is in no command`,
            write: 'a sample that stands in a command word for word',
          },
        ]),
    ...(listOf(of).length === listOf(sample).length
      ? []
      : [
          {
            file,
            near: 'decides:',
            found: `decides: of "${of ?? ''}" with sample "${sample ?? ''}"`,
            write: 'a hole for each sample, in the same order',
          },
        ]),
    ...(listOf(fits).length === listOf(of).length
      ? []
      : [
          {
            file,
            near: 'decides:',
            found: `decides: of "${of ?? ''}" with fits "${fits ?? ''}"`,
            write: 'a type of content/commands.yaml for each hole, in the same order',
          },
        ]),
  ];
}
