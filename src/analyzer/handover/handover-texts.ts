/** What is written to somebody; loaded at once when either is opened. */
export { ReplyText } from './ReplyText.tsx';
export { SupportReport } from './SupportReport.tsx';
