import type { Content } from '../content.ts';
import { holesNamedIn, holesOf } from '../holes-of.ts';
import type { Problem } from '../problem.ts';

/** A value that an entry's text wants filled in is a hole of the entry; those of guides are proved by their cases (values.ts). */
export function checkCaptures({ entries }: Content): Problem[] {
  return entries.flatMap((entry) => {
    const known = holesOf(entry);
    return [entry.prose.en, entry.prose.ja].flatMap(({ file, parts }) =>
      [...new Set(holesNamedIn(parts))]
        .filter((name) => !known.includes(name))
        .map((name) => ({
          file,
          near: `of="${name}"`,
          found: `of="${name}", which nothing captures`,
          write: `a hole of the entry: ${known.join(', ') || 'it has none'}`,
        })),
    );
  });
}
