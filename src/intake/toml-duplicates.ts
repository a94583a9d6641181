import type { TomlNode, Pair, Table } from './toml-tree.ts';
import type { Token } from './toml-tokens.ts';

/**
 * A name with its first use: as a header, as a key, or (null) only as a prefix of dotted names.
 */
interface Name {
  token: Token;
  use: 'table' | 'list' | 'value' | null;
  below: Names;
}
type Names = Map<string, Name>;

/** Finds tables and keys that are defined twice. */
export class DefinedNames {
  readonly #root: Names = new Map();
  readonly #tables: { pairs: Pair[]; names: Names }[] = [];

  /** Define a table. @returns its last name if it was defined before, else null */
  define({ key, isList, pairs }: Table): Token | null {
    let names = this.#root;
    const last = key.at(-1);
    for (const token of key.slice(0, -1)) names = getOrAddName(names, token).below;
    if (last) {
      const known = names.get(last.text);
      if (known && (isList ? known.use !== 'list' : known.use !== null)) return last;
      const name = getOrAddName(names, last);
      name.use = isList ? 'list' : 'table';
      // Each element of a list of tables starts empty.
      if (isList) name.below = new Map();
      names = name.below;
    }
    this.#tables.push({ pairs, names });
    return null;
  }

  /** Return the first key, in any table, that is defined twice. */
  findDuplicateKey(): Token | null {
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
      const name = getOrAddName(below, token);
      if (isLast) name.use = 'value';
      below = name.below;
    }
    return findInside(value, below);
  });
}

function findInside({ pairs = [], items = [] }: TomlNode, names: Names): Token | null {
  return findAmong(pairs, names) ?? firstOf(items, (item) => findInside(item, new Map()));
}

function getOrAddName(names: Names, token: Token): Name {
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
