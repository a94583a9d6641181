import { Fragment, type ComponentChildren } from 'preact';
import { splitAtBreaks } from '../../report/format/index.ts';

/** Render log text with the same break opportunities as the log view. */
export function withBreakOpportunities(text: string): ComponentChildren {
  return splitAtBreaks(text).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
