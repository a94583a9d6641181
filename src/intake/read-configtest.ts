import { stripColors } from './prompts.ts';
import type { ConfigtestInspection } from '../model/inspection.ts';

/** Printed for a valid file; old versions put the path first. */
const PASSED = /^SUCCESS \(| Syntax OK$/;
const REFUSED = /^(?:\[WARNING\] .* is unexpected key|(?:\[CRITICAL\] )?failed to test config: )/;

/** Read the output of `mackerel-agent configtest`; of several runs, the last one counts. */
export function readConfigtest(text: string): ConfigtestInspection {
  const lines = text.split('\n').map((line) => stripColors(line).trim());
  const last = lines.findLast((line) => PASSED.test(line) || REFUSED.test(line));
  return { kind: 'configtest', passed: last !== undefined && PASSED.test(last) };
}
