/**
 * How a line without a plain header is read: every way, and every kind of damage that is repaired,
 * in the order in which they are tried. The first step that handles a line wins. Each step is in
 * the file of its name, with samples in its test.
 *
 * To add a step, see docs/engine.md. Damage that is not a matter of one line is repaired elsewhere:
 * the order of a log in reverse-order.ts and file-order.ts, widened gaps in
 * lines/collapse-whitespace.ts, wrapped lines in joined-lines.ts, cut messages in truncated-end.ts.
 */
import { colorCodes } from './color-codes.ts';
import { continuation } from './continuation.ts';
import { embeddedLines } from './embedded-lines.ts';
import { emptyLine } from './empty-line.ts';
import { envelopedHeader } from './enveloped-header.ts';
import { formattingMistake } from './formatting-mistake.ts';
import { jsonStrings } from './json-strings.ts';
import { lostHeader } from './lost-header.ts';
import { lostTag } from './lost-tag.ts';
import { messageAfterPrefix } from './message-after-prefix.ts';
import { multilineJson } from './multiline-json.ts';
import { namedSource } from './named-source.ts';
import { nonstandardHeader } from './nonstandard-header.ts';
import { otherProgram } from './other-program.ts';
import { plainHeader } from './plain-header.ts';
import { prefixedHeader } from './prefixed-header.ts';
import { quotedMessage } from './quoted-message.ts';
import { standaloneMessage } from './standalone-message.ts';
import type { StepFactory } from './step.ts';
import { structuredHeader } from './structured-header.ts';
import { truncatedLine } from './truncated-line.ts';
import { truncatedStart } from './truncated-start.ts';

/** Steps for a line that may have a header, or hold other lines. */
export const HEADER_STEPS: readonly StepFactory[] = [
  // Nothing can be read from it.
  emptyLine,
  // Only takes note, so before any step that handles the line.
  namedSource,
  // It changes values only, and the steps after it need them in their form.
  formattingMistake,
  // Lines within a line have headers of their own, so before any step that reads a header.
  embeddedLines,
  // A line of JSON looks like an envelope. Known fields are left to the envelopes.
  multilineJson,
  // Certain, so before anything is stripped.
  plainHeader,
  // A header at a known place, so before a header is searched for.
  envelopedHeader,
  // A header in a string of JSON has lines beside it, which the next step would lose.
  jsonStrings,
  // The last place of a header in the product's own notation.
  prefixedHeader,
  // Color codes separate the parts of a header in the following steps.
  colorCodes,
  // Other notations, the one with fewer parts to guess first.
  nonstandardHeader,
  structuredHeader,
  // Less is left of this header than of any before.
  lostTag,
  // It has no header, so it may be half of one. It must not be read as a message yet.
  truncatedLine,
];

/** Steps for a line without a header. */
export const MESSAGE_STEPS: readonly StepFactory[] = [
  // A whole message begins a record, even if other programs write to the log.
  standaloneMessage,
  // No message of the product: it must neither continue a record nor be searched.
  otherProgram,
  // Only in short pastes. A message that fills the line is more certain than one within it.
  lostHeader,
  // The marks tell where the message ends, which the next step has to guess.
  quotedMessage,
  // A message within the line, unless an open record may explain the line as a whole.
  messageAfterPrefix,
  // The first line may be the end of a message.
  truncatedStart,
  // Everything else belongs to the open record.
  continuation,
];
