/** Whether this is `npm test -- --thorough`, or a test that it runs. */
export const IS_THOROUGH =
  process.argv.includes('--thorough') || process.env['SHINDAN_TESTS'] === 'thorough';

/**
 * Return every n-th item; each turn starts at another one, so that n turns read all of them. Tests
 * that combine all logs with all ways to change them, or pages with languages, read a sample of the
 * pairs; in a thorough run they read all.
 */
export function sample<Item>(items: readonly Item[], every: number, turn = 0): Item[] {
  return IS_THOROUGH ? [...items] : items.filter((_, index) => (index + turn) % every === 0);
}

/**
 * Return the languages in which to test what does not depend on the texts: English in even turns,
 * Japanese in odd ones, and in a thorough run both.
 */
export const sampleLanguages = (turn: number): ('en' | 'ja')[] => sample(['en', 'ja'], 2, turn);
