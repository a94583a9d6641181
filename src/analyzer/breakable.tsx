import { Fragment, type ComponentChildren } from 'preact';
import { partsOfLine } from '../display/index.ts';

/** A text of the log whose lines end where those of the log view do. */
export function breakable(text: string): ComponentChildren {
  return partsOfLine(text).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
