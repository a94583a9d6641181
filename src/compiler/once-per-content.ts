import type { Content } from './content.ts';

/** Make a function of the content remember its result for as long as the content is in use. */
export function oncePerContent<Result>(
  make: (content: Content) => Result,
): (content: Content) => Result {
  const made = new WeakMap<Content, { result: Result }>();
  return (content) => {
    const known = made.get(content) ?? { result: make(content) };
    made.set(content, known);
    return known.result;
  };
}
