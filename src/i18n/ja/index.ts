/** Text of reports, the command and letters. */
export { comparison } from './comparison.ts';
export { inspect } from './inspect.ts';
export { letter } from './letter.ts';
export { probe } from './probe.ts';
export { report } from './report.ts';
