import { Fragment, type ComponentChildren } from 'preact';

/** Where a line of the log view may end, too: behind a mark, but for one that a slash or a digit is bound to. */
const ENDS = /(?<=[/:,;])(?![/\d])/;

/** A text of the log: on a phone its addresses and paths end behind a slash, and not within a word. */
export function breakable(text: string): ComponentChildren {
  return text.split(ENDS).map((part, index) => <Fragment key={index}>{index > 0 && <wbr />}{part}</Fragment>);
}
