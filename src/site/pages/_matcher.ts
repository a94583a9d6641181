import { buildCatalog } from '../../compiler/index.ts';
import { compile, type Matcher } from '../../engine/index.ts';
import { content } from './_content.ts';

let compiled: Matcher | undefined;

/** Return the matcher of the site's messages, which is compiled once for all pages. */
export function matcher(): Matcher {
  return (compiled ??= compile(buildCatalog(content())));
}
