export { compile, type Matcher } from './matcher.ts';
export { open, type Diagnosis, type Reading } from './diagnose.ts';
export { answer, lookUp, type Answered, type LookedUp } from './answers/look-up.ts';
export { parseTemplate, TemplateError, type TemplatePart } from './template.ts';
export type { Redactable, Typed } from './each-text.ts';
export {
  redact,
  redactFinished,
  type Finished,
  type Redacted,
  type Replacement,
} from './redact.ts';
export { later } from './answers/state.ts';
export { spanOf } from './times.ts';
export type * from './catalog.ts';
export type * from './report.ts';
