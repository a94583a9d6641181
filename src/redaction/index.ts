/** Private values are replaced by stand-ins, in reports and in finished texts. */
export { mapReportTexts, type Redactable, type TypedText } from './map-report-texts.ts';
export { maskReport, maskSecrets, type Masked } from './mask-secrets.ts';
export {
  redact,
  redactComposed,
  type ComposedText,
  type Redacted,
  type Replacement,
} from './redact.ts';
