/** Text of reports, the command and letters. */
export { comparison } from './comparison.ts';
export { inspect } from './inspect.ts';
export { letter } from './support.ts';
export { probe } from './curl-response.ts';
export { report } from './report.ts';
