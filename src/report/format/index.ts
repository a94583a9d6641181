/**
 * Format the values of a log: escape hidden characters, fill commands, format sizes, lay out prose
 * as plain text, and pack that prose for download.
 */
export { configFormat } from './config-format.ts';
export {
  commandText,
  examplesIn,
  refusedIn,
  fillCommand,
  listOf,
  type Command,
  type CommandPiece,
} from './fill-command.ts';
export { formatBinaryBytes, formatPercent } from './format-size.ts';
export { findingsOf } from './findings-of.ts';
export { isReadableOutput } from './is-readable-output.ts';
export { layoutBlocks, layoutCommand, type TextStyle } from './layout-blocks.ts';
export { logPlaces } from './log-places.ts';
export { logPlatform, runsOn } from './log-platform.ts';
export { messageTitle, titlesOf, withRareTexts, withTitles } from './entry-titles.ts';
export { casesInTitle, shortTitle } from './short-title.ts';
export { inReadingOrder } from './reading-order.ts';
export { allBlocks, allInlines, blocksWithin, platformsOf } from './walk-prose.ts';
export { asSentence, joinSentences, splitSentences } from './sentences.ts';
export { splitAtBreaks } from './line-break-parts.ts';
export {
  decisiveLine,
  fillSentence,
  holesInSentence,
  MEANING,
  valuesInSentence,
} from './fill-sentence.ts';
export { escapeReport, type Escaped } from './safe-to-display.ts';
export { fitsType, isShowable } from './value-types.ts';
export type { Shell, ValueType } from '../../model/words.ts';
export {
  isValueCutOff,
  NO_LOG_VALUES,
  valuesForAnswer,
  valuesForStep,
  valuesForReport,
  valuesFromFindings,
  type LogValues,
} from './values.ts';
export { escapeAsOneLine, escapeHidden, escapeLine } from './escape-hidden.ts';
export { formatMinute, formatTime } from './format-time.ts';
