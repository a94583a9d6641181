/** The sections that write to somebody: one chunk, loaded when either of them is opened. */
export { ReplyText } from './ReplyText.tsx';
export { SupportReport } from './SupportReport.tsx';
