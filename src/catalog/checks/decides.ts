import { isRead } from '../../display/index.ts';
import { askWords } from '../ask-words.ts';
import type { AskYaml } from '../../schemas/ask.ts';
import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/** A guide that an answer may name as possible says what would decide, with commands whose output the analyzer reads, or a sentence for who has to read it. */
export function checkDecides({ guides }: Content): Problem[] {
  return guides.flatMap(({ folder, yaml }) => {
    const file = `${folder}/guide.yaml`;
    const undecided = yaml.evidence.find(({ confidence, beside }) => confidence === 'possible' && beside === undefined);
    if (yaml.decides) return unread(yaml.decides, file);
    if (!undecided) return [];
    return [{ file, found: `evidence [${undecided.chain.join(', ')}] is possible, and nothing says what would decide`, write: 'decides: { what: { en: …, ja: … }, command: … }, a command whose output tells whether it is this' }];
  });
}

function unread(decides: AskYaml, file: string): Problem[] {
  const command = Object.values(askWords(decides, 'en').commands).find((candidate) => !isRead(candidate));
  if (command === undefined || decides.reads) return [];
  return [{ file, found: `decides: the analyzer does not read what "${command.split('\n')[0]}" prints`, write: 'a command whose output is read (src/display/is-read.ts), or reads: { en: …, ja: … }, what in the output decides' }];
}
