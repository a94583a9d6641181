/**
 * Put an article, or an article and an adjective, in place of the `the` of a program's name. A name
 * without `the` stays as it is.
 *
 * @example withArticle('a stopped', 'the agent') // 'a stopped agent'
 * @example withArticle('The', 'the agent') // 'The agent', to begin a sentence
 */
export function withArticle(article: string, called: string): string {
  return /^the /.test(called) ? article + called.slice(3) : called;
}
