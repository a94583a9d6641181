/**
 * Name a guide inside a sentence: without the brackets at the end of its title, because such a sentence often stands in brackets itself.
 *
 * @example nameInProse('時刻ずれ（送信成功なのに保存されない）') // '時刻ずれ'
 */
export function nameInProse(title: string): string {
  return title.replace(/(?<=.)（[^（）]*）$/u, '');
}
