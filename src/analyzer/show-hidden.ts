import { options, type VNode } from 'preact';
import { visible } from '../display/index.ts';

/** Attributes that a person reads or hears. */
const READ = ['title', 'aria-label', 'alt', 'placeholder'];

/**
 * Show what is hidden in every text that Preact draws, and in every attribute that is read out: each node passes here before it gets into
 * the page, so no view has to think of it. What the reader typed into a field stays as they typed it.
 */
const next = options.vnode;
options.vnode = (node: VNode) => {
  const { type, props } = node as { type: VNode['type'] | null; props: unknown };
  // A text has no type, and its props are the text.
  if (type === null && typeof props === 'string')
    node.props = visible(props) as unknown as VNode['props'];
  if (typeof type === 'string') showAttributes(props as Record<string, unknown>);
  next?.(node);
};

function showAttributes(attributes: Record<string, unknown>): void {
  for (const name of READ) {
    const value = attributes[name];
    if (typeof value === 'string') attributes[name] = visible(value);
  }
}
