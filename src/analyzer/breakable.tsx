import { Fragment, type ComponentChildren } from 'preact';
import { partsOfLine } from '../report/format/index.ts';

/** Render log text with the same break opportunities as the log view. */
export function breakable(text: string): ComponentChildren {
  return partsOfLine(text).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
