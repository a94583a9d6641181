/**
 * Write a number of things in English.
 *
 * @example countOf(1, 'guide') // '1 guide'
 * @example countOf(2, 'entry', 'entries') // '2 entries'
 */
export function countOf(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}
