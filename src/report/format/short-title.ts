const CASES = /(?<=.)(?:（([^（）]*)）| \(([^()]*)\))$/u;

/**
 * Strip the parenthesis that lists cases from the end of a guide's title, for use inside a sentence
 * or where it is already known which case applies.
 *
 * @example shortTitle('時刻ずれ（送信成功なのに保存されない）') // '時刻ずれ'
 * @example shortTitle('The connection is cut (EOF, connection reset)') // 'The connection is cut'
 */
export function shortTitle(title: string): string {
  return title.replace(CASES, '');
}

/**
 * Return the cases that the parenthesis at the end of a guide's title lists.
 *
 * @example casesInTitle('The connection is cut (EOF, connection reset)')
 * // ['EOF', 'connection reset']
 */
export function casesInTitle(title: string): string[] {
  const [, full, half] = CASES.exec(title) ?? [];
  return (full ?? half ?? '').split(/[、・]|, /).filter((part) => part !== '');
}
