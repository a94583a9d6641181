/** Whether the tests run in a thorough run, which is `npm test -- --thorough`. */
export const IS_THOROUGH =
  process.argv.includes('--thorough') || process.env['SHINDAN_TESTS'] === 'thorough';

/**
 * Return one item in `every`, so that tests of many combinations take less time; a thorough run has
 * all items. Each turn begins at another item, so `every` turns in a row cover all of them.
 */
export function sample<Item>(items: readonly Item[], every: number, turn = 0): Item[] {
  return IS_THOROUGH ? [...items] : items.filter((_, index) => (index + turn) % every === 0);
}

/**
 * Return the languages in which to test what does not depend on the texts: English in even turns,
 * Japanese in odd ones, and in a thorough run both.
 */
export const sampleLanguages = (turn: number): ('en' | 'ja')[] => sample(['en', 'ja'], 2, turn);
