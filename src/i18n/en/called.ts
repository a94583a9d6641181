/**
 * Replace the article of a program's name in a sentence, as in "a stopped agent". With `The`, the
 * name begins the sentence. A name without an article keeps its spelling.
 */
export function withArticle(article: string, called: string): string {
  return /^the /.test(called) ? article + called.slice(3) : called;
}
