/** Steps that find out which program wrote a line. */
import { readHeaders } from '../headers/header.ts';
import { indexOfBytes } from '../lines/bytes.ts';
import { asFurtherLine } from './continuation.ts';
import type { RepairContext, RepairStep } from './step.ts';

/** Note the source of the next lines, which a line of its own names, as in a list of events. */
export function namedSource({ record: { messages } }: RepairContext): RepairStep {
  return (line) => {
    line.isNoted = messages.noteEventSource(line.text);
    return 'not mine';
  };
}

/**
 * Leave out a line of another product of the site, recognized by the name of its program or
 * container. That product gets a report of its own. A container may have any name, so what it
 * prints counts more than its name.
 */
export function rivalProgram({ product, record }: RepairContext): RepairStep {
  const { rivals, rivalNames } = product;
  return (line) => {
    const { bytes, from, to } = line.text;
    if (!rivalNames.some((name) => indexOfBytes(bytes, name, from, to, to) >= 0)) return 'not mine';
    const named = line.variants.filter(({ program, sender }) =>
      rivals.has(program ?? sender ?? ''),
    );
    const isOwn = named.some(
      (variant) =>
        variant.program === null &&
        record.messages.isOwnContainer(variant, readHeaders(product, variant)),
    );
    const [first] = named;
    const rival = first && rivals.get(first.program ?? first.sender ?? '');
    if (rival === undefined || isOwn) return 'not mine';
    record.closeRecord();
    record.sources.rivals.add(rival);
    line.isOfRival = true;
    return 'handled';
  };
}

/** End the record at a line of another program. */
export function otherProgram({ record }: RepairContext): RepairStep {
  const { messages } = record;
  return (line) => {
    const isOther = line.variants.some(
      (variant) =>
        messages.isFromOtherProgram(variant) ||
        messages.mayBeFromOtherProgram(variant) ||
        messages.isFromUnknownSource(variant),
    );
    if (!isOther) return 'not mine';
    // `[signal SIGSEGV: ` looks like the name of a host and a program.
    const { lacksEnvelope, depth } = asFurtherLine(line, record.open);
    if (!lacksEnvelope && depth > 0 && record.isCrash()) return 'not mine';
    record.closeRecord();
    const other = line.variants.findLast(
      (variant) => messages.isUnrelated(variant) || messages.isFromUnknownSource(variant),
    );
    if (other) record.sources.noteOther(other);
    return 'handled';
  };
}
