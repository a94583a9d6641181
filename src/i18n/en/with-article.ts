/**
 * Put an article, or an article and an adjective, in place of the `the` of a program's name. A name
 * without `the` stays as it is.
 *
 * @example withArticle('a stopped', 'the agent') // 'a stopped agent'
 * @example withArticle('The', 'the agent') // 'The agent', to begin a sentence
 */
export function withArticle(article: string, nameInText: string): string {
  return /^the /.test(nameInText) ? article + nameInText.slice(3) : nameInText;
}
