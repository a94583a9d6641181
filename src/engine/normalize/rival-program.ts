import { encode, indexOfBytes } from '../lines/bytes.ts';
import type { LogLine } from './log-line.ts';
import type { Outcome, RepairContext, RepairStep } from './step.ts';

/**
 * A line of another product of the site, by the name of its program or container. It has a report
 * of its own.
 */
export function rivalProgram({ product: { rivals }, record }: RepairContext): RepairStep {
  const names = [...rivals.keys()].map(encode);

  const apply = (line: LogLine): Outcome => {
    const rival = line.variants
      .map(({ program, sender }) => rivals.get(program ?? sender ?? ''))
      .find((product) => product !== undefined);
    if (rival === undefined) return 'not mine';
    record.closeRecord();
    record.sources.rivals.add(rival);
    line.isOfRival = true;
    return 'handled';
  };

  return {
    name: 'rival-program',
    mayApply: ({ text: { bytes, from, to } }) =>
      names.some((name) => indexOfBytes(bytes, name, from, to, to) >= 0),
    apply,
  };
}
