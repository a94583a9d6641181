/**
 * Name a guide without the brackets at the end of its title: inside a sentence, which often stands in brackets itself, and where the case in them is known.
 *
 * @example nameInProse('時刻ずれ（送信成功なのに保存されない）') // '時刻ずれ'
 * @example nameInProse('The connection is cut (EOF, connection reset)') // 'The connection is cut'
 */
export function nameInProse(title: string): string {
  return title.replace(/(?<=.)(?:（[^（）]*）| \([^()]*\))$/u, '');
}
