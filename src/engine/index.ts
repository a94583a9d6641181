export { compile, type Matcher } from './matcher.ts';
export { lookUp, open, type Diagnosis } from './diagnose.ts';
export { fillCommand, valueOf, type Filled } from './fill.ts';
export { guidesNaming } from './guides-naming.ts';
export { parseTemplate, TemplateError, type TemplatePart } from './template.ts';
export { refuse, type Refusal } from './refuse.ts';
export { visible } from './visible.ts';
export type * from './catalog.ts';
export type * from './report.ts';
