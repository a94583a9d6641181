/** Write a report in words: the verdict, the support report and the reply to a customer. */
export { configSentences } from './config-sentences.ts';
export { linesToCarry } from './lines-to-carry.ts';
export { linesToQuote } from './lines-to-quote.ts';
export { mayStay } from './may-stay.ts';
export {
  finishReport,
  redactParts,
  type RedactedParts,
  type Source,
  type ToFinish,
  type ToRedact,
} from './redact-parts.ts';
export { redactedReport, type RedactedReport, type Redactor } from './redacted-report.ts';
export { reply } from './reply.ts';
export { shorten } from './shorten.ts';
export { stepsOf } from './steps-of.ts';
export { tellOutputs } from './tell-outputs.ts';
export { stateOf, verdict, type Verdict } from './verdict.ts';
export { supportReport, type Start, type SupportInput, type Told } from './support-report.ts';
