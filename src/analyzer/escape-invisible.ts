import { options, type VNode } from 'preact';
import { escapeHidden } from '../report/format/index.ts';

/** Attributes that people see or hear. */
const READ = ['title', 'aria-label', 'alt', 'placeholder'];

/**
 * Escape invisible characters in every text node and every spoken attribute that Preact creates.
 * Hooking vnode creation covers all views. Text typed into a field is left alone.
 */
const next = options.vnode;
options.vnode = (node: VNode) => {
  const { type, props } = node as { type: VNode['type'] | null; props: unknown };
  // A text node has no type; its props are the text.
  if (type === null && typeof props === 'string')
    node.props = escapeHidden(props) as unknown as VNode['props'];
  if (typeof type === 'string') escapeAttributes(props as Record<string, unknown>);
  next?.(node);
};

function escapeAttributes(attributes: Record<string, unknown>): void {
  for (const name of READ) {
    const value = attributes[name];
    if (typeof value === 'string') attributes[name] = escapeHidden(value);
  }
}
