/** Set by `npm test -- --thorough`. */
const IS_THOROUGH = process.env['SHINDAN_TESTS'] === 'thorough';

/**
 * Return every n-th item, from another one on in each turn, so that n turns read all of them. Tests
 * that combine all logs with all ways to change them, or pages with languages, read a sample of the
 * pairs; in a thorough run they read all.
 */
export function sample<Item>(items: readonly Item[], every: number, turn = 0): Item[] {
  return IS_THOROUGH ? [...items] : items.filter((_, index) => (index + turn) % every === 0);
}
