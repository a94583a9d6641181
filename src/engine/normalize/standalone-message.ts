import type { Chain } from '../chains/chain-links.ts';
import { isCrashOfOtherProgram, isProductChain } from '../findings/recognition.ts';
import type { StrippedLine } from '../headers/envelopes.ts';
import { isComplete, lacksCause, type OpenRecord } from '../records/record-interpreter.ts';
import { asFurtherLine } from './continuation.ts';
import type { FurtherLine } from './joined-lines.ts';
import type { LogLine } from './log-line.ts';
import type { RepairContext, RepairStep } from './step.ts';

/** A message without a header that begins a record of its own. */
export function standaloneMessage({ product, record }: RepairContext): RepairStep {
  const { messages, interpreter } = record;

  /**
   * Return whether a message belongs to another program's text in the open record, which may span
   * lines. A message that reports the exit of another program belongs to it, and so does a message
   * that many programs print when they exit. A message about the product's exit does not.
   */
  const belongsToForeignText = (open: OpenRecord, message: Chain): boolean => {
    const { rule } = message;
    const isCommonExit =
      rule.nested && rule.entry.common === true && rule.entry.id !== product.crash;
    if (rule.ends && !isCommonExit && (rule.nested || messages.isProductExit(message, message.end)))
      return false;
    const { header, chain } = interpreter.meaningOf(open);
    return (
      chain?.mayContinue === true ||
      (isCommonExit && isCrashOfOtherProgram(product, header, chain, open.isInForeignText))
    );
  };

  /**
   * Return whether this line is the wrapped end of the open record: read together, they explain at
   * least as much as apart.
   */
  const isWrapped = (open: OpenRecord, piece: FurtherLine, message: Chain): boolean => {
    const apart = interpreter.meaningOf(open).chain;
    if (apart && isComplete(apart)) return false;
    const joined = interpreter.meaningOf({
      ...open,
      furtherLines: [...open.furtherLines, piece],
      read: null,
    }).chain;
    return (joined?.literal ?? 0) >= (apart?.literal ?? 0) + message.literal;
  };

  const belongsTo = (open: OpenRecord, line: LogLine, message: Chain): boolean =>
    !mayFollow(open, message) ||
    belongsToForeignText(open, message) ||
    isWrapped(open, asFurtherLine(line, open), message);

  const start = (variant: StrippedLine, chain: Chain): void => {
    const { open } = record;
    const isInForeignText =
      open !== null &&
      (open.isInForeignText || interpreter.meaningOf(open).chain?.mayContinue === true);
    if (messages.isFromUnknownSource(variant)) messages.adopt({ ...variant, program: null });
    if (isProductChain(chain, product.ownCatalogs)) record.sources.noteMessage(variant);
    record.startMessage(
      variant,
      record.clockOffset.toOwnClock(variant.time),
      { envelopes: variant.forms, isInForeignText },
      chain,
    );
  };

  return (line) => {
    for (const variant of line.variants) {
      if (messages.isUnrelated(variant)) continue;
      const chain = messages.readMessage(variant);
      if (!chain || !messages.mayStandAlone(variant, chain)) continue;
      if (record.open && belongsTo(record.open, line, chain)) continue;
      start(variant, chain);
      return 'handled';
    }
    return 'not mine';
  };
}

/**
 * Return whether a message may begin a record here. If the open record still lacks its cause, the
 * line is that cause, unless it reports the program's exit.
 */
function mayFollow(open: OpenRecord, { rule }: Chain): boolean {
  return !lacksCause(open) || (rule.ends && !rule.nested);
}
