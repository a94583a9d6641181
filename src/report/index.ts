/** Write a report in words: the verdict, the support report and the reply to a customer. */
export { configSentences, describeProblem } from './config-sentences.ts';
export { linesToEmbed } from './lines-to-embed.ts';
export { linesToQuote } from './lines-to-quote.ts';
export { canUnredact } from './can-unredact.ts';
export {
  finishReport,
  redactParts,
  type RedactedParts,
  type ReportSource,
  type FinalRedactionRequest,
  type RedactionRequest,
} from './redact-parts.ts';
export { redactedReport, type RedactedReport, type Redactor } from './redacted-report.ts';
export { customerReply } from './customer-reply.ts';
export { hasSeveralPrograms, sourceRows, type SourceRow } from './source-row.ts';
export { truncate } from './truncate.ts';
export { applicableParts, applicableSteps, provenCause } from './applicable-parts.ts';
export { isAboutMissingData } from './missing-data.ts';
export { followUp } from './follow-ups.ts';
export { probeSentence } from './probe-sentence.ts';
export { programState } from './program-state.ts';
export { describeAnswer, faultSentence, isCutOff, type Quote } from './describe-answer.ts';
export { describeOutputs } from './describe-outputs.ts';
export { answerState, verdict, type Verdict } from './verdict.ts';
export {
  supportReport,
  type ProgramStart,
  type SupportInput,
  type SenderNotes,
} from './support-report.ts';
