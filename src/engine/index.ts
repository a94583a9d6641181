export { compile, type Matcher } from './templates/matcher.ts';
export { openDiagnosis, type Diagnosis } from './diagnose.ts';
export type { Reading } from '../model/report.ts';
export { answer, lookUp, type Answered, type LookedUp } from './answers/look-up.ts';
export { parseTemplate, TemplateError, type TemplatePart } from './templates/template.ts';
export { addSecondsTo } from './answers/finding-state.ts';
export { timeSpanOf } from './headers/timestamps.ts';
export type * from '../model/catalog.ts';
export type * from '../model/report.ts';
