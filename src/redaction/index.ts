/** Private values are replaced by stand-ins, in reports and in finished texts. */
export { eachText, type Redactable, type Typed } from './each-text.ts';
export { maskReport, maskSecrets, type Masked } from './mask-secrets.ts';
export {
  redact,
  redactFinished,
  type Finished,
  type Redacted,
  type Replacement,
} from './redact.ts';
