/** Text of reports on the page and in the terminal, and of support reports. */
export { inspect } from './inspect.ts';
export { letter } from './letter.ts';
export { probe } from './curl-response.ts';
export { report } from './report.ts';
