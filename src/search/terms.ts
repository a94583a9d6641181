import { units, type Unit } from './units.ts';

/** The fields that each key stands in, by number, in their order. */
export type Postings = Map<string, number[]>;

/** The texts of fields as numbers. */
export interface Terms {
  /** All units that stand in a text; those of one word are the same object everywhere. */
  units: Unit[];
  /** The fields that each of them stands in. */
  posted: number[][];
  /** The numbers of each field's units. */
  fields: number[][];
}

/** Read fields. Numbers take less time and room than words; a callback takes less than an iterator, where code runs for the first time. */
export function readTerms(fields: readonly { text: string }[]): Terms {
  const numbers = new Map<Unit, number>();
  const known: Unit[] = [];
  const posted: number[][] = [];
  const read = fields.map(({ text }, field) =>
    units(text).map((unit) => {
      const number = numbers.get(unit);
      if (number === undefined) {
        numbers.set(unit, known.length);
        posted.push([field]);
        return known.push(unit) - 1;
      }
      const own = posted[number];
      if (own !== undefined && own[own.length - 1] !== field) own.push(field);
      return number;
    }),
  );
  return { units: known, posted, fields: read };
}

/** Post the fields of each unit under all of its keys; several units have a key where a word is also denied, or part of a longer one. */
export function postTerms({ units: known, posted }: Terms): Postings {
  const postings: Postings = new Map();
  const shared = new Set<string>();
  known.forEach(({ keys }, number) =>
    keys.forEach((key) => {
      const others = postings.get(key[0]);
      const own = posted[number] ?? [];
      if (others !== undefined) shared.add(key[0]);
      postings.set(key[0], others === undefined ? own : others.concat(own));
    }),
  );
  shared.forEach((key) => postings.set(key, ascending(postings.get(key) ?? [])));
  return postings;
}

/** Sort numbers, each once. */
export function ascending(numbers: Iterable<number>): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
