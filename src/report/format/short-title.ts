/**
 * Strip the parenthesis that lists cases from the end of a guide's title, for use inside a sentence
 * or where it is already known which case applies.
 *
 * @example shortTitle('時刻ずれ（送信成功なのに保存されない）') // '時刻ずれ'
 * @example shortTitle('The connection is cut (EOF, connection reset)') // 'The connection is cut'
 */
export function shortTitle(title: string): string {
  return title.replace(/(?<=.)(?:（[^（）]*）| \([^()]*\))$/u, '');
}
