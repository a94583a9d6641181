export { compile, type Matcher } from './templates/matcher.ts';
export { open, type Diagnosis, type Reading } from './diagnose.ts';
export { answer, lookUp, type Answered, type LookedUp } from './answers/look-up.ts';
export { parseTemplate, TemplateError, type TemplatePart } from './templates/template.ts';
export type { Redactable, Typed } from '../redaction/each-text.ts';
export {
  redact,
  redactFinished,
  type Finished,
  type Redacted,
  type Replacement,
} from '../redaction/redact.ts';
export { later } from './answers/finding-state.ts';
export { spanOf } from './headers/timestamps.ts';
export type * from '../model/catalog.ts';
export type * from '../model/report.ts';
