import type { ShikiTransformer } from 'shiki';

const COLOUR = /color:var\(--code-([a-z]+)\)/;

/** Puts classes in the place of Shiki's style attributes: the content security policy allows no style in a page, and pages get smaller. */
export const tokenClasses: ShikiTransformer = {
  name: 'token-classes',
  preprocess(_code, options) {
    // Shiki leaves the rest of a line as it is after half a second, which a busy machine needs for a grammar alone.
    options.tokenizeTimeLimit = 0;
  },
  span(node) {
    const style = node.properties['style'];
    const token = typeof style === 'string' ? COLOUR.exec(style)?.[1] : undefined;
    delete node.properties['style'];
    if (token !== undefined && token !== 'ink') node.properties['class'] = `c-${token}`;
  },
  line(node) {
    // Text without a colour of its own needs no element.
    node.children = node.children.flatMap((child) =>
      child.type === 'element' && Object.keys(child.properties).length === 0
        ? child.children
        : [child],
    );
  },
  pre(node) {
    // Lines wrap, so that none scrolls: no stop for the keyboard.
    node.properties = { 'data-language': this.options.lang, translate: 'no' };
  },
};
