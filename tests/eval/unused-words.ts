import type { Symptoms } from '../../src/model/words.ts';
import { compileLexicon, isNamed } from '../../src/search/tokenize/lexicon.ts';
import { keysOf } from '../../src/search/tokenize/tokens.ts';

/** Return the synonyms of the thesaurus that no query has. */
export function unusedWords(
  thesaurus: Symptoms['thesaurus'],
  queries: readonly string[],
): string[] {
  const { concepts } = compileLexicon(thesaurus);
  const typed = queries.map((text) => ({ text, keys: new Set(keysOf(text)) }));
  return thesaurus.same.flatMap((words, list) =>
    words.filter((_, at) => {
      const pattern = concepts[list]?.patterns[at];
      return (
        pattern && !typed.some(({ text, keys }) => isNamed(pattern, (key) => keys.has(key), text))
      );
    }),
  );
}
