import { allInlines, allBlocks, listOf } from '../report/format/index.ts';
import { parseTemplate } from '../engine/index.ts';
import type { Entry } from './content.ts';
import type { Part } from '../model/prose.ts';

/** Return the names of the holes in an entry's templates. */
export function holesOf({ yaml }: Entry): string[] {
  return [
    ...new Set(
      yaml.templates.flatMap(({ text }) =>
        parseTemplate(text).flatMap((part) => (typeof part === 'object' ? part.name : [])),
      ),
    ),
  ];
}

/** Return the name of a hole without the part that is used, such as `.host` in `address.host`. */
export function wholeHole(hole: string): string {
  return hole.replace(/\.(?:host|port|path|word)$/, '');
}

/** Return the holes whose values, or parts of them, a text shows in commands and sentences. */
export function holesShownIn(parts: Part[]): string[] {
  const shown = allBlocks(parts).flatMap((block) => {
    if (block.kind === 'command') return listOf(block.of).flatMap((holes) => holes.split(' | '));
    return block.kind === 'paragraph'
      ? allInlines(block.children).flatMap((inline) => (inline.kind === 'value' ? inline.of : []))
      : [];
  });
  return shown.map(wholeHole);
}
