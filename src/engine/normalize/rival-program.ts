import { readHeaders } from '../headers/header.ts';
import { indexOfBytes } from '../lines/bytes.ts';
import type { LogLine } from './log-line.ts';
import type { Outcome, RepairContext, RepairStep } from './step.ts';

/**
 * A line of another product of the site, by the name of its program or container. It has a report
 * of its own. A container may have any name, so its messages count more.
 */
export function rivalProgram({ product, record }: RepairContext): RepairStep {
  const { rivals, rivalNames } = product;

  const apply = (line: LogLine): Outcome => {
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

  return {
    name: 'rival-program',
    mayApply: ({ text: { bytes, from, to } }) =>
      rivalNames.some((name) => indexOfBytes(bytes, name, from, to, to) >= 0),
    apply,
  };
}
