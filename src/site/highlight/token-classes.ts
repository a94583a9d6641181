import type { ShikiTransformer } from 'shiki';

const COLOR = /color:var\(--code-([a-z]+)\)/;

/**
 * Replaces Shiki's style attributes with classes, because the content security policy forbids
 * inline styles, and pages get smaller.
 */
export const tokenClasses: ShikiTransformer = {
  name: 'token-classes',
  preprocess(_code, options) {
    // By default Shiki stops highlighting a line after 0.5 s, which a busy machine may need just to
    // load a grammar.
    options.tokenizeTimeLimit = 0;
  },
  span(node) {
    const style = node.properties['style'];
    const token = typeof style === 'string' ? COLOR.exec(style)?.[1] : undefined;
    delete node.properties['style'];
    if (token !== undefined && token !== 'ink') node.properties['class'] = `c-${token}`;
  },
  line(node) {
    // Text without a color, and white space, need no element.
    node.children = node.children.flatMap((child) =>
      child.type === 'element' &&
      (Object.keys(child.properties).length === 0 || child.children.every(isBlank))
        ? child.children
        : [child],
    );
    node.children = joinTokens(node.children);
  },
  pre(node) {
    node.properties = { 'data-language': this.options.lang, translate: 'no' };
  },
};

type Children = Parameters<NonNullable<ShikiTransformer['line']>>[0]['children'];

/** Join tokens that follow each other and look the same, such as the words of a command. */
function joinTokens(children: Children): Children {
  const joined: Children = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (
      last?.type === 'element' &&
      child.type === 'element' &&
      last.properties['class'] === child.properties['class']
    )
      last.children.push(...child.children);
    else joined.push(child);
  }
  return joined;
}

function isBlank(node: { type: string; value?: string }): boolean {
  return node.type === 'text' && node.value?.trim() === '';
}
