/** Stands in for eslint-visitor-keys in the browser: the parser of TOML asks for the names of JavaScript's nodes, which only a linter walks through. */
export function unionWith<Keys>(keys: Keys): Keys {
  return keys;
}
