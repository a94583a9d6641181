import { units, type Unit } from './units.ts';

/** The thesaurus as titles.json carries it: words for the same thing, and words that also ask for others. */
export interface Thesaurus {
  same: string[][];
  also: { words: string[]; also: string[] }[];
}

interface Pattern {
  concept: string;
  /** All of these keys stand in the text, … */
  keys: string[];
  /** … or this hiragana, which gives no keys. */
  literal: string | null;
}

/** Finds what a text is about beyond its own words. */
export interface Concepts {
  /** Add to a text's own units the keys of the concepts that it names, in place: of what somebody asks, or of what there is to find. */
  widen(text: string, own: Unit[], side: 'asked' | 'found'): Unit[];
}

/** How well a word fits another of the same meaning. */
const SAME = 0.9;
const ALSO = 0.6;
const SPANNING = 0.7;

/** Make the concepts of a thesaurus. */
export function conceptsOf({ same, also }: Thesaurus): Concepts {
  const both = same.flatMap((words, index) => words.map((word) => patternOf(word, `~${index}`)));
  const asked = also.flatMap(({ words }, index) => words.map((word) => patternOf(word, `~>${index}`)));
  const found = also.flatMap(({ also: others }, index) => others.map((word) => patternOf(word, `~>${index}`)));
  const tables = { asked: tableOf([...both, ...asked]), found: tableOf([...both, ...found]) };
  return {
    widen(text, own, side) {
      const { byKey, literals } = tables[side];
      const present = new Set<string>();
      for (const { keys } of own) for (const [key] of keys) present.add(key);
      const spanning = new Set<string>();
      for (const key of present) {
        for (const { keys, concept } of byKey.get(key) ?? []) {
          if (!keys.every((wanted) => present.has(wanted))) continue;
          if (keys.length > 1) spanning.add(concept);
          for (const unit of own) {
            if (!unit.keys.some(([own]) => keys.includes(own))) continue;
            unit.keys.push([concept, concept.startsWith('~>') ? ALSO : SAME]);
            if (keys.length === 1) unit.measure = concept;
          }
        }
      }
      const plain = text.normalize('NFKC');
      for (const { literal, concept } of literals) if (literal !== null && plain.includes(literal)) spanning.add(concept);
      // What several words say together is a meaning of its own, beside theirs.
      for (const concept of spanning) own.push({ keys: [[concept, 1]], share: SPANNING, isLatin: false });
      return own;
    },
  };
}

function patternOf(word: string, concept: string): Pattern {
  const keys = units(word).map(({ keys: [first] }) => first?.[0] ?? '');
  return { concept, keys, literal: keys.length === 0 ? word.normalize('NFKC') : null };
}

/** Patterns by their first key, so that a text is compared with few of them. */
function tableOf(patterns: Pattern[]): { byKey: Map<string, Pattern[]>; literals: Pattern[] } {
  const byKey = new Map<string, Pattern[]>();
  for (const pattern of patterns) {
    const [first] = pattern.keys;
    if (first !== undefined) byKey.set(first, [...(byKey.get(first) ?? []), pattern]);
  }
  return { byKey, literals: patterns.filter(({ literal }) => literal !== null) };
}
