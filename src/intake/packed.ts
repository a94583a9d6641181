/** Readers of packed input, loaded with the first archive or support report. */
export { findPayload } from './report-payload.ts';
export { gunzip } from './unpack.ts';
export { zipEntries } from './zip-entries.ts';
