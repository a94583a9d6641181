/**
 * Format the values of a log: escape hidden characters, fill commands, format sizes, lay out prose
 * as plain text, and pack that prose for download.
 */
export { splitCommand } from './command-words.ts';
export {
  commandText,
  examplesIn,
  fillCommand,
  listOf,
  type Command,
  type CommandPiece,
} from './fill.ts';
export { formatBinaryBytes, formatPercent } from './figures.ts';
export { findingsOf } from './findings-of.ts';
export { isReadableOutput } from './is-read.ts';
export { layoutBlocks, layoutCommand, type TextStyle } from './layout-blocks.ts';
export { logPlatform } from './log-platform.ts';
export { messageTitle, titlesOf, withTitles } from './message-titles.ts';
export { shortTitle } from './name-in-prose.ts';
export { packWords, unpackWords, type PackedWords } from './pack-words.ts';
export { splitAtBreaks } from './parts-of-line.ts';
export { entriesInCases, isOneCause, applySummaryCases, fullSummary } from './summary-cases.ts';
export { escapeReport, type Escaped } from './shown.ts';
export { fitsType } from './value-types.ts';
export type { Shell, ValueType } from '../../model/words.ts';
export { NO_LOG_VALUES, valuesForAnswer, valuesFromFindings, type LogValues } from './values.ts';
export { escapeHidden, escapeLine } from './visible.ts';
export { formatMinute, formatTime } from './readable-time.ts';
