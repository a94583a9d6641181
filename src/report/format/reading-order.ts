import type { Part, PartName } from '../../model/prose.ts';

/** The order in which a reader needs the parts of a page: what to do before the background. */
const READING_ORDER: readonly PartName[] = [
  'Do',
  'When',
  'Apart',
  'Dont',
  'Fix',
  'Verify',
  'Signs',
  'Causes',
  'Send',
];

/** Return the parts of an entry or a guide in the order of its page. */
export function inReadingOrder(parts: readonly Part[]): Part[] {
  const place = ({ name }: Part): number => READING_ORDER.indexOf(name);
  return parts.toSorted((a, b) => place(a) - place(b));
}
