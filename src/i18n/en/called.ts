/**
 * Replace the article of what sentences call a program, as in "a stopped agent"; with `The`, it
 * begins a sentence. A name has no article, and keeps its own spelling.
 */
export function withArticle(article: string, called: string): string {
  return /^the /.test(called) ? article + called.slice(3) : called;
}
