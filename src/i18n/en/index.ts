/** Text of reports on the page and in the terminal, and of support reports. */
export { handover } from './handover.ts';
export { inspect } from './inspect.ts';
export { punctuation } from './punctuation.ts';
export { probe } from './curl-response.ts';
export { report } from './report.ts';
