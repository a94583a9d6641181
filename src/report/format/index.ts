/**
 * Format the values of a log: escape hidden characters, fill commands, format sizes, lay out prose
 * as plain text, and pack that prose for download.
 */
export { commandWords } from './command-words.ts';
export { commandText, examplesIn, fillCommand, listOf, type Command, type Piece } from './fill.ts';
export { binaryBytesOf, percentOf } from './figures.ts';
export { findingsOf } from './findings-of.ts';
export { isRead } from './is-read.ts';
export { layoutBlocks, layoutCommand, type TextStyle } from './layout-blocks.ts';
export { logPlatform } from './log-platform.ts';
export { messageTitle, titlesOf, withTitles } from './message-titles.ts';
export { nameInProse } from './name-in-prose.ts';
export { packWords, unpackWords, type PackedWords } from './pack-words.ts';
export { partsOfLine } from './parts-of-line.ts';
export { entriesInCases, isOneCause, tellSummary, wholeSummary } from './summary-cases.ts';
export { shown, type Shown } from './shown.ts';
export { fitsType } from './value-types.ts';
export type { Shell, ValueType } from '../../model/words.ts';
export { NO_VALUES, valuesFor, valuesOf, type Values } from './values.ts';
export { visible, visibleLine } from './visible.ts';
export { readableMinute, readableTime } from './readable-time.ts';
