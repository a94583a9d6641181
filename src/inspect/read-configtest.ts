import { withoutColours } from './prompts.ts';
import type { ConfigtestInspection } from './report.ts';

/** What the check prints where the file is right; old versions put the path first. */
const PASSED = /^SUCCESS \(| Syntax OK$/;
const REFUSED = /^(?:\[WARNING\] .* is unexpected key|(?:\[CRITICAL\] )?failed to test config: )/;

/** Read what `mackerel-agent configtest` printed; of several runs the last one counts. */
export function readConfigtest(text: string): ConfigtestInspection {
  const lines = text.split('\n').map((line) => withoutColours(line).trim());
  const last = lines.findLast((line) => PASSED.test(line) || REFUSED.test(line));
  return { kind: 'configtest', passed: last !== undefined && PASSED.test(last) };
}
