/** The support report and the reply to a customer: one chunk, loaded when either is opened. */
export { ReplyText } from './ReplyText.tsx';
export { SupportReport } from './SupportReport.tsx';
