export { compile, type Matcher } from './products/matcher.ts';
export { openDiagnosis } from './products/open-diagnosis.ts';
export type { Diagnosis } from './diagnose.ts';
export {
  openSplitDiagnosis,
  type LineRun,
  type SplitDiagnosis,
  type SplitOptions,
} from './sources/split-log.ts';
export {
  groupNames,
  joinRestarts,
  sourcesOf,
  MAX_SOURCES,
  type SourceGroups,
} from './sources/same-source.ts';
export type { Reading } from '../model/report.ts';
export { answer, lookUp, type Answered, type LookedUp } from './answers/look-up.ts';
export { parseTemplate, TemplateError, type TemplatePart } from './templates/template.ts';
export { compareVersions, isInRange } from './answers/version.ts';
export { isOneOf } from './answers/evidence.ts';
export { addSecondsTo } from './answers/finding-state.ts';
export { LineHeaders } from './headers/line-headers.ts';
export { timeSpanOf } from './headers/timestamps.ts';
export type * from '../model/catalog.ts';
export type * from '../model/report.ts';
