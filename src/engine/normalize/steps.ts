/**
 * Every way to read a line without a plain header, and every kind of damage that is repaired, in
 * the order in which they are tried. The first step that handles a line wins.
 *
 * To add a step, see docs/engine.md. Damage to more than one line is repaired elsewhere: the order
 * of a log in reverse-order.ts and file-order.ts, wrapped lines in joined-lines.ts, cut messages in
 * truncated-end.ts.
 */
import { betweenLines } from './between-lines.ts';
import { continuation } from './continuation.ts';
import { crashOutput } from './crash-output.ts';
import { prefixedHeader, quotedHeader } from './embedded-header.ts';
import { colorCodes, embeddedLines, jsonStrings } from './embedded-lines.ts';
import { emptyLine } from './empty-line.ts';
import { knownContinuation } from './known-continuation.ts';
import { leadingHeader } from './leading-header.ts';
import { namedSource, otherProgram, rivalProgram } from './line-owner.ts';
import { lostHeader, messageInSentence } from './lost-header.ts';
import { messageAfterPrefix } from './message-after-prefix.ts';
import { otherField } from './other-field.ts';
import { quotedMessage } from './quoted-message.ts';
import { nonstandardHeader, structuredHeader } from './rewritten-header.ts';
import { standaloneMessage } from './standalone-message.ts';
import type { StepFactory } from './step.ts';
import { truncatedLine } from './truncated-line.ts';
import { truncatedStart } from './truncated-start.ts';

/** Steps for a line that may have a header, or hold other lines. */
export const HEADER_STEPS: readonly StepFactory[] = [
  // An empty line holds nothing for the other steps.
  emptyLine,
  // Another product may have the same headers, so before any step that looks into the line.
  rivalProgram,
  // Only notes the source and handles nothing, so before any step that handles the line.
  namedSource,
  // Embedded lines have headers of their own, so before any step that reads a header.
  embeddedLines,
  // A header at a known place, so before a header is searched for.
  leadingHeader,
  // The next step would find the first header in a string and lose the lines after it.
  jsonStrings,
  // Searches the whole line for a header in the product's own notation, so after the known places.
  prefixedHeader,
  // Before other notations, because color codes may lie between the parts of a header.
  colorCodes,
  // Other notations, the more certain one first.
  nonstandardHeader,
  structuredHeader,
  // After headers that may be the line's own: its message may quote a line of another program.
  quotedHeader,
  // A line without a header may be the first half of one; hold it before it is read as a message.
  truncatedLine,
];

/** Steps for a line without a header. */
export const MESSAGE_STEPS: readonly StepFactory[] = [
  // The next step would take it for a part of the open record.
  crashOutput,
  // Certain for the products that have such lines, so before a message in them is recognized.
  knownContinuation,
  // Certain, and its value may look like a message.
  otherField,
  // A whole message begins a record, even if other programs write to the log.
  standaloneMessage,
  // Another program's line must neither continue a record nor be searched for a message.
  otherProgram,
  // Only in short pastes. Before the steps that search, because a message that fills the line is
  // more certain than one within it.
  lostHeader,
  // Quotation marks show where the message ends, which the next step has to guess.
  quotedMessage,
  // A message within the line, unless the line as a whole may belong to the open record.
  messageAfterPrefix,
  // The first line may be the end of a message.
  truncatedStart,
  // Only in short pastes. After all steps that know where the message begins.
  messageInSentence,
  // The next step would add these lines to the record above them.
  betweenLines,
  // Everything else belongs to the open record.
  continuation,
];
