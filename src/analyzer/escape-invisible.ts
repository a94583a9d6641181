import { options, type VNode } from 'preact';
import { escapeHidden } from '../report/format/index.ts';

/** Attributes that people see or hear. */
const SPOKEN_ATTRIBUTES = ['title', 'aria-label', 'alt', 'placeholder'];

/**
 * Escape invisible characters in every text node, and in these attributes of every element. A hook
 * into the creation of nodes covers all views, and leaves text that is typed into a field alone.
 */
const nextHook = options.vnode;
options.vnode = (node: VNode) => {
  const { type, props } = node as { type: VNode['type'] | null; props: unknown };
  // A text node has no type; its props are the text.
  if (type === null && typeof props === 'string')
    node.props = escapeHidden(props) as unknown as VNode['props'];
  if (typeof type === 'string') escapeAttributes(props as Record<string, unknown>);
  nextHook?.(node);
};

function escapeAttributes(attributes: Record<string, unknown>): void {
  for (const name of SPOKEN_ATTRIBUTES) {
    const value = attributes[name];
    if (typeof value === 'string') attributes[name] = escapeHidden(value);
  }
}
