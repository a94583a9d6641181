import type { Node, Pair, Table } from './parse-toml.ts';
import type { Token } from './toml-tokens.ts';

/** What a name was first used for: a heading, a key with a value, or neither, where it only stands before the dot of others. */
interface Name {
  token: Token;
  use: 'table' | 'list' | 'value' | null;
  below: Names;
}
type Names = Map<string, Name>;

/** Finds tables and keys that are defined again. */
export class DefinedNames {
  readonly #root: Names = new Map();
  readonly #tables: { pairs: Pair[]; names: Names }[] = [];

  /** Define a table. @returns its last name where that was defined before */
  define({ key, isList, pairs }: Table): Token | null {
    let names = this.#root;
    const last = key.at(-1);
    for (const token of key.slice(0, -1)) names = named(names, token).below;
    if (last) {
      const known = names.get(last.text);
      if (known && (isList ? known.use !== 'list' : known.use !== null)) return last;
      const name = named(names, last);
      name.use = isList ? 'list' : 'table';
      // The next one of a list begins anew.
      if (isList) name.below = new Map();
      names = name.below;
    }
    this.#tables.push({ pairs, names });
    return null;
  }

  /** The first key of all tables that is defined again. */
  findAgain(): Token | null {
    return firstOf(this.#tables, ({ pairs, names }) => findAmong(pairs, names));
  }
}

function findAmong(pairs: readonly Pair[], names: Names): Token | null {
  return firstOf(pairs, ({ key, value }) => {
    let below = names;
    for (const token of key) {
      const isLast = token === key.at(-1);
      const known = below.get(token.text);
      if (known && (isLast || known.use !== null))
        return token.from > known.token.from ? token : known.token;
      const name = named(below, token);
      if (isLast) name.use = 'value';
      below = name.below;
    }
    return findInside(value, below);
  });
}

function findInside({ pairs = [], items = [] }: Node, names: Names): Token | null {
  return findAmong(pairs, names) ?? firstOf(items, (item) => findInside(item, new Map()));
}

function named(names: Names, token: Token): Name {
  const known = names.get(token.text);
  if (known) return known;
  const name: Name = { token, use: null, below: new Map() };
  names.set(token.text, name);
  return name;
}

function firstOf<Item>(items: readonly Item[], find: (item: Item) => Token | null): Token | null {
  for (const item of items) {
    const found = find(item);
    if (found) return found;
  }
  return null;
}
